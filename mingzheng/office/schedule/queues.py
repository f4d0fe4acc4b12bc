"""What waits for dates, a team or a plan; and where an auditor goes next."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from mingzheng.office.people.models import Leave, Tie
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import TO_COME, standards_of, to_be_dated
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role

from .models import Appointment, Assignment, Booking, SpecialApproval
from .queries import APPOINTED, accounts, special_approvals_seen_by, with_dates


def _item(visit: Any, due: date | None) -> Item:
    return Item(f"visit:{visit.number}", named(visit.client), tuple(visit.held.split()), due, visit.name)


def _by_window(visit: Any, on: date) -> Item:
    return _item(visit, visit.latest)


def _by_dates(visit: Any, on: date) -> Item:
    return _item(visit, visit.starts_on)


def _by_what_is_next(visit: Any, on: date) -> Item:
    return replace(_by_dates(visit, on), why=f"visit.next.{'plan' if visit.announced_on else 'team'}")


def _to_come() -> QuerySet[Any]:
    """Visits to come with their client and the standards `held`."""
    return Visit.objects.filter(TO_COME).select_related("client").annotate(held=standards_of())


def _coming(**told: Any) -> QuerySet[Any]:
    """Visits to come with dates of which so much is told, in the order of time."""
    dated = Appointment.objects.filter(**told).values("visit")
    return with_dates(_to_come().filter(pk__in=dated)).order_by("starts_on", "number")


def _of(by: Actor, **how: str) -> QuerySet[Any]:
    """Keys of the visits this person is sent on."""
    return Assignment.objects.filter(person__login=by.login, **how).values("visit")


@queue("schedule.to-appoint", Role.PROGRAMME_MANAGER, item=_by_window)
def to_appoint(by: Actor, on: date) -> QuerySet[Any]:
    """Visits without dates: due within 90 days, or of an initial certification."""
    undated = _to_come().filter(to_be_dated(on), ~APPOINTED)
    return undated.order_by(F("latest").asc(nulls_last=True), "number")


@queue("schedule.to-prepare", Role.PROGRAMME_MANAGER, item=_by_what_is_next)
def to_prepare(by: Actor, on: date) -> QuerySet[Any]:
    """Visits with dates until their plan is with the client: a team to complete and announce, then a plan to send."""
    return _coming(plan_sent_on=None)


@queue("schedule.on-leave", Role.PROGRAMME_MANAGER, item=_by_dates)
def on_leave(by: Actor, on: date) -> QuerySet[Any]:
    """Visits on a day of which, still to come, somebody of the team is on leave: leave entered after he was booked."""
    at_once = {"first_day__lte": OuterRef("day"), "last_day__gte": OuterRef("day")}
    away = Leave.objects.filter(person=OuterRef("person"), cancelled_on=None, **at_once)
    without = Booking.objects.filter(Exists(away), day__gte=on).values("visit")
    due = Visit.objects.filter(pk__in=without, held_on=None, dropped_on=None).select_related("client")
    return with_dates(due.annotate(held=standards_of())).order_by("starts_on", "number")


def _approval(row: SpecialApproval, on: date) -> Item:
    return Item(
        f"special-approval:{row.number}", named(row.visit.client), why=f"special-approval.{row.limit}"
    )


@queue("schedule.special-approvals", Role.DIRECTOR, item=_approval)
def special_approvals(by: Actor, on: date) -> QuerySet[Any]:
    """Visits that would go beyond a limit of the body's own, to approve or not."""
    return special_approvals_seen_by(by).filter(state="asked").order_by("asked_on", "pk")


@queue("schedule.my-plans", Role.AUDITOR, item=_by_dates)
def my_plans(by: Actor, on: date) -> QuerySet[Any]:
    """Visits this auditor leads whose plan he is still to make and send."""
    to_plan = _coming(announced_on__isnull=False, plan_sent_on=None)
    return to_plan.filter(pk__in=_of(by, role=TeamRole.LEADER))


@queue("schedule.my-visits", Role.AUDITOR, item=_by_dates)
def my_visits(by: Actor, on: date) -> QuerySet[Any]:
    """Announced visits to come that this auditor is sent on."""
    return _coming(announced_on__isnull=False, ends_on__gte=on).filter(pk__in=_of(by))


def _account(row: Tie, on: date) -> Item:
    return Item(f"client:{row.uscc}", named(row.organisation, row.person))


@queue("schedule.accounts", Role.MARKET, item=_account)
def accounts_left(by: Actor, on: date) -> QuerySet[Tie]:
    """Clients looked after by somebody who does not work here any more."""
    return accounts().filter(person__is_active=False).order_by("organisation", "pk")
