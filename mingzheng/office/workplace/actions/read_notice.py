"""Sign that a notice was read 公告签阅 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_reading

from ..models import Consultation, NoticeRead


@dataclass(frozen=True)
class NoticeWasRead(Happened, kind="consultation.read"):
    number: str


@action(*HELD_BY_PERSONS, clause="own procedure")
def read_notice(number: str, *, on: date, by: Actor) -> NoticeWasRead:
    """Everybody for himself."""
    row = Consultation.objects.get(number=number)
    refuse_if(objections_to_reading(known=row.readers.filter(person__login=by.login).exists()))
    NoticeRead.objects.create(consultation=row, person=Person.objects.get(login=by.login), read_on=on)
    return NoticeWasRead(number)
