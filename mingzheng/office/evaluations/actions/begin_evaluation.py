"""Begin an evaluation that was ordered 开始评价 (ISO/IEC 17065:2012 7.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Certification, Cycle
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.evaluations import Purpose, objections_to_beginning
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_evaluation


@dataclass(frozen=True)
class EvaluationBegun(Happened, kind="evaluation.begun"):
    number: str
    client: str  # its code
    standard: Standard
    purpose: Purpose


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17065:2012 7.4.1")
def begin_evaluation(number: str, *, on: date, by: Actor) -> EvaluationBegun:
    """From here on there is a certification to be granted."""
    row = locked_evaluation(number)
    refuse_if(objections_to_beginning(row.facts, certified=row.certified))

    client = row.contract.client
    row.certification = Certification.objects.create(
        client=client, contract=row.contract, standard=row.standard, scope_zh=row.scope_zh, scope_en=row.scope_en,
        personnel=client.employees or 1, accredited=False, opened_on=on,
    )  # fmt: skip
    Cycle.objects.create(
        certification=row.certification, number=0, surveillance_days=0, recertification_days=0
    )
    row.begun_on = on
    row.save(update_fields=["certification", "begun_on"])
    return EvaluationBegun(number, client.uscc, Standard(row.standard), Purpose(row.purpose))
