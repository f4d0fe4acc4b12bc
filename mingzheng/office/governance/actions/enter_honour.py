"""Enter what the body was honoured with or chosen for 登记荣誉 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import (
    HonourKind,
    objections_to_day,
    objections_to_term,
    objections_to_texts,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Honour


@dataclass(frozen=True)
class HonourEntered(Happened, kind="honour.entered", begins=True):
    number: str
    honour: str
    given_by: str


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="own procedure")
def enter_honour(
    zh: str,
    *,
    en: str = "",
    kind: HonourKind,
    given_by: str,
    given_on: date,
    until: date | None = None,
    on: date,
    by: Actor,
) -> HonourEntered:
    """It stays on the desk until its certificate is filed."""
    refuse_if(
        objections_to_texts(zh, given_by)
        + objections_to_day(given_on, on)
        + objections_to_term(given_on, until)
    )
    row = Honour.objects.create(
        number=next_number(Honour, "RY", on.year),
        kind=kind,
        zh=zh.strip(),
        en=en.strip(),
        given_by=given_by.strip(),
        given_on=given_on,
        until=until,
    )
    return HonourEntered(row.number, row.zh, row.given_by)
