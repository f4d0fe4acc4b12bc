"""Claim the half-days audited in a month 申报劳务费 (own procedure)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.day_fees import Step, objections_to_claim
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..day_fees import told
from ..models import Settlement


@dataclass(frozen=True)
class DayFeesClaimed(Happened, kind="settlement.claimed", begins=True):
    number: str
    month: str
    half_days: int


@action(Role.AUDITOR, Role.GENERAL_OFFICE, clause="own procedure")
def claim_day_fees(
    login: str, *, month: date, half_days: Collection[HalfDay], on: date, by: Actor
) -> DayFeesClaimed:
    """By an auditor for himself, or by the general office for anybody, as for experts who never log in; `month` is any day of it."""
    month = month.replace(day=1)
    person = locked_person(login)
    settled = Settlement.objects.filter(person=person, month=month).exclude(step=Step.REFUSED)
    own = login == by.login or by.holds(Role.GENERAL_OFFICE)
    claimed = sorted(set(half_days))
    refuse_if(objections_to_claim(month, claimed, on, own=own, known=settled.exists()))
    row = Settlement.objects.create(
        number=next_number(Settlement, "LW", on.year),
        person=person,
        month=month,
        claimed=[told(one) for one in claimed],
        claimed_by=by.login,
        claimed_on=on,
    )
    return DayFeesClaimed(row.number, f"{month:%Y-%m}", len(claimed))
