"""Say what came of an objective 登记目标结果 (ISO 26000:2010 7.4.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import Result, objections_to_result
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Objective


@dataclass(frozen=True)
class ResultTold(Happened, kind="objective.result-told"):
    number: str
    result: Result
    told: str


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO 26000:2010 7.4.2")
def tell_result(
    number: str,
    *,
    result: Result,
    told_zh: str,
    told_en: str = "",
    evidence: str = "",
    on: date,
    by: Actor,
) -> ResultTold:
    """Nothing is met, or met in part, without evidence."""
    row = Objective.objects.select_for_update().get(number=number)
    refuse_if(objections_to_result(result, told_zh, evidence, known=bool(row.result)))
    row.result, row.told_on, row.evidence = result, on, evidence.strip()
    row.told_zh, row.told_en = told_zh.strip(), told_en.strip()
    row.save(update_fields=["result", "told_on", "evidence", "told_zh", "told_en"])
    return ResultTold(number, result, row.told_zh)
