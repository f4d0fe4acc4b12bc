"""Cancel a certificate at the client's own request 注销证书 — ISO/IEC 17021-1:2015 5.1.2."""

from dataclasses import dataclass, replace
from datetime import date

from mingzheng.office.files.queries import papers_of
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import CLIENT_DID_NOT_ASK, Act, Status, objections_to
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import end
from ..models import Certificate
from ..queries import locked

REQUEST = "cancellation_request"  # the kind of paper that holds the client's request


@dataclass(frozen=True)
class Cancelled(Happened, kind="certificate.cancelled"):
    number: str
    certification: str
    asked_on: date
    request: str  # where the written request is to be found; empty when it is filed with the certificate
    was: str  # in force or suspended


def objections(certificate: Certificate, asked_on: date | None, on: date) -> list[Objection]:
    """Why this certificate cannot be cancelled on this day."""
    facts = replace(certificate.facts, cancellation_asked_on=asked_on)
    return objections_to(Act.CANCEL, facts, decided=False, on=on)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 5.1.2")
def cancel_certificate(number: str, *, asked_on: date, request: str = "", on: date, by: Actor) -> Cancelled:
    """`request` says where the client's letter is; it may stay empty when the letter itself is filed (`REQUEST`)."""
    certificate = locked(number)
    refuse_if(objections(certificate, asked_on, on))
    if not request.strip() and not papers_of(f"certificate:{number}").filter(kind=REQUEST).exists():
        refuse_if([CLIENT_DID_NOT_ASK])

    was = end(certificate, Status.CANCELLED, on=on)
    return Cancelled(number, certificate.certification.subject_key, asked_on, request.strip(), was)
