"""Put a surveillance off in an extraordinary event 推迟监督审核 — IAF ID 3:2011."""

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
class PutOff(Happened, kind="certificate.surveillance-put-off"):
    number: str
    certification: str
    original: date  # the last day by the rules
    until: date
    reason: str


def objections(
    certificate: Certificate, until: date, reason: str, events: Sequence[Window], on: date
) -> list[Objection]:
    """Why its next surveillance cannot be put off until that day."""
    due = certificate.put_off_from or certificate.surveillance_due_on
    return objections_to_putting_off(
        Deviation.POSTPONED,
        due if certificate.status in LIVING else None,
        until,
        reason,
        edition=edition_in_force(Standard(certificate.certification.standard), on),
        events=events,
        on=on,
    )


@action(Role.PROGRAMME_MANAGER, clause="IAF ID 3:2011")
def put_off_surveillance(
    number: str, *, until: date, reason: str, events: Sequence[Window], on: date, by: Actor
) -> PutOff:
    """`events`: the extraordinary events there are, with what they allow."""
    certificate = locked(number)
    refuse_if(objections(certificate, until, reason, events, on))
    original = certificate.put_off_from or certificate.surveillance_due_on
    assert original

    certificate.put_off_from, certificate.surveillance_due_on = original, until
    certificate.save(update_fields=["put_off_from", "surveillance_due_on"])
    return PutOff(number, certificate.certification.subject_key, original, until, reason.strip())
