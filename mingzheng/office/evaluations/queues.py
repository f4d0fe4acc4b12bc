"""What waits: evaluations to begin, to carry out, to decide."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.evaluations import AGAIN, WHOLE, Purpose
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import OTHERS

from .queries import evaluations, under_way


def _evaluation(row: Any, on: date) -> Item:
    why = f"evaluation-purpose.{row.purpose}"
    return Item(f"evaluation:{row.number}", named(row.contract.client), (row.standard,), why=why)


def _complete() -> Q:
    """All that is asked was done."""
    found = Q()
    for standard in OTHERS:
        later = Q(standard=standard, purpose=Purpose.SURVEILLANCE, n__gte=len(AGAIN[standard]))
        found |= later | Q(standard=standard, n__gte=len(WHOLE[standard]))
    return found


def _counted() -> QuerySet[Any]:
    return under_way().annotate(n=Count("activities")).order_by("begun_on", "pk")


@queue("evaluations.to-begin", Role.PROGRAMME_MANAGER, item=_evaluation)
def to_begin(by: Actor, on: date) -> QuerySet[Any]:
    """待开始: ordered, and its contract signed."""
    return evaluations().filter(state="ordered").order_by("ordered_on", "pk")


@queue("evaluations.to-carry-out", Role.PROGRAMME_MANAGER, Role.TECHNICAL, item=_evaluation)
def to_carry_out(by: Actor, on: date) -> QuerySet[Any]:
    """待评价: begun, and something that is asked has not been done."""
    return _counted().exclude(_complete())


@queue("evaluations.to-decide", Role.DECISION_MAKER, item=_evaluation)
def to_decide(by: Actor, on: date) -> QuerySet[Any]:
    """待认证决定: all was done, by others."""
    return _counted().filter(_complete())
