"""Renew a membership 续延会员资格 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import Standing, objections_to_renewing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Membership


@dataclass(frozen=True)
class MembershipRenewed(Happened, kind="membership.renewed"):
    number: str
    until: date


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="ISO 26000:2010 7.8")
def renew_membership(
    number: str, *, until: date, standing: Standing, on: date, by: Actor
) -> MembershipRenewed:
    """One that has run out may be renewed too: it was never left."""
    row = Membership.objects.select_for_update().get(number=number)
    refuse_if(objections_to_renewing(row.until, until, ended=bool(row.left_on)))
    row.until, row.standing = until, standing
    row.save(update_fields=["until", "standing"])
    return MembershipRenewed(number, until)
