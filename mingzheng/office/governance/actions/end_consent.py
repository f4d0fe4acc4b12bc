"""The client takes back its consent to the exchange with a laboratory 收回互通同意 (ISO/IEC 17021-1:2015 8.4.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import CONFIDENTIAL, objections_to_ending
from mingzheng.rulebook.verdict import refuse_if

from ..models import SharedIntake


@dataclass(frozen=True)
class ConsentEnded(Happened, kind="shared-intake.consent-ended"):
    number: str
    reason: str


@action(Role.MARKET, Role.TECHNICAL, clause=CONFIDENTIAL)
def end_consent(number: str, *, reason: str, on: date, by: Actor) -> ConsentEnded:
    """From then on nothing passes between the two; what passed before stays in the record."""
    row = SharedIntake.objects.select_for_update().get(number=number)
    refuse_if(objections_to_ending(reason, ended=bool(row.consent_ended_on)))
    row.consent_ended_on = on
    row.save(update_fields=["consent_ended_on"])
    return ConsentEnded(number, reason.strip())
