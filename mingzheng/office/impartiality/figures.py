"""The figures of risks, panels and gifts."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.governance import Panel
from mingzheng.rulebook.indicators import governance as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Gift, Meeting, PlannedMeeting, RelatedBody
from .queries import related_on, risks_in_force


@figure(
    means.RISKS,
    shows=("number", "kind|risk-kind", "source", "entered_on", "reviewed_on"),
    opens="risk:number",
    by="kind|risk-kind",
)
def risks(period: Period) -> QuerySet[Any]:
    return risks_in_force(period.last)


@figure(
    means.RELATED_BODIES, shows=("name", "relation|relation", "since", "ended_on"), by="relation|relation"
)
def related_bodies(period: Period) -> QuerySet[RelatedBody]:
    return related_on(period.last)


def meetings(period: Period, panel: Panel) -> QuerySet[Meeting]:
    return Meeting.objects.filter(panel=panel, held_on__range=period.days)


@figure(means.COMMITTEE_MEETINGS, shows=("number", "subject", "held_on"))
def committee_meetings(period: Period) -> QuerySet[Meeting]:
    return meetings(period, Panel.COMMITTEE)


@figure(means.BOARD_MEETINGS, shows=("number", "subject", "held_on"))
def board_meetings(period: Period) -> QuerySet[Meeting]:
    return meetings(period, Panel.BOARD)


def planned(period: Period) -> QuerySet[PlannedMeeting]:
    rows = PlannedMeeting.objects.filter(panel=Panel.BOARD, called_off_on=None)
    return rows.filter(planned_on__range=period.days)


@figure(means.BOARD_MEETINGS_PLANNED, shows=("number", "subject", "planned_on"))
def board_meetings_planned(period: Period) -> QuerySet[PlannedMeeting]:
    return planned(period)


@figure(means.BOARD_MEETINGS_KEPT, shows=("number", "subject", "planned_on", "meeting__held_on"))
def board_meetings_kept(period: Period) -> QuerySet[PlannedMeeting]:
    return planned(period).filter(meeting__isnull=False)


@figure(means.GIFTS, shows=("number", "received_on", "settlement|settlement"), opens="gift:number")
def gifts(period: Period) -> QuerySet[Gift]:
    return Gift.objects.filter(received_on__range=period.days)
