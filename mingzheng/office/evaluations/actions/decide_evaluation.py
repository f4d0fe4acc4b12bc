"""Review an evaluation and decide on it 复核并作出认证决定 (ISO/IEC 17065:2012 7.5, 7.6)."""

from datetime import date
from typing import Any

from mingzheng.office.decisions.cases import officer
from mingzheng.office.decisions.made import DecisionMade, Grounds, write_down
from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.evaluations import objections_to_deciding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..queries import locked_evaluation


def objections(row: Any, act: DecisionAct, *, reasons: str, on: date, by: Actor) -> list[Objection]:
    """Why this person cannot decide this on the evaluation."""
    decider = officer(by, row.contract.client.uscc)
    return objections_to_deciding(row.facts, act, decider, on, reasoned=bool(reasons.strip()))


@action(Role.DECISION_MAKER, clause="ISO/IEC 17065:2012 7.6.2")
def decide_evaluation(
    number: str, *, act: DecisionAct, reasons: str = "", on: date, by: Actor
) -> DecisionMade:
    """Who did not evaluate reviews what was done, and decides."""
    row = locked_evaluation(number)
    refuse_if(objections(row, act, reasons=reasons, on=on, by=by))

    held, grounds = row.certification, Grounds(reasons.strip())
    made = write_down(held.pk, held.subject_key, act, grounds, audit=None, on=on, by=by)
    row.decision_id = Decision.objects.values_list("pk", flat=True).get(number=made.number)
    row.ended_on = max((one.last_day for one in row.facts.done), default=on)
    row.save(update_fields=["decision", "ended_on"])
    return made
