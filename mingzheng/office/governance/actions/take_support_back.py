"""Take back what was tagged as support by mistake 撤销帮扶登记 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.support import objections_to_taking_back
from mingzheng.rulebook.verdict import refuse_if

from ..models import Support


@dataclass(frozen=True)
class SupportTakenBack(Happened, kind="support.taken-back"):
    number: str
    reason: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause="own procedure")
def take_support_back(number: str, *, reason: str, on: date, by: Actor) -> SupportTakenBack:
    """The entry stays and is not counted; what was done may be tagged again, rightly."""
    row = Support.objects.select_for_update().get(number=number)
    refuse_if(objections_to_taking_back(reason, taken_back=bool(row.taken_back_on)))
    row.taken_back_on = on
    row.save(update_fields=["taken_back_on"])
    return SupportTakenBack(number, reason.strip())
