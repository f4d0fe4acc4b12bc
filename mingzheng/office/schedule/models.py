"""Teams and dates (ISO/IEC 17021-1 9.2)."""

from django.db import models
from django.db.models import F, Q


class Appointment(models.Model):
    """The dates of a visit, and what has been told about them."""

    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    announced_on = models.DateField(null=True, blank=True)  # 审核通知书 and 任务书 sent
    plan_sent_on = models.DateField(null=True, blank=True)  # 审核计划 sent to the client
    remote_percent = models.PositiveSmallIntegerField(default=0)  # of the time on site, to be held from afar

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="appointment_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(remote_percent__lte=100), name="no_more_than_all_of_a_visit_is_from_afar"
            ),
        ]
        indexes = [
            models.Index(fields=["starts_on"], name="appointment_starts_on"),
            models.Index(fields=["visit"], condition=Q(plan_sent_on=None), name="appointment_in_preparation"),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.starts_on}"


class Assignment(models.Model):
    """派组: one member of the team of a visit, what he audits and with which competence."""

    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10)  # leader auditor trainee expert
    standards = models.JSONField(default=list)
    codes = models.JSONField(default=dict)  # technical codes the member brings: {"QMS": ["17.10.02"]}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "person"], name="a_person_is_on_a_team_once"),
            models.UniqueConstraint(
                fields=["visit"], condition=Q(role="leader"), name="a_team_has_one_leader"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.person_id} {self.role}"


class Booking(models.Model):
    """One half-day of one person, given to one visit. The database lets nobody be in two places."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    half = models.CharField(max_length=2)  # am pm
    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "day", "half"], name="a_person_is_in_one_place_at_a_time"
            ),
            models.CheckConstraint(condition=Q(half__in=["am", "pm"]), name="a_day_has_two_halves"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.half}"


class TeamObjection(models.Model):
    """受审核方异议: the client objects to a member of the team, and what the body found (9.2.3.5)."""

    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    valid = models.BooleanField()  # a valid one keeps the person off this visit
    raised_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.visit_id} {self.person_id} {self.reason}"


class PlanLine(models.Model):
    """One line of the audit plan 审核计划: when, who, where, which clauses."""

    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    auditor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=120)
    standards = models.JSONField(default=list)
    clauses = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="plan_line_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.starts_at} {self.department}"


class SpecialApproval(models.Model):
    """特批: one visit may go beyond a limit of the body's own, for a reason a director approved."""

    number = models.CharField(max_length=20, unique=True)  # "TP2026-0001"
    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    limit = models.CharField(max_length=12)  # rulebook.special_approvals.Limit
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    first_day = models.DateField(null=True)  # of the days out that may be too many
    last_day = models.DateField(null=True)
    share = models.PositiveSmallIntegerField(default=0)  # percent that may be held from afar
    reason = models.CharField(max_length=300)
    asked_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    state = models.CharField(max_length=10, default="asked")  # words of exception-state
    decided_by = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True)
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["visit"],
                condition=Q(state="asked", limit="remote"),
                name="one_approval_from_afar_waits_for_a_visit",
            ),
            models.UniqueConstraint(
                fields=["visit", "person"],
                condition=Q(state="asked", limit="days-out"),
                name="one_approval_of_days_out_waits_for_a_person",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on=None) | ~Q(state="asked") & Q(decided_on__isnull=False),
                name="a_decided_special_approval_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(limit="remote") | Q(share__range=(1, 100)),
                name="an_approval_from_afar_has_its_share",
            ),
            models.CheckConstraint(
                condition=~Q(limit="days-out")
                | Q(person__isnull=False, first_day__isnull=False, last_day__gte=F("first_day")),
                name="an_approval_of_days_out_has_its_person_and_days",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=F("asked_by")), name="nobody_approves_what_he_asked_for"
            ),
        ]

    def __str__(self) -> str:
        return self.number
