"""Enter that a registration for products is one of an inspector of green products 绿色产品检查员 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import GreenMark
from ..queries import locked_products


@dataclass(frozen=True)
class GreenMarked(Happened, kind="person.green-marked"):
    login: str
    number: str
    first_day: date
    evidence: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def mark_green(login: str, *, first_day: date, evidence: str, on: date, by: Actor) -> GreenMarked:
    """From `first_day`, as long as the registration holds; `evidence`: where CCAA says so."""
    held = locked_products(login, first_day)
    marked = held.green.filter(Q(last_day=None) | Q(last_day__gte=first_day)).exists()
    refuse_if(rules.objections_to_marking_green(first_day, evidence, on, marked=marked))
    GreenMark.objects.create(registration=held, first_day=first_day, evidence=evidence.strip())
    return GreenMarked(login, held.number, first_day, evidence.strip())
