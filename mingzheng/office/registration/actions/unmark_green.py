"""Enter that somebody is an inspector of green products no longer 终止绿色产品检查员 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_green


@dataclass(frozen=True)
class GreenUnmarked(Happened, kind="person.green-ended"):
    login: str
    number: str
    last_day: date
    evidence: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def unmark_green(login: str, *, last_day: date, evidence: str, on: date, by: Actor) -> GreenUnmarked:
    """`last_day` he was one; the registration for products stays. `evidence`: where CCAA says so."""
    mark = locked_green(login, last_day)
    refuse_if(rules.objections_to_unmarking_green(mark.first_day, last_day, evidence, on))
    mark.last_day, mark.ended_by = last_day, evidence.strip()
    mark.save(update_fields=["last_day", "ended_by"])
    return GreenUnmarked(login, mark.registration.number, last_day, evidence.strip())
