"""The figures of the workplace. None shows who brought a grievance, who gave, what a care visit brought, or what somebody is paid."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import workplace as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.questionnaires import SATISFIED, SMALLEST_CUT

from .models import (
    Activity,
    CareVisit,
    Consultation,
    Contributions,
    Election,
    Facility,
    Gift,
    Grievance,
    Hazard,
    Incident,
    MarkGiven,
    NoticeRead,
    Settlement,
    StaffSurvey,
    Suggestion,
)
from .queries import facilities_on, hazards_on

ELECTION: dict[str, Any] = {
    "shows": ("number", "office", "held_on", "votes", "eligible"),
    "opens": "election:number",
}
GIFT: dict[str, Any] = {
    "shows": ("drive__number", "drive__purpose", "drive__receiver", "given_on", "amount"),
    "opens": "drive:drive__number",
}
ACTIVITY: dict[str, Any] = {"shows": ("number", "title", "held_on", "n", "spent"), "opens": "activity:number"}
INCIDENT: dict[str, Any] = {
    "shows": ("number", "kind|incident-kind", "happened_on", "place", "lost_days"),
    "opens": "incident:number",
    "by": "kind|incident-kind",
}
GRIEVANCE: dict[str, Any] = {
    "shows": ("number", "kind|grievance-kind", "received_on", "closed_on"),
    "by": "kind|grievance-kind",
}
SURVEY: dict[str, Any] = {
    "shows": ("number", "opened_on", "closed_on", "took", "staff"),
    "opens": "staff-survey:number",
}
MARKS: dict[str, Any] = {
    "shows": ("question", "mark", "n"),
    "opens": "staff-survey:survey__number",
    "amount": "n",
}
SUGGESTION: dict[str, Any] = {"shows": ("number", "made_on", "answered_on"), "opens": "suggestion:number"}


@figure(means.CONSULTATIONS, shows=("number", "subject", "held_on"), opens="consultation:number")
def consultations(period: Period) -> QuerySet[Consultation]:
    return Consultation.objects.filter(held_on__range=period.days)


@figure(
    means.NOTICES_READ,
    shows=("consultation__number", "consultation__subject", "read_on"),
    opens="consultation:consultation__number",
)
def notices_read(period: Period) -> QuerySet[NoticeRead]:
    return NoticeRead.objects.filter(read_on__range=period.days)


@figure(means.ELECTIONS, **ELECTION)
def elections(period: Period) -> QuerySet[Election]:
    return Election.objects.filter(held_on__range=period.days)


@figure(means.ELECTION_VOTES, amount="votes", **ELECTION)
def election_votes(period: Period) -> QuerySet[Election]:
    return elections(period)


@figure(means.ELECTION_ELIGIBLE, amount="eligible", **ELECTION)
def election_eligible(period: Period) -> QuerySet[Election]:
    return elections(period)


@figure(means.CARE_VISITS, shows=("number", "visited_on"))
def care_visits(period: Period) -> QuerySet[CareVisit]:
    return CareVisit.objects.filter(visited_on__range=period.days)


@figure(means.DONATIONS, amount="amount", **GIFT)
def donations(period: Period) -> QuerySet[Gift]:
    return Gift.objects.filter(given_on__range=period.days)


@figure(means.GIVERS, **GIFT)
def givers(period: Period) -> QuerySet[Gift]:
    return donations(period)


@figure(means.INSURED_MONTHS, shows=("number", "month"), opens="contributions:number")
def insured_months(period: Period) -> QuerySet[Contributions]:
    return Contributions.objects.filter(month__range=period.days)


@figure(means.ACTIVITIES, **ACTIVITY)
def activities(period: Period) -> QuerySet[Activity]:
    return Activity.objects.filter(held_on__range=period.days)


@figure(means.ACTIVITY_PEOPLE, amount="n", **ACTIVITY)
def activity_people(period: Period) -> QuerySet[Activity]:
    return activities(period)


@figure(means.ACTIVITY_SPENDING, amount="spent", **ACTIVITY)
def activity_spending(period: Period) -> QuerySet[Activity]:
    return activities(period)


@figure(means.INCIDENTS, **INCIDENT)
def incidents(period: Period) -> QuerySet[Incident]:
    return Incident.objects.filter(happened_on__range=period.days)


@figure(means.LOST_DAYS, amount="lost_days", **INCIDENT)
def lost_days(period: Period) -> QuerySet[Incident]:
    return incidents(period)


@figure(
    means.HAZARDS,
    shows=("number", "activity", "hazard", "likelihood", "severity", "owner|owner"),
    opens="hazard:number",
    by="owner|owner",
)
def hazards(period: Period) -> QuerySet[Hazard]:
    return hazards_on(period.last)


@figure(means.GRIEVANCES, **GRIEVANCE)
def grievances(period: Period) -> QuerySet[Grievance]:
    return Grievance.objects.filter(received_on__range=period.days)


@figure(means.GRIEVANCES_CLOSED, **GRIEVANCE)
def grievances_closed(period: Period) -> QuerySet[Grievance]:
    return grievances(period).filter(closed_on__isnull=False)


@figure(
    means.FACILITIES,
    shows=("number", "name", "kind|facility-kind", "place", "pieces", "since"),
    opens="facility:number",
    by="kind|facility-kind",
)
def facilities(period: Period) -> QuerySet[Facility]:
    return facilities_on(period.last)


@figure(means.DAY_FEES, shows=("number", "month", "paid_on"), opens="settlement:number", amount="amount")
def day_fees(period: Period) -> QuerySet[Settlement]:
    return Settlement.objects.filter(paid_on__range=period.days)


@figure(means.STAFF_ANSWERED, amount="took", **SURVEY)
def staff_answered(period: Period) -> QuerySet[StaffSurvey]:
    """Those closed, in the year of their last day."""
    return StaffSurvey.objects.filter(ends_on__range=period.days, closed_on__isnull=False)


@figure(means.STAFF_ASKED, amount="staff", **SURVEY)
def staff_asked(period: Period) -> QuerySet[StaffSurvey]:
    return staff_answered(period)


@figure(means.STAFF_MARKS, **MARKS)
def staff_marks(period: Period) -> QuerySet[MarkGiven]:
    """Of the surveys so many answered that nobody can be told apart."""
    shown = staff_answered(period).filter(took__gte=SMALLEST_CUT)
    return MarkGiven.objects.filter(survey__in=shown, cut="all:")


@figure(means.STAFF_SATISFIED, **MARKS)
def staff_satisfied(period: Period) -> QuerySet[MarkGiven]:
    return staff_marks(period).filter(mark__gte=SATISFIED)


@figure(means.SUGGESTIONS, **SUGGESTION)
def suggestions(period: Period) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(made_on__range=period.days)


@figure(means.SUGGESTIONS_ANSWERED, **SUGGESTION)
def suggestions_answered(period: Period) -> QuerySet[Suggestion]:
    return suggestions(period).filter(answered_on__isnull=False)
