"""Propose something for the chronicle 提议大事记 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import objections_to_happening
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import Happening


@dataclass(frozen=True)
class HappeningProposed(Happened, kind="happening.proposed", begins=True):
    number: str
    happened_on: date
    what: str


@action(*HELD_BY_PERSONS, clause="own procedure")
def propose_happening(
    zh: str,
    *,
    en: str = "",
    happened_on: date,
    milestone: bool = False,
    of_year: bool = True,
    on: date,
    by: Actor,
) -> HappeningProposed:
    """Anybody, for the history of the body, for the events of the year, or for both."""
    refuse_if(objections_to_happening(zh, happened_on, on, milestone=milestone, of_year=of_year))
    row = Happening.objects.create(
        number=next_number(Happening, "DS", on.year),
        happened_on=happened_on,
        zh=zh.strip(),
        en=en.strip(),
        milestone=milestone,
        of_year=of_year,
        proposed_on=on,
        proposed_by=by.login,
    )
    return HappeningProposed(row.number, happened_on, row.zh)
