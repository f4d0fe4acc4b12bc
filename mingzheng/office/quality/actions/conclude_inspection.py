"""Enter the result of an inspection with its evidence 登记检查结果."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import InspectionResult, objections_to_inspection_result
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Inspection


@dataclass(frozen=True)
class InspectionConcluded(Happened, kind="inspection.concluded"):
    number: str
    result: InspectionResult
    answer_due: date | None


@action(Role.QUALITY, Role.DIRECTOR, clause="own procedure")
def conclude_inspection(
    number: str,
    *,
    result: InspectionResult,
    evidence: str,
    findings: str = "",
    answer_due: date | None = None,
    on: date,
    by: Actor,
) -> InspectionConcluded:
    inspection = Inspection.objects.select_for_update().get(number=number)
    concluded = inspection.concluded_on is not None
    refuse_if(
        objections_to_inspection_result(result, concluded=concluded, evidence=evidence, answer_due=answer_due)
    )
    inspection.result, inspection.evidence, inspection.findings = result, evidence.strip(), findings.strip()
    inspection.answer_due, inspection.concluded_on = answer_due, on
    inspection.save()
    return InspectionConcluded(number, result, answer_due)
