"""Enter for whom social insurance was paid in a month 登记社会保险 (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_contributions

from ..models import Contributions


@dataclass(frozen=True)
class ContributionsEntered(Happened, kind="contributions.entered", begins=True):
    number: str
    month: str  # "2026-03"
    people: int


@action(Role.GENERAL_OFFICE, clause="own procedure")
def enter_contributions(month: date, *, people: Sequence[str], on: date, by: Actor) -> ContributionsEntered:
    """Any day of the month names it; `people` by their logins."""
    month = month.replace(day=1)
    known = Contributions.objects.filter(month=month).exists()
    paid_for = list(Person.objects.filter(login__in=people))
    refuse_if(objections_to_contributions(month, on, len(paid_for), known=known))
    row = Contributions.objects.create(
        number=next_number(Contributions, "SB", on.year), month=month, entered_on=on
    )
    row.people.set(paid_for)
    return ContributionsEntered(row.number, f"{month:%Y-%m}", len(paid_for))
