"""Enter that CCAA confirmed a registration for another year 年度确认 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Confirmation
from ..queries import to_confirm


@dataclass(frozen=True)
class RegistrationConfirmed(Happened, kind="person.registration-confirmed"):
    login: str
    standard: Standard
    number: str
    due: date
    evidence: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def confirm_registration(
    login: str, standard: Standard, *, evidence: str, on: date, by: Actor
) -> RegistrationConfirmed:
    """`evidence`: where CCAA says so."""
    held = to_confirm(login, standard, on)
    due = held.confirm_by or on
    refuse_if(rules.objections_to_confirming(due, evidence, on))
    Confirmation.objects.create(registration=held, due_on=due, confirmed_on=on, evidence=evidence.strip())
    held.confirm_by = rules.confirm_after(due, held.valid_until)
    held.save(update_fields=["confirm_by"])
    return RegistrationConfirmed(login, standard, held.number, due, evidence.strip())
