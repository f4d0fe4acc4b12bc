"""Take a proposal into the chronicle 收入大事记 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_happening, objections_to_settling
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Happening


@dataclass(frozen=True)
class HappeningTaken(Happened, kind="happening.taken"):
    number: str


@action(Role.GENERAL_OFFICE, Role.DIRECTOR, clause="own procedure")
def take_happening(
    number: str, *, milestone: bool = False, of_year: bool = False, on: date, by: Actor
) -> HappeningTaken:
    """Whoever takes it in says what it is."""
    row = Happening.objects.select_for_update().get(number=number)
    refuse_if(
        objections_to_settling(settled=bool(row.taken_on or row.left_on))
        + objections_to_happening(row.zh, row.happened_on, on, milestone=milestone, of_year=of_year)
    )
    row.milestone, row.of_year, row.taken_on = milestone, of_year, on
    row.save(update_fields=["milestone", "of_year", "taken_on"])
    return HappeningTaken(number)
