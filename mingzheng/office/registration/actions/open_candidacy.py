"""Open a candidacy for a registration with CCAA 发起申报 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import candidacy as rules
from mingzheng.rulebook.candidacy import CandidacyKind
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.registration import Education
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Candidacy
from ..queries import grade_held


@dataclass(frozen=True)
class CandidacyOpened(Happened, kind="person.candidacy-opened"):
    login: str
    standard: Standard
    candidacy: CandidacyKind
    grade: RegistrationGrade


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def open_candidacy(
    login: str,
    standard: Standard,
    *,
    kind: CandidacyKind,
    grade: RegistrationGrade,
    education: Education = Education.BACHELOR,
    work_years: int = 0,
    field_years: int = 0,
    former_body: str = "",
    on: date,
    by: Actor,
) -> CandidacyOpened:
    """`former_body`: the certification body somebody comes from, of a transfer."""
    person = locked_person(login)
    opened = Candidacy.objects.filter(person=person, standard=standard, concluded_on=None).exists()
    held = grade_held(login, standard, on)
    refuse_if(rules.objections_to_opening(kind, grade, held=held, former_body=former_body, opened=opened))
    Candidacy.objects.create(
        person=person,
        standard=standard,
        kind=kind,
        grade=grade,
        education=education,
        work_years=work_years,
        field_years=field_years,
        former_body=former_body,
        opened_on=on,
    )
    return CandidacyOpened(login, standard, kind, grade)
