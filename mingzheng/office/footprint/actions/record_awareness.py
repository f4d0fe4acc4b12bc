"""Enter that a client was made aware during a visit 登记宣贯 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.footprint import Topic, objections_to_awareness, objections_to_day
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Awareness


@dataclass(frozen=True)
class AwarenessRecorded(Happened, kind="awareness.recorded", begins=True):
    number: str
    visit: str
    topic: Topic


@action(Role.AUDITOR, Role.PROGRAMME_MANAGER, Role.GENERAL_OFFICE, clause="own procedure")
def record_awareness(
    visit: str, *, topic: Topic, signed_by: str, signed_on: date, on: date, by: Actor
) -> AwarenessRecorded:
    """Somebody of the client signed for it; the signed sheet is filed with the entry."""
    of = Visit.objects.get(number=visit)
    known = Awareness.objects.filter(visit=of, topic=topic).exists()
    found = objections_to_awareness(signed_by, begun=bool(of.begun_on), known=known)
    refuse_if(found + objections_to_day(signed_on, on))
    row = Awareness.objects.create(
        number=next_number(Awareness, "XG", on.year),
        visit=of,
        topic=topic,
        signed_by=signed_by.strip(),
        signed_on=signed_on,
    )
    return AwarenessRecorded(row.number, visit, topic)
