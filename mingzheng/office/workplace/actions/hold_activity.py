"""Enter an activity of the staff 登记活动 (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_activity

from ..models import Activity


@dataclass(frozen=True)
class ActivityHeld(Happened, kind="activity.held", begins=True):
    number: str
    title: str
    held_on: date
    people: int


@action(Role.UNION, Role.GENERAL_OFFICE, clause="own procedure")
def hold_activity(
    title: str,
    *,
    held_on: date,
    place: str,
    spent: Decimal,
    participants: Sequence[str],
    on: date,
    by: Actor,
) -> ActivityHeld:
    """Whoever was there counts once; `spent` in CNY."""
    there = list(Person.objects.filter(login__in=participants))
    refuse_if(objections_to_activity(title, len(there), spent, held_on, on))
    row = Activity.objects.create(
        number=next_number(Activity, "HD", on.year),
        title=title.strip(),
        place=place.strip(),
        held_on=held_on,
        spent=spent,
        n=len(there),
    )
    row.participants.set(there)
    return ActivityHeld(row.number, row.title, held_on, row.n)
