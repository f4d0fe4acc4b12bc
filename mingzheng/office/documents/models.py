"""The body's own documents: versions, reviews, who read them, and which step of the work goes by which (ISO/IEC 17021-1 10.2)."""

from django.db import models
from django.db.models import F, Q


class Document(models.Model):
    """受控文件: a document of the body's own; what it says is in its versions."""

    number = models.CharField(max_length=20, unique=True)  # "WJ2026-0012"
    code = models.CharField(max_length=60, unique=True)  # "Q/SQCC 203-2020"
    kind = models.CharField(max_length=12)  # rulebook.own_documents.DocumentKind
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300, blank=True)
    department = models.CharField(max_length=40, blank=True)
    branch = models.CharField(max_length=24, blank=True)  # of an own standard
    standard = models.CharField(
        max_length=8, blank=True
    )  # of a work instruction: rulebook.standards.Standard
    areas = models.JSONField(default=list)  # and its technical areas: groups or codes
    public_item = models.CharField(max_length=24, blank=True)  # rulebook.own_documents.PublicItem
    every = models.PositiveSmallIntegerField()  # months between two reviews
    entered_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)  # the last time
    review_due = models.DateField(null=True, blank=True)  # None: nothing in force
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.code} {self.title_zh}"


class Reader(models.Model):
    """Whoever holds this role signs that he read each version."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readers")
    role = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "role"], name="a_role_reads_a_document_once")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.role}"


class Version(models.Model):
    """版本: put forward, approved or returned, in force until the next one is."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    summary = models.CharField(max_length=300)  # what is new in it
    text = models.TextField(blank=True)  # empty: it is in the papers filed for the document
    author = models.CharField(max_length=40)  # login
    drafted_on = models.DateField()
    approved_by = models.CharField(max_length=40, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)  # its first day no more
    returned_on = models.DateField(null=True, blank=True)
    returned_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="versions_are_numbered"),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(approved_on=None, returned_on=None),
                name="one_version_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_on=None) | Q(returned_on=None, in_force_from__isnull=False),
                name="an_approved_version_comes_into_force",
            ),
            models.CheckConstraint(
                condition=Q(approved_by="") | ~Q(approved_by=F("author")),
                name="nobody_approved_his_own_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"

    @property
    def waits(self) -> bool:
        return self.approved_on is None and self.returned_on is None


class Reading(models.Model):
    """阅读签收: a person signed that he read a version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "person"], name="a_version_is_signed_once_by_each")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.person_id}"


class DocumentReview(models.Model):
    """文件评审: is a document adequate 充分, suitable 适宜 and effective 有效, and what follows."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    adequate = models.BooleanField()
    suitable = models.BooleanField()
    effective = models.BooleanField()
    conclusion = models.CharField(max_length=8)  # rulebook.own_documents.Conclusion
    findings = models.CharField(max_length=500, blank=True)
    reviewed_by = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "reviewed_on"], name="a_document_is_reviewed_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.reviewed_on}"


class Governing(models.Model):
    """依据文件: the document by which a step of the work is done. A step is an action by its name."""

    step = models.CharField(max_length=80, unique=True)  # "certificates.suspend"
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="steps")

    def __str__(self) -> str:
        return self.step
