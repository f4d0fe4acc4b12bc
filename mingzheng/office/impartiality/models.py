"""Risks, related bodies, panels and their meetings, gifts (ISO/IEC 17021-1 5.2)."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.governance import risk_review_due


class RelatedBody(models.Model):
    """关联机构: a body in the same hands, or bound by contract, and what that means for impartiality."""

    uscc = models.CharField(max_length=18)
    name = models.CharField(max_length=200)
    relation = models.CharField(max_length=16)  # rulebook.governance.Relation
    activities = models.JSONField(default=list)  # rulebook.governance.Activity
    analysis = models.TextField()
    since = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["uscc"], condition=Q(ended_on=None), name="a_body_is_related_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Risk(models.Model):
    """风险、公正性威胁: as it weighs by the last review. Earlier reviews stay in the record."""

    number = models.CharField(max_length=20, unique=True)  # "FX2026-0003"
    kind = models.CharField(max_length=16)  # rulebook.governance.RiskKind
    threat = models.CharField(max_length=16, blank=True)  # of a threat to impartiality
    source = models.TextField()
    about = models.CharField(
        max_length=80, blank=True
    )  # subject of what opened it by itself: "order:FW2026-0001"
    related_body = models.ForeignKey(
        RelatedBody, on_delete=models.PROTECT, related_name="risks", null=True, blank=True
    )
    likelihood = models.PositiveSmallIntegerField()  # 1 to 5
    impact = models.PositiveSmallIntegerField()  # 1 to 5
    owner = models.CharField(max_length=60, blank=True)  # the department that answers for it
    treatment = models.TextField(blank=True)
    accepted_by = models.CharField(max_length=40, blank=True)  # login, of what remains
    entered_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), impact__range=(1, 5)), name="a_risk_is_on_the_scale"
            ),
            models.UniqueConstraint(
                fields=["about"], condition=~Q(about=""), name="what_opens_a_review_opens_it_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def weight(self) -> int:
        return self.likelihood * self.impact

    @property
    def review_due(self) -> date:
        """By when it is looked at again."""
        unseen = bool(self.about) and self.reviewed_on is None
        return risk_review_due(self.reviewed_on or self.entered_on, opened_by_itself=unseen)


class Seat(models.Model):
    """席位: a member of the impartiality committee or the board, for a term."""

    number = models.CharField(max_length=20, unique=True)
    panel = models.CharField(max_length=10)  # rulebook.governance.Panel
    name = models.CharField(max_length=60)
    organisation = models.CharField(max_length=200, blank=True)
    interest = models.CharField(max_length=10)  # rulebook.governance.Interest
    since = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="a_term_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """会议: of a panel, with those present and the minutes."""

    number = models.CharField(max_length=20, unique=True)
    panel = models.CharField(max_length=10)
    held_on = models.DateField()
    subject = models.CharField(max_length=200)
    minutes = models.TextField()
    present = models.ManyToManyField(Seat, related_name="meetings")

    class Meta:
        indexes = [models.Index(fields=["panel", "held_on"], name="meeting_panel_held")]

    def __str__(self) -> str:
        return self.number


class PlannedMeeting(models.Model):
    """会议计划: a day on which a panel is to meet; held once its minutes are entered, missed when the day is over without."""

    number = models.CharField(max_length=20, unique=True)  # "HJ2026-0003"
    panel = models.CharField(max_length=10)
    planned_on = models.DateField()
    subject = models.CharField(max_length=200)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="plan", null=True, blank=True
    )
    called_off_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)  # why it was called off

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["panel", "planned_on"],
                condition=Q(called_off_on=None),
                name="a_panel_plans_one_meeting_a_day",
            ),
            models.CheckConstraint(
                condition=Q(meeting=None) | Q(called_off_on=None),
                name="a_meeting_held_was_not_called_off",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Gift(models.Model):
    """礼品: offered to or received by one of the body's people, and what became of it."""

    number = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    giver = models.CharField(max_length=200)
    what = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=10, decimal_places=2)  # CNY
    received_on = models.DateField()
    declared_on = models.DateField()
    settlement = models.CharField(max_length=10, blank=True)  # rulebook.governance.Settlement
    evidence = models.CharField(max_length=300, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.number
