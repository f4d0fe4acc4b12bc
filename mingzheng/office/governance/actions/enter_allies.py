"""Enter the other members of an alliance 登记联盟成员 (ISO 26000:2010 7.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_numbers
from mingzheng.rulebook.responsibility import objections_to_day, objections_to_more, objections_to_name
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Ally, Membership


@dataclass(frozen=True)
class AlliesEntered(Happened, kind="membership.allies-entered"):
    number: str
    names: list[str]


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="ISO 26000:2010 7.8")
def enter_allies(number: str, *, names: Sequence[str], since: date, on: date, by: Actor) -> AlliesEntered:
    """Each once while it is a member."""
    row = Membership.objects.select_for_update().get(number=number)
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    known = row.allies.filter(left_on=None, name__in=wanted).values_list("name", flat=True).first()
    refuse_if(
        objections_to_more(ended=bool(row.left_on))
        + objections_to_name(known or "".join(wanted), known=bool(known))
        + objections_to_day(since, on)
    )
    numbers = next_numbers(Ally, "LM", on.year, len(wanted))
    Ally.objects.bulk_create(
        Ally(number=one, membership=row, name=name, since=since)
        for one, name in zip(numbers, wanted, strict=True)
    )
    return AlliesEntered(number, wanted)
