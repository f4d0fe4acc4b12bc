"""Enter an association the body belongs to 登记会员资格 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import (
    Bond,
    Standing,
    objections_to_day,
    objections_to_name,
    objections_to_term,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Membership
from ..queries import memberships_on


@dataclass(frozen=True)
class AssociationJoined(Happened, kind="membership.begun", begins=True):
    number: str
    name: str
    standing: Standing


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="ISO 26000:2010 7.8")
def join_association(
    zh: str,
    *,
    en: str = "",
    bond: Bond,
    standing: Standing,
    since: date,
    until: date | None = None,
    on: date,
    by: Actor,
) -> AssociationJoined:
    """`until`: the last day paid or elected for; None until it is left."""
    known = memberships_on(on).filter(zh=zh.strip()).exists()
    refuse_if(
        objections_to_name(zh, known=known) + objections_to_day(since, on) + objections_to_term(since, until)
    )
    row = Membership.objects.create(
        number=next_number(Membership, "HY", on.year),
        bond=bond,
        zh=zh.strip(),
        en=en.strip(),
        standing=standing,
        since=since,
        until=until,
    )
    return AssociationJoined(row.number, row.zh, standing)
