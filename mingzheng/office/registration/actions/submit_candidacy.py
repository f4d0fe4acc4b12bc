"""Submit a candidacy to CCAA 提交申报 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import candidacy as rules
from mingzheng.rulebook.candidacy import Step
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_candidacy


@dataclass(frozen=True)
class CandidacySubmitted(Happened, kind="person.candidacy-submitted"):
    login: str
    standard: Standard


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def submit_candidacy(login: str, standard: Standard, *, on: date, by: Actor) -> CandidacySubmitted:
    candidacy = locked_candidacy(login, standard)
    refuse_if(rules.objections_to_step(candidacy.step, Step.SUBMITTED))
    candidacy.submitted_on = on
    candidacy.save(update_fields=["submitted_on"])
    return CandidacySubmitted(login, standard)
