"""Give an evaluation up 终止评价 (ISO/IEC 17065:2012 7.6.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.ending import end
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.evaluations import Purpose, objections_to_dropping
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_evaluation


@dataclass(frozen=True)
class EvaluationDropped(Happened, kind="evaluation.dropped"):
    number: str
    reason: str


@action(Role.PROGRAMME_MANAGER, Role.MARKET, clause="ISO/IEC 17065:2012 7.6.5")
def drop_evaluation(number: str, *, reason: str, on: date, by: Actor) -> EvaluationDropped:
    """With a first one goes the certification that was to be granted."""
    row = locked_evaluation(number)
    refuse_if(objections_to_dropping(row.facts, reason))
    row.dropped_on, row.dropped_because = on, reason.strip()
    row.save(update_fields=["dropped_on", "dropped_because"])
    if row.purpose == Purpose.INITIAL and row.certification_id:
        end([row.certification_id], on)
    return EvaluationDropped(number, reason.strip())
