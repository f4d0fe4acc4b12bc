"""Decide whether a quotation may lie below the floor 批准低于底价的报价 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.prices import REASON_MISSING, objections_to_deciding_below
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import FloorException


@dataclass(frozen=True)
class ExceptionDecided(Happened, kind="exception.decided"):
    number: str
    application: str
    outcome: str  # granted refused


@action(Role.DIRECTOR, clause="own procedure")
def decide_below_floor(number: str, *, granted: bool, remark: str, on: date, by: Actor) -> ExceptionDecided:
    """By a director who did not ask for it himself; a refusal says why."""
    row = FloorException.objects.select_for_update().get(number=number)
    found = objections_to_deciding_below(decided=bool(row.decided_on), own=row.asked_by == by.login)
    refuse_if(found + ([] if granted or remark.strip() else [REASON_MISSING]))
    row.state, row.remark = "granted" if granted else "refused", remark.strip()
    row.decided_on, row.decided_by = on, by.login
    row.save(update_fields=["state", "remark", "decided_on", "decided_by"])
    return ExceptionDecided(number, row.application, row.state)
