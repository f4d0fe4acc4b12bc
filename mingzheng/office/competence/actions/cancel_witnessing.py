"""Call off a witnessed audit that was planned 取消见证 — ISO/IEC 17021-1:2015 7.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..queries import locked_witnessing


@dataclass(frozen=True)
class WitnessingCancelled(Happened, kind="person.witnessing-cancelled"):
    login: str
    standard: Standard
    planned_for: date
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.10")
def cancel_witnessing(
    login: str, standard: Standard, *, reason: str, on: date, by: Actor
) -> WitnessingCancelled:
    planned = locked_witnessing(login, standard)
    planned.cancelled_on = on
    planned.save(update_fields=["cancelled_on"])
    return WitnessingCancelled(login, standard, planned.planned_for, reason)
