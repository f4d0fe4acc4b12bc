"""Post what was consulted on, and the notice for everybody 民主协商与公告 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_day, objections_to_texts

from ..models import Consultation


@dataclass(frozen=True)
class ConsultationPosted(Happened, kind="consultation.posted", begins=True):
    number: str
    topic: str
    held_on: date


@action(Role.UNION, Role.GENERAL_OFFICE, clause="own procedure")
def post_consultation(
    topic: str, *, held_on: date, minutes: str, notice: str, on: date, by: Actor
) -> ConsultationPosted:
    """The notice lies on everybody's desk until he has read it."""
    refuse_if(objections_to_texts(topic, minutes, notice) + objections_to_day(held_on, on))
    row = Consultation.objects.create(
        number=next_number(Consultation, "XS", on.year),
        subject=topic.strip(),
        held_on=held_on,
        minutes=minutes.strip(),
        notice=notice.strip(),
        posted_on=on,
    )
    return ConsultationPosted(row.number, row.subject, held_on)
