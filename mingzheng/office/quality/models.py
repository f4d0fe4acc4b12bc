"""The body's own system: inspections, penalties, internal audits, management reviews, events (ISO/IEC 17021-1 10)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.own_system import Deviation, Window


class Inspection(models.Model):
    """外部检查: an authority looks at files, at an audit on site, or at the body itself."""

    number = models.CharField(max_length=20, unique=True)  # "JC2026-0003"
    kind = models.CharField(max_length=10)  # rulebook.own_system.InspectionKind
    authority = models.CharField(max_length=100)
    place = models.CharField(max_length=200)
    basis = models.CharField(max_length=200, blank=True)  # the notice it comes from: 双随机 …
    inspected_on = models.DateField()
    visits = models.ManyToManyField("programmes.Visit", related_name="+")
    result = models.CharField(max_length=13, blank=True)  # rulebook.own_system.InspectionResult
    evidence = models.TextField(blank=True)
    findings = models.TextField(blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    answer_due = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None, result="") | Q(concluded_on__isnull=False) & ~Q(result=""),
                name="a_concluded_inspection_has_a_result",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Penalty(models.Model):
    """行政处罚: time, authority, kind and reason, as the yearly return asks for them."""

    number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10)  # rulebook.own_system.PenaltyKind
    authority = models.CharField(max_length=100)
    reason = models.TextField()
    imposed_on = models.DateField()

    def __str__(self) -> str:
        return self.number


class Confirmation(models.Model):
    """年度确认: somebody looked through a register after the year and found it complete."""

    register = models.CharField(max_length=10)  # rulebook.own_system.Register
    year = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=24)
    entries = models.PositiveIntegerField()  # how many he saw
    confirmed_by = models.CharField(max_length=40)
    confirmed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["register", "year", "role"], name="a_register_is_confirmed_once_a_role_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.year} {self.role}"


class InternalAudit(models.Model):
    """内部审核 of the own system, by people of other departments."""

    number = models.CharField(max_length=20, unique=True)  # "NS2026-0001"
    scope = models.CharField(max_length=200)
    departments = models.JSONField(default=list)
    auditors = models.JSONField(default=list)  # logins
    planned_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    report = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.number


class InternalFinding(models.Model):
    """内审不符合, put right by its owner and verified by another."""

    audit = models.ForeignKey(InternalAudit, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()  # within the audit
    clause = models.CharField(max_length=40)
    department = models.CharField(max_length=40)
    statement = models.TextField()
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    correction = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "number"], name="internal_findings_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.audit_id} {self.number}"


class ManagementReview(models.Model):
    """管理评审: what was looked at, and what came out of it."""

    number = models.CharField(max_length=20, unique=True)  # "GP2026-0001"
    held_on = models.DateField()
    present = models.TextField()
    inputs = models.JSONField(default=dict)  # rulebook.own_system.ReviewInput -> what was found

    def __str__(self) -> str:
        return self.number


class ReviewAction(models.Model):
    """What a management review wants done, by whom and by when."""

    review = models.ForeignKey(ManagementReview, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()  # within the review
    text = models.TextField()
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    result = models.TextField(blank=True)
    finished_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="review_actions_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.review_id} {self.number}"


class SpecialEvent(models.Model):
    """特殊事件: an epidemic, a flood …, the notice about it, its days, and what it allows (IAF ID 3)."""

    number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    notice = models.CharField(max_length=200)
    scope = models.CharField(max_length=300)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    allowed = models.JSONField(default=list)  # rulebook.own_system.Deviation

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="an_event_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def window(self) -> Window:
        return Window(self.first_day, self.last_day, frozenset(Deviation(one) for one in self.allowed))
