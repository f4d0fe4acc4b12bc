"""What waits: the next step of each case, clients to call, special visits a case calls for."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .models import CallBack, Survey
from .queries import badly_behaved, calling_for_visit, calls_seen_by, cases_seen_by, to_call, to_follow_up


def _case(row: Any, on: date) -> Item:
    return Item(
        f"case:{row.number}",
        named(row.client) if row.client else "",
        due=row.due,
        why=f"case.next.{row.state}",
    )


def _call(row: CallBack, on: date) -> Item:
    why = "call.next.follow-up" if row.outcome == "completed" else "call.next.call"
    return Item(f"call:{row.key}", named(row.visit.client), why=why)


def _survey(row: Survey, on: date) -> Item:
    return Item(f"survey:{row.visit.number}", named(row.visit.client), why="survey.next.open-case")


def _visit(row: Any, on: date) -> Item:
    return Item(
        f"special-visit:{row.number}", named(row.client), due=row.answer_by, why="case.next.special-visit"
    )


@queue("voices.cases", Role.QUALITY, Role.DIRECTOR, Role.TECHNICAL, item=_case)
def open_cases(by: Actor, on: date) -> QuerySet[Any]:
    """Every open case one may see; for a handler those he has still to investigate."""
    rows = cases_seen_by(by).exclude(state="closed").order_by("due", "number")
    keeps = by.holds(Role.QUALITY) or by.holds(Role.DIRECTOR)
    return rows if keeps else rows.filter(state="assigned")


@queue("voices.calls", Role.QUALITY, item=_call)
def calls(by: Actor, on: date) -> QuerySet[CallBack]:
    waiting = Q(pk__in=to_call().values("pk")) | Q(pk__in=to_follow_up().values("pk"))
    return calls_seen_by(by).filter(waiting).order_by("draw__number", "visit__number")


@queue("voices.conduct", Role.QUALITY, item=_survey)
def conduct(by: Actor, on: date) -> QuerySet[Survey]:
    """工作作风评价差: each is looked into as a case, by somebody who was not on the team."""
    return badly_behaved(by).order_by("answered_on", "pk")


@queue("voices.special-visits", Role.PROGRAMME_MANAGER, item=_visit)
def special_visits(by: Actor, on: date) -> QuerySet[Any]:
    """Clients to be visited at short notice because of a complaint; who complained stays with quality management."""
    return calling_for_visit()
