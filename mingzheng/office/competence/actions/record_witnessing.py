"""Record what the witness saw 记录见证结果 — ISO/IEC 17021-1:2015 7.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook import witnessing as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.witnessing import Outcome

from ..queries import locked_witnessing


@dataclass(frozen=True)
class WitnessingRecorded(Happened, kind="person.witnessing-recorded"):
    login: str
    standard: Standard
    witness: str
    held: date
    outcome: Outcome


@action(Role.AUDITOR, Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.10")
def record_witnessing(
    login: str, standard: Standard, *, held_on: date, outcome: Outcome, remarks: str, on: date, by: Actor
) -> WitnessingRecorded:
    """Only the witness himself; an auditor who did not pass is to be seen again at once."""
    seen = locked_witnessing(login, standard)
    refuse_if(rules.objections_to_result(seen.witness.login, by.login, held_on, on, remarks))
    seen.held_on, seen.outcome, seen.remarks = held_on, outcome, remarks.strip()
    seen.save(update_fields=["held_on", "outcome", "remarks"])
    again = on if outcome is Outcome.FAILED else rules.witness_by(held_on)
    held = Registration.objects.filter(person=seen.person, standard=standard, valid_until__gte=held_on)
    held.update(witness_by=again)
    return WitnessingRecorded(login, standard, by.login, held_on, outcome)
