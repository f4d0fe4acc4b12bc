"""Note to which edition of its standard a certificate is 登记标准版本 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standard_editions import objections_to_edition
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Certificate
from ..queries import locked


@dataclass(frozen=True)
class EditionNoted(Happened, kind="certificate.edition-noted"):
    number: str
    certification: str
    edition: str  # as printed: the earlier one, or today's


def objections(certificate: Certificate, edition: str) -> list[Objection]:
    """Why it cannot be said of this certificate; empty: it is to today's edition."""
    standard, status = Standard(certificate.certification.standard), Status(certificate.status)
    return objections_to_edition(edition, standard, status, certificate.issued_on, said=certificate.edition)


@action(Role.CERTIFICATE_CLERK, Role.PROGRAMME_MANAGER, clause="own procedure")
def note_edition(number: str, *, edition: str, on: date, by: Actor) -> EditionNoted:
    """An earlier edition by its key, or empty when the client has moved to today's; the next certificate is to today's by itself."""
    certificate = locked(number)
    refuse_if(objections(certificate, edition))
    certificate.edition = edition
    certificate.save(update_fields=["edition"])
    held = certificate.certification
    return EditionNoted(number, held.subject_key, edition or Standard(held.standard).iso)
