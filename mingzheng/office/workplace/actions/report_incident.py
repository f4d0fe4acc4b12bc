"""Report an incident at work 登记事故 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import IncidentKind, objections_to_day, objections_to_texts

from ..models import Incident


@dataclass(frozen=True)
class IncidentReported(Happened, kind="incident.reported", begins=True):
    number: str
    kind: IncidentKind
    happened_on: date


@action(*HELD_BY_PERSONS, clause="own procedure")
def report_incident(
    login: str, *, kind: IncidentKind, happened_on: date, place: str, text: str, on: date, by: Actor
) -> IncidentReported:
    """By whoever it befell or who heard of it."""
    refuse_if(objections_to_texts(text) + objections_to_day(happened_on, on))
    row = Incident.objects.create(
        number=next_number(Incident, "SG", on.year),
        kind=kind,
        happened_on=happened_on,
        place=place.strip(),
        person=Person.objects.get(login=login),
        text=text.strip(),
        reported_on=on,
    )
    return IncidentReported(row.number, kind, happened_on)
