"""On site: meetings, records by clause, findings and what the client did about them, the report (ISO/IEC 17021-1 9.3-9.4)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.findings import FindingFacts, Grade


class Audit(models.Model):
    """What a visit became once its opening meeting was held. `opening` and `closing` are minutes (minutes.py)."""

    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    opening = models.JSONField(default=dict)
    closed_on = models.DateField(null=True, blank=True)  # closing meeting: the audit's last day
    closing = models.JSONField(default=dict)
    summary = models.TextField(blank=True)  # of the report
    reported_on = models.DateField(null=True, blank=True)
    handed_in_on = models.DateField(
        null=True, blank=True
    )  # 资料收回: the file is complete and with the reviewers
    decided_on = models.DateField(null=True, blank=True)  # all its standards; the decision tells it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="audit_closes_after_it_opens",
            ),
        ]
        indexes = [
            models.Index(fields=["handed_in_on", "reported_on", "closed_on"], name="audit_in_work"),
            models.Index(fields=["decided_on", "handed_in_on"], name="audit_to_decide"),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.opened_on}"

    @property
    def number(self) -> str:
        """An audit goes by the number of its visit."""
        return self.visit.number


class AuditRecord(models.Model):
    """审核记录: what was looked at under one clause in one department, and whether it conforms."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="records")
    number = models.PositiveSmallIntegerField()  # within the audit
    standard = models.CharField(max_length=8)
    clause = models.CharField(max_length=20)
    department = models.CharField(max_length=120)
    evidence = models.TextField()
    conforms = models.BooleanField()
    recorded_on = models.DateField()
    recorded_by = models.CharField(max_length=40)
    corrected_on = models.DateField(null=True, blank=True)  # 更正; the earlier text stays in the record

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "number"], name="records_are_numbered")]

    def __str__(self) -> str:
        return f"{self.audit_id} {self.standard} {self.clause}"


class Finding(models.Model):
    """不符合项 or observation, and its way to closure: cause, correction, corrective action, verification."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()  # within the audit
    standard = models.CharField(max_length=8)
    clause = models.CharField(max_length=20)
    grade = models.CharField(max_length=12)  # rulebook.findings.Grade
    department = models.CharField(max_length=120, blank=True)
    statement = models.TextField()
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=40)
    due_on = models.DateField(null=True, blank=True)
    cause = models.TextField(blank=True)
    correction = models.TextField(blank=True)
    corrective_action = models.TextField(blank=True)
    responded_on = models.DateField(null=True, blank=True)
    returned_reason = models.TextField(blank=True)  # why the last response was not enough
    verification = models.TextField(blank=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=40, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "number"], name="findings_are_numbered"),
            models.CheckConstraint(
                condition=Q(verified_on=None) | Q(responded_on__isnull=False),
                name="only_a_response_is_verified",
            ),
            models.CheckConstraint(
                condition=Q(verified_on=None) | Q(withdrawn_on=None),
                name="what_is_withdrawn_is_not_verified",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit_id}-{self.number}"

    @property
    def state(self) -> str:
        """Where it stands: withdrawn, verified, answered, returned or open."""
        if self.withdrawn_on:
            return "withdrawn"
        if self.verified_on:
            return "verified"
        if self.responded_on:
            return "answered"
        return "returned" if self.returned_reason else "open"

    @property
    def facts(self) -> FindingFacts:
        """What the rulebook needs to know of it."""
        return FindingFacts(
            self.number,
            Grade(self.grade),
            cause=bool(self.cause.strip()),
            correction=bool(self.correction.strip()),
            corrective_action=bool(self.corrective_action.strip()),
            verified_on=self.verified_on,
            withdrawn=self.withdrawn_on is not None,
        )


class Conclusion(models.Model):
    """审核结论 of the team for one standard: recommended for certification, or (stage 1) ready for stage 2."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="conclusions")
    standard = models.CharField(max_length=8)
    recommended = models.BooleanField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "standard"], name="one_conclusion_per_standard")
        ]

    def __str__(self) -> str:
        return f"{self.audit_id} {self.standard}"
