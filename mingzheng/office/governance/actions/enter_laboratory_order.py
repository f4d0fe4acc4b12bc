"""Enter the laboratory's order of a shared application 登记检测委托单 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import objections_to_their_order
from mingzheng.rulebook.verdict import refuse_if

from ..models import SharedIntake


@dataclass(frozen=True)
class LaboratoryOrderEntered(Happened, kind="shared-intake.order-entered"):
    number: str
    order: str


@action(Role.MARKET, Role.TECHNICAL, clause="own procedure")
def enter_laboratory_order(number: str, *, order: str, on: date, by: Actor) -> LaboratoryOrderEntered:
    """`order` is the laboratory's own number of it; ours is the contract of the application."""
    row = SharedIntake.objects.select_for_update().get(number=number)
    refuse_if(objections_to_their_order(order, known=bool(row.order), ended=bool(row.consent_ended_on)))
    row.order = order.strip()
    row.save(update_fields=["order"])
    return LaboratoryOrderEntered(number, row.order)
