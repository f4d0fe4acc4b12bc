"""What waits for dates, a team or a plan; and where an auditor goes next."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import open_visits, to_be_dated
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role

from .models import Appointment, Assignment
from .queries import with_status


def _by_window(visit: Visit, on: date) -> Item:
    return Item(
        f"visit:{visit.number}", visit.client.name_zh, tuple(visit.standards), visit.latest, visit.name
    )


def _by_dates(visit: Visit, on: date) -> Item:
    starts_on = visit.starts_on  # type: ignore[attr-defined]
    return Item(f"visit:{visit.number}", visit.client.name_zh, tuple(visit.standards), starts_on, visit.name)


def _mine(by: Actor, **how: str) -> Exists:
    return Exists(Assignment.objects.filter(visit=OuterRef("pk"), person__login=by.login, **how))


@queue("schedule.to-appoint", Role.PROGRAMME_MANAGER, item=_by_window)
def to_appoint(by: Actor, on: date) -> QuerySet[Any]:
    """Visits without dates: due within 90 days, or of an initial certification."""
    return (
        with_status(open_visits().filter(to_be_dated(on)))
        .filter(status="to_schedule")
        .order_by("latest", "number")
    )


@queue("schedule.team", Role.PROGRAMME_MANAGER, item=_by_dates)
def team_incomplete(by: Actor, on: date) -> QuerySet[Any]:
    """Visits with dates whose team is not complete, or not yet announced."""
    dated = Appointment.objects.filter(announced_on=None).values("visit")
    return with_status(open_visits().filter(pk__in=dated)).filter(status="team").order_by("starts_on")


@queue("schedule.plan", Role.PROGRAMME_MANAGER, item=_by_dates)
def plan_to_send(by: Actor, on: date) -> QuerySet[Any]:
    """Announced visits whose plan has not gone out."""
    unsent = Appointment.objects.filter(announced_on__isnull=False, plan_sent_on=None).values("visit")
    return with_status(open_visits().filter(pk__in=unsent)).filter(status="announced").order_by("starts_on")


@queue("schedule.my-plans", Role.AUDITOR, item=_by_dates)
def my_plans(by: Actor, on: date) -> QuerySet[Any]:
    """Visits this auditor leads whose plan he is still to make and send."""
    return plan_to_send(by, on).filter(_mine(by, role=TeamRole.LEADER))


@queue("schedule.my-visits", Role.AUDITOR, item=_by_dates)
def my_visits(by: Actor, on: date) -> QuerySet[Any]:
    """Announced visits to come that this auditor is sent on."""
    sent_on = Assignment.objects.filter(person__login=by.login, visit__held_on=None).values("visit")
    coming = with_status(open_visits().filter(pk__in=sent_on))
    return coming.filter(status__in=["announced", "plan_sent"], ends_on__gte=on).order_by("starts_on")
