"""Let a certificate live beyond its last day in an extraordinary event 延长有效期 — IAF ID 3:2011.

The cycle keeps its days: what is recertified meanwhile is reckoned from the last day the certificate had.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.extraordinary import objections_to_putting_off
from mingzheng.rulebook.own_system import Deviation, Window
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import LIVING, Certificate
from ..queries import locked


@dataclass(frozen=True)
class Prolonged(Happened, kind="certificate.prolonged"):
    number: str
    certification: str
    original: date  # its own last day
    until: date
    reason: str


def objections(
    certificate: Certificate, until: date, reason: str, events: Sequence[Window], on: date
) -> list[Objection]:
    """Why it cannot live until that day."""
    return objections_to_putting_off(
        Deviation.PROLONGED,
        certificate.facts.cycle_ends_on if certificate.status in LIVING else None,
        until,
        reason,
        edition=edition_in_force(Standard(certificate.certification.standard), on),
        events=events,
        on=on,
    )


@action(Role.DECISION_MAKER, clause="IAF ID 3:2011")
def prolong_certificate(
    number: str, *, until: date, reason: str, events: Sequence[Window], on: date, by: Actor
) -> Prolonged:
    """`events`: the extraordinary events there are, with what they allow."""
    certificate = locked(number)
    refuse_if(objections(certificate, until, reason, events, on))

    certificate.subs.filter(expires_on=certificate.expires_on).update(expires_on=until)  # they stand with it
    certificate.prolonged_from, certificate.expires_on = certificate.facts.cycle_ends_on, until
    certificate.save(update_fields=["prolonged_from", "expires_on"])
    return Prolonged(
        number, certificate.certification.subject_key, certificate.prolonged_from, until, reason.strip()
    )
