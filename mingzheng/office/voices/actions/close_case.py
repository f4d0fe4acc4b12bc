"""Close a case: it was answered, and what was to be corrected has been 关闭 (ISO/IEC 17021-1:2015 9.7.4, 9.8.6)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import objections_to_closing

from ..queries import locked_case


@dataclass(frozen=True)
class CaseClosed(Happened, kind="case.closed"):
    number: str
    days: int  # from receipt


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.8.6")
def close_case(number: str, *, followed_up: str = "", on: date, by: Actor) -> CaseClosed:
    """`followed_up` says what was done and whether it helped."""
    case = locked_case(number)
    refuse_if(objections_to_closing(case.facts, followed_up=followed_up))
    case.followed_up, case.closed_on = followed_up.strip(), on
    case.save(update_fields=["followed_up", "closed_on"])
    return CaseClosed(number, (on - case.received_on).days)
