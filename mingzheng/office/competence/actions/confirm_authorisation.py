"""Confirm for another year what a person is authorised for 资格授权年度确认 — ISO/IEC 17021-1:2015 7.1.3, 7.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts
from mingzheng.rulebook import witnessing as rules
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused, refuse_if

from ..models import Authorisation


@dataclass(frozen=True)
class AuthorisationConfirmed(Happened, kind="person.authorisation-confirmed"):
    login: str
    authorisation: AuthorisationKind
    basis: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.1.3")
def confirm_authorisation(
    login: str, kind: AuthorisationKind, *, basis: str, on: date, by: Actor
) -> AuthorisationConfirmed:
    """`basis`: audits led, files reviewed and the like since the last time, and how they went."""
    held = Authorisation.objects.filter(person__login=login, kind=kind, ended_on=None)
    refuse_if(accounts.objections_to_authorising(basis, held=False, own=by.login == login))
    if not held.update(confirm_by=rules.confirm_by(on)):
        raise Refused(accounts.NOT_AUTHORISED)
    return AuthorisationConfirmed(login, kind, basis.strip())
