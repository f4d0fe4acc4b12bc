"""What waits: notices to read, drives to close, hazards to review, incidents and grievances to close, day fees to check, approve and
pay, surveys to answer and to close, suggestions to answer."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.day_fees import Step
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.workplace import hazard_looked_at_by, hazard_review_due

from .day_fees import settlements_seen_by
from .models import Drive, Grievance, Hazard, Incident, Settlement, StaffSurvey, Suggestion
from .queries import drives_seen_by, grievances_seen_by, hazards_seen_by, incidents_seen_by, unread_by
from .staff_voice import staff_surveys_seen_by


def _consultation(row: Any, on: date) -> Item:
    return Item(f"consultation:{row.number}", row.subject)


def _drive(row: Drive, on: date) -> Item:
    return Item(f"drive:{row.number}", row.purpose)


def _incident(row: Incident, on: date) -> Item:
    return Item(f"incident:{row.number}", named(row.person))


def _hazard(row: Hazard, on: date) -> Item:
    return Item(f"hazard:{row.number}", row.hazard, due=hazard_review_due(row.looked_at_on))


def _grievance(row: Grievance, on: date) -> Item:
    return Item(f"grievance:{row.number}", named(row.person))


def _settlement(row: Settlement, on: date) -> Item:
    return Item(f"settlement:{row.number}", named(row.person, f"{row.month:%Y-%m}"))


def _survey(row: StaffSurvey, on: date) -> Item:
    return Item(f"staff-survey:{row.number}", row.number, due=row.ends_on)


def _suggestion(row: Suggestion, on: date) -> Item:
    return Item(f"suggestion:{row.number}", row.text[:20])


@queue("workplace.notices", *HELD_BY_PERSONS, item=_consultation)
def notices(by: Actor, on: date) -> QuerySet[Any]:
    """Posted, and not read by this person."""
    return unread_by(by).order_by("posted_on", "pk")


@queue("workplace.drives", Role.UNION, item=_drive)
def drives(by: Actor, on: date) -> QuerySet[Any]:
    return drives_seen_by(by).filter(closed_on=None).order_by("opened_on", "pk")


@queue("workplace.incidents", Role.GENERAL_OFFICE, item=_incident)
def incidents(by: Actor, on: date) -> QuerySet[Incident]:
    return incidents_seen_by(by).filter(closed_on=None).order_by("happened_on", "pk")


@queue("workplace.hazards", Role.GENERAL_OFFICE, item=_hazard)
def hazards(by: Actor, on: date) -> QuerySet[Hazard]:
    """Hazards to look at again within a month."""
    rows = hazards_seen_by(by).filter(ended_on=None, looked_at_on__lte=hazard_looked_at_by(on))
    return rows.order_by("looked_at_on", "pk")


@queue("workplace.grievances", Role.UNION, item=_grievance)
def grievances(by: Actor, on: date) -> QuerySet[Grievance]:
    return grievances_seen_by(by).filter(closed_on=None).order_by("received_on", "pk")


@queue("workplace.day-fees-to-check", Role.PROGRAMME_MANAGER, item=_settlement)
def day_fees_to_check(by: Actor, on: date) -> QuerySet[Settlement]:
    """Claimed by somebody else for somebody else."""
    rows = settlements_seen_by(by).filter(step=Step.CLAIMED)
    return rows.exclude(claimed_by=by.login).exclude(person__login=by.login).order_by("month", "pk")


@queue("workplace.day-fees-to-approve", Role.DIRECTOR, item=_settlement)
def day_fees_to_approve(by: Actor, on: date) -> QuerySet[Settlement]:
    """Checked, claimed by and for somebody else."""
    rows = settlements_seen_by(by).filter(step=Step.CHECKED).exclude(claimed_by=by.login)
    return rows.exclude(checked_by=by.login).exclude(person__login=by.login).order_by("month", "pk")


@queue("workplace.day-fees-to-pay", Role.FINANCE, item=_settlement)
def day_fees_to_pay(by: Actor, on: date) -> QuerySet[Settlement]:
    rows = settlements_seen_by(by).filter(step=Step.APPROVED)
    return rows.exclude(person__login=by.login).order_by("month", "pk")


@queue("workplace.survey-to-answer", *HELD_BY_PERSONS, item=_survey)
def survey_to_answer(by: Actor, on: date) -> QuerySet[Any]:
    """Open, and not answered by this person."""
    rows = staff_surveys_seen_by(by).filter(mine=False, closed_on=None, ends_on__gte=on)
    return rows.order_by("ends_on", "pk")


@queue("workplace.survey-to-close", Role.UNION, Role.GENERAL_OFFICE, item=_survey)
def survey_to_close(by: Actor, on: date) -> QuerySet[Any]:
    return staff_surveys_seen_by(by).filter(closed_on=None, ends_on__lt=on).order_by("ends_on", "pk")


@queue("workplace.suggestions", Role.GENERAL_OFFICE, Role.DIRECTOR, item=_suggestion)
def suggestions(by: Actor, on: date) -> QuerySet[Suggestion]:
    """Not answered yet, one's own left out."""
    rows = Suggestion.objects.filter(answered_on=None).exclude(person__login=by.login)
    return rows.order_by("made_on", "pk")
