"""Recognise a person as competent for a technical area — ISO/IEC 17021-1:2015 7.1.3, 7.2.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.witnessing import review_by

from ..models import Competence


@dataclass(frozen=True)
class CompetenceRecognised(Happened, kind="person.competence-recognised"):
    login: str
    standard: Standard
    code: str
    basis: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.1.3")
def recognise_competence(
    login: str, standard: Standard, code: str, *, basis: str, evidence: str = "", on: date, by: Actor
) -> CompetenceRecognised:
    """`basis`: education, work, training, witnessed audits; `evidence`: the papers that prove it."""
    person = locked_person(login)
    of_code = Competence.objects.filter(person=person, standard=standard, code=code)
    held = of_code.filter(ended_on=None).exists()
    refuse_if(rules.objections_to_competence(code, basis, held=held, own=by.login == login))
    Competence.objects.create(
        person=person,
        standard=standard,
        code=code,
        basis=basis,
        evaluated_on=on,
        evaluated_by=by.login,
        evidence=evidence.strip(),
        review_by=review_by(on),
    )
    return CompetenceRecognised(login, standard, code, basis)
