"""Enter a penalty imposed on the body or one of its people 登记行政处罚 (CNCA yearly report)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_system import PenaltyKind, objections_to_penalty
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Penalty


@dataclass(frozen=True)
class PenaltyRecorded(Happened, kind="penalty.recorded"):
    number: str
    kind: PenaltyKind
    authority: str
    imposed_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="CNCA yearly report")
def record_penalty(
    kind: PenaltyKind, *, authority: str, reason: str, imposed_on: date, on: date, by: Actor
) -> PenaltyRecorded:
    refuse_if(objections_to_penalty(reason, imposed_on, on))
    penalty = Penalty.objects.create(
        number=next_number(Penalty, "CF", on.year),
        kind=kind,
        authority=authority.strip(),
        reason=reason.strip(),
        imposed_on=imposed_on,
    )
    return PenaltyRecorded(penalty.number, kind, penalty.authority, imposed_on)
