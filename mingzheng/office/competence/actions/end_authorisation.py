"""End what a person was authorised for 终止资格授权 — ISO/IEC 17021-1:2015 7.2.5."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

from ..models import Authorisation


@dataclass(frozen=True)
class AuthorisationEnded(Happened, kind="person.authorisation-ended"):
    login: str
    authorisation: AuthorisationKind
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.5")
def end_authorisation(
    login: str, kind: AuthorisationKind, *, reason: str, on: date, by: Actor
) -> AuthorisationEnded:
    """It no longer holds from this day on; teams that wait for their visit are judged anew before it."""
    held = Authorisation.objects.filter(person__login=login, kind=kind, ended_on=None)
    if not held.update(ended_on=on):
        raise Refused(rules.NOT_AUTHORISED)
    return AuthorisationEnded(login, kind, reason)
