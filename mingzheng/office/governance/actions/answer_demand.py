"""Say what is done about a demand 回应诉求 (ISO 26000:2010 5.3.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_answer
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Demand


@dataclass(frozen=True)
class DemandAnswered(Happened, kind="demand.answered"):
    number: str
    answer: str


@action(Role.GENERAL_OFFICE, Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 5.3.3")
def answer_demand(number: str, *, answer_zh: str, answer_en: str = "", on: date, by: Actor) -> DemandAnswered:
    row = Demand.objects.select_for_update().get(number=number)
    refuse_if(objections_to_answer(answer_zh, answered=bool(row.answered_on)))
    row.answer_zh, row.answer_en, row.answered_on = answer_zh.strip(), answer_en.strip(), on
    row.save(update_fields=["answer_zh", "answer_en", "answered_on"])
    return DemandAnswered(number, row.answer_zh)
