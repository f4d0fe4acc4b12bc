"""End a person's competence for a technical area — ISO/IEC 17021-1:2015 7.1.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..models import Competence


@dataclass(frozen=True)
class CompetenceEnded(Happened, kind="person.competence-ended"):
    login: str
    standard: Standard
    code: str
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.1.3")
def end_competence(
    login: str, standard: Standard, code: str, *, reason: str, on: date, by: Actor
) -> CompetenceEnded:
    held = Competence.objects.select_for_update().get(
        person__login=login, standard=standard, code=code, ended_on=None
    )
    held.ended_on = on
    held.save(update_fields=["ended_on"])
    return CompetenceEnded(login, standard, code, reason)
