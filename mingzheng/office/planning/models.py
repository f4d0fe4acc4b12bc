"""What a plan of the year needs beyond the programme, the runs of the planner, and the calendars people subscribe to."""

from django.db import models
from django.db.models import F, Q


class ClientWishes(models.Model):
    """客户意愿: when a client wishes to be audited and when he cannot be, and how much at a distance."""

    client = models.OneToOneField("clients.Client", on_delete=models.PROTECT, related_name="+")
    remote_percent = models.PositiveSmallIntegerField(default=0)  # of the time on site, done at a distance
    wished = models.JSONField(default=list)  # [["2026-03-02", "2026-03-13"], …], both days inside
    forbidden = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(remote_percent__lte=100), name="a_share_is_at_most_the_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id}"


class Company(models.Model):
    """同行安排: who must be on the team of a visit (to be witnessed), and who goes along without counting."""

    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    required = models.JSONField(default=list)  # logins
    companions = models.JSONField(default=list)  # logins: trainees, the witness

    def __str__(self) -> str:
        return f"{self.visit_id}"


class Terms(models.Model):
    """排程参数: what counts how much for this body, where it differs from what the planner comes with; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    weights = models.JSONField(default=dict)  # field of planner.problem.Weights -> yuan
    limits = models.JSONField(default=dict)  # field of planner.problem.Limits, and of terms.OwnLimits

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(only=True), name="there_is_one_set_of_terms")]

    def __str__(self) -> str:
        return f"{self.weights} {self.limits}"


class PlanRun(models.Model):
    """排程运算: the planner set to work on a period, and the plan it proposed."""

    number = models.CharField(max_length=20, unique=True)  # "PC2026-0003"
    first_day = models.DateField()
    last_day = models.DateField()
    seconds = models.PositiveIntegerField()
    seed = models.PositiveIntegerField(default=1)
    keeps_appointed = models.BooleanField(default=False)  # what has its dates and team stays as it is
    requested_on = models.DateField()
    requested_by = models.CharField(max_length=40)
    stop_asked = models.BooleanField(default=False)
    concluded_on = models.DateField(null=True, blank=True)
    plan = models.JSONField(null=True, blank=True)  # planner.plan.Plan; none when it failed
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="a_plan_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(plan=None) | Q(concluded_on__isnull=False),
                name="a_plan_comes_at_the_end_of_its_run",
            ),
            models.UniqueConstraint(
                fields=["requested_by"], condition=Q(concluded_on=None), name="one_run_at_a_time_for_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CalendarLink(models.Model):
    """日历订阅: the secret address under which a person's or a client's visits can be read by a calendar program."""

    token = models.CharField(max_length=43, unique=True)
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    client = models.ForeignKey(
        "clients.Client", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, client__isnull=False) | Q(person__isnull=False, client=None),
                name="a_calendar_is_a_persons_or_a_clients",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_on=None), name="a_person_has_one_calendar"
            ),
            models.UniqueConstraint(
                fields=["client"], condition=Q(closed_on=None), name="a_client_has_one_calendar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.client_id}"
