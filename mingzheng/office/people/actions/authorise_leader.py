"""Authorise a person to lead audit teams 授权审核组长 — ISO/IEC 17021-1:2015 7.2.5."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Authorisation, Person


@dataclass(frozen=True)
class LeaderAuthorised(Happened, kind="person.leader-authorised"):
    login: str
    basis: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.5")
def authorise_leader(login: str, *, basis: str, on: date, by: Actor) -> LeaderAuthorised:
    """`basis`: training, audits led under observation and the like."""
    person = Person.objects.select_for_update().get(login=login)
    held = person.authorisations.filter(kind=AuthorisationKind.LEADER, ended_on=None).exists()
    refuse_if(rules.objections_to_authorising(basis, held=held, own=by.login == login))

    Authorisation.objects.create(person=person, kind=AuthorisationKind.LEADER, since=on, basis=basis.strip())
    return LeaderAuthorised(login, basis.strip())
