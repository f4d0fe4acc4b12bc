"""Bring a grievance 提出诉求 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import GrievanceKind, objections_to_texts

from ..models import Grievance


@dataclass(frozen=True)
class GrievanceRaised(Happened, kind="grievance.raised", begins=True):
    number: str
    kind: GrievanceKind


@action(*HELD_BY_PERSONS, clause="own procedure")
def raise_grievance(kind: GrievanceKind, *, text: str, on: date, by: Actor) -> GrievanceRaised:
    """Everybody his own; the union and he himself see it, nobody else."""
    refuse_if(objections_to_texts(text))
    row = Grievance.objects.create(
        number=next_number(Grievance, "YS", on.year),
        kind=kind,
        person=Person.objects.get(login=by.login),
        text=text.strip(),
        received_on=on,
    )
    return GrievanceRaised(row.number, kind)
