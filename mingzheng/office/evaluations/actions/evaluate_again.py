"""Evaluate again what is certified: its surveillance, or before the next certificate 监督评价、再认证评价 (ISO/IEC 17065:2012 7.9)."""

from datetime import date

from mingzheng.office.programmes.models import Cycle
from mingzheng.office.record.action import action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.evaluations import Purpose, objections_to_evaluating_again
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Evaluation
from ..queries import locked_evaluation, under_way
from .begin_evaluation import EvaluationBegun


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17065:2012 7.9.1")
def evaluate_again(number: str, *, purpose: Purpose, on: date, by: Actor) -> EvaluationBegun:
    """`number`: an earlier evaluation of it. Under the same contract and scheme."""
    earlier = locked_evaluation(number)
    held, standard = earlier.certification, Standard(earlier.standard)
    living = held is not None and held.ended_on is None
    certified = living and Cycle.objects.filter(certification=held, starts_on__isnull=False).exists()
    busy = living and under_way().filter(certification=held).exists()
    refuse_if(objections_to_evaluating_again(standard, purpose, certified=certified, under_way=busy))

    row = Evaluation.objects.create(
        number=next_number(Evaluation, "PJ", on.year), contract_id=earlier.contract_id, scheme_id=earlier.scheme_id,
        standard=standard, purpose=purpose, scope_zh=held.scope_zh, scope_en=held.scope_en,
        ordered_on=on, begun_on=on, certification=held,
    )  # fmt: skip
    return EvaluationBegun(row.number, earlier.contract.client.uscc, standard, purpose)
