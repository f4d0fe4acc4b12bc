"""Let a certification go to another body, which took it over 转出 — IAF MD 2:2017 2.3."""

from dataclasses import dataclass, replace
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status, objections_to
from mingzheng.rulebook.reason_codes import ReplaceReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import end
from ..models import Certificate
from ..queries import locked


@dataclass(frozen=True)
class Transferred(Happened, kind="certificate.transferred"):
    number: str
    certification: str
    taken_over_on: date
    to: str  # the body that took it over
    notice: str  # where its written notice is to be found
    was: str


def objections(certificate: Certificate, taken_over_on: date | None, on: date) -> list[Objection]:
    """Why this certificate cannot go to another body on this day."""
    facts = replace(certificate.facts, taken_over_on=taken_over_on)
    return objections_to(Act.TRANSFER, facts, decided=False, on=on)


@action(Role.CERTIFICATE_CLERK, clause="IAF MD 2:2017 2.3")
def transfer_certificate(
    number: str, *, taken_over_on: date, to: str, notice: str, on: date, by: Actor
) -> Transferred:
    """The other body's certificate replaces ours; `to` names that body, `notice` says where its letter is kept."""
    certificate = locked(number)
    told = bool(to.strip() and notice.strip())
    refuse_if(objections(certificate, taken_over_on if told else None, on))

    was = end(certificate, Status.REPLACED, reason=ReplaceReason.TRANSFER, on=on)
    return Transferred(
        number, certificate.certification.subject_key, taken_over_on, to.strip(), notice.strip(), was
    )
