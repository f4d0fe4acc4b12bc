"""Authorise a person to lead teams, review, decide or witness 资格授权 — ISO/IEC 17021-1:2015 7.1.3, 7.2.5."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.witnessing import confirm_by

from ..models import Authorisation


@dataclass(frozen=True)
class PersonAuthorised(Happened, kind="person.authorised"):
    login: str
    authorisation: AuthorisationKind
    basis: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.1.3")
def authorise_person(
    login: str, kind: AuthorisationKind, *, basis: str, on: date, by: Actor
) -> PersonAuthorised:
    """`basis`: training, audits led under observation and the like."""
    person = locked_person(login)
    held = Authorisation.objects.filter(person=person, kind=kind, ended_on=None).exists()
    refuse_if(rules.objections_to_authorising(basis, held=held, own=by.login == login))

    Authorisation.objects.create(
        person=person, kind=kind, since=on, basis=basis.strip(), confirm_by=confirm_by(on)
    )
    return PersonAuthorised(login, kind, basis.strip())
