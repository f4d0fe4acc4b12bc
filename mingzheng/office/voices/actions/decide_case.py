"""Decide a case 作出处理决定: by somebody free of it, with reasons and what is put right (ISO/IEC 17021-1:2015 9.7.7, 9.8.9)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import Outcome, objections_to_deciding, objections_to_decision

from ..involved import objections_to_person
from ..queries import locked_case


@dataclass(frozen=True)
class CaseDecided(Happened, kind="case.decided"):
    number: str
    outcome: Outcome
    decided_by: str
    to_correct: bool
    calls_for_visit: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.8.9")
def decide_case(
    number: str,
    *,
    outcome: Outcome,
    reasons: str,
    corrective_action: str = "",
    calls_for_visit: bool = False,
    on: date,
    by: Actor,
) -> CaseDecided:
    """`calls_for_visit`: the client is to be visited at short notice; the programme manager adds the visit."""
    case = locked_case(number)
    refuse_if(objections_to_deciding(case.facts))
    free = objections_to_person(case, Person.objects.get(login=by.login), on)
    refuse_if(
        free
        + objections_to_decision(
            case.facts,
            outcome,
            reasons=reasons,
            corrective_action=corrective_action,
            calls_for_visit=calls_for_visit,
        )
    )

    case.outcome, case.reasons = outcome, reasons.strip()
    case.corrective_action, case.calls_for_visit = corrective_action.strip(), calls_for_visit
    case.decided_on, case.decided_by = on, by.login
    case.save()
    return CaseDecided(number, outcome, by.login, bool(case.corrective_action), calls_for_visit)
