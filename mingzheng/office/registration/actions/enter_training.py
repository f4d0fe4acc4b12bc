"""Enter continuing education 登记继续教育 — CCAA-101."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.registration import TrainingKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Training


@dataclass(frozen=True)
class TrainingEntered(Happened, kind="person.training-entered"):
    login: str
    number: int
    title: str
    hours: Decimal
    evidence: str


@action(*HELD_BY_PERSONS, clause="CCAA-101")
def enter_training(
    login: str,
    *,
    standard: Standard | None = None,
    kind: TrainingKind,
    title: str,
    hours: Decimal,
    held_on: date,
    evidence: str,
    on: date,
    by: Actor,
) -> TrainingEntered:
    """`standard`: the field it is about, None for what is general. It counts once another person accepted it."""
    person = locked_person(login)
    may = by.login == login or by.holds(Role.COMPETENCE_EVALUATOR)
    refuse_if(rules.objections_to_training(hours, held_on, evidence, on, may=may))
    number = (Training.objects.filter(person=person).aggregate(last=Max("number"))["last"] or 0) + 1
    Training.objects.create(
        person=person,
        number=number,
        standard=standard or "",
        kind=kind,
        title=title,
        hours=hours,
        held_on=held_on,
        evidence=evidence.strip(),
    )
    return TrainingEntered(login, number, title, hours, evidence.strip())
