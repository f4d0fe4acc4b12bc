"""End a person's registration before its last day: withdrawn or given up — ISO/IEC 17021-1:2015 7.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Registration


@dataclass(frozen=True)
class RegistrationEnded(Happened, kind="person.registration-ended"):
    login: str
    standard: Standard
    number: str
    valid_until: date
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.1")
def end_registration(
    login: str, standard: Standard, *, valid_until: date, reason: str, on: date, by: Actor
) -> RegistrationEnded:
    """`valid_until` is its last day from now on."""
    held = Registration.objects.select_for_update().filter(person__login=login, standard=standard)
    registration = held.latest("valid_until")
    refuse_if(
        rules.objections_to_registration_end(registration.valid_from, registration.valid_until, valid_until)
    )
    registration.valid_until = valid_until
    registration.save(update_fields=["valid_until"])
    return RegistrationEnded(login, standard, registration.number, valid_until, reason)
