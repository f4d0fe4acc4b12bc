"""Evaluate whether the body meets laws 合规性评价: one, or all that are due in one sitting (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.laws import Compliance, objections_to_evaluation
from mingzheng.rulebook.verdict import refuse_if

from ..models import Law, LawEvaluation
from ..queries import LAW_KEEPERS, laws_in_force


@dataclass(frozen=True)
class LawEvaluated(Happened, kind="law.evaluated"):
    number: str
    compliance: Compliance
    findings: str


@action(*LAW_KEEPERS, clause="own procedure")
def evaluate_laws(
    numbers: Sequence[str], *, compliance: Compliance, findings: str = "", on: date, by: Actor
) -> list[LawEvaluated]:
    """`findings`: what was looked at; what is not met where they are not."""
    laws = list(laws_in_force(on).select_for_update().filter(number__in=numbers))
    refuse_if(objections_to_evaluation(len(numbers), len(laws), compliance, findings))
    said = {"compliance": compliance, "findings": findings.strip(), "evaluated_by": by.login}
    LawEvaluation.objects.bulk_create([LawEvaluation(law=law, evaluated_on=on, **said) for law in laws])
    Law.objects.filter(pk__in=[law.pk for law in laws]).update(evaluated_on=on, compliance=compliance)
    return [LawEvaluated(law.number, compliance, findings.strip()) for law in laws]
