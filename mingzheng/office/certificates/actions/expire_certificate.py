"""Let a certificate expire 过期失效 — ISO/IEC 17021-1:2015 9.6.3.2.4. Nobody does it; its last day passes."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status, objections_to
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import end
from ..models import Certificate
from ..queries import locked


@dataclass(frozen=True)
class Expired(Happened, kind="certificate.expired"):
    number: str
    certification: str
    expires_on: date  # its last day of validity
    was: str  # in force or suspended


def objections(certificate: Certificate, on: date) -> list[Objection]:
    """Why this certificate does not expire on this day."""
    return objections_to(Act.EXPIRE, certificate.facts, decided=False, on=on)


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.6.3.2.4")
def expire_certificate(number: str, *, on: date, by: Actor) -> Expired:
    certificate = locked(number)
    refuse_if(objections(certificate, on))

    was = end(certificate, Status.EXPIRED, on=on)
    return Expired(number, certificate.certification.subject_key, certificate.expires_on, was)
