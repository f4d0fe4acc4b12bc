"""Withhold who a certificate is of 保密不公开 — ISO/IEC 17021-1:2015 8.1.2 note. Its status and its lines stay public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_withholding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Entry
from ..queries import entry_of, facts_of


@dataclass(frozen=True)
class CertificateWithheld(Happened, kind="publication.withheld"):
    number: str
    reason: str


def objections(entry: Entry, reason: str) -> Iterable[Objection]:
    """Why the client of this certificate cannot stay unnamed."""
    return objections_to_withholding(facts_of(entry), reason)


@action(Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1.2")
def withhold_certificate(number: str, *, reason: str, on: date, by: Actor) -> CertificateWithheld:
    entry = entry_of(number, lock=True)
    refuse_if(objections(entry, reason))

    entry.withheld_reason = reason.strip()
    entry.save(update_fields=["withheld_reason"])
    return CertificateWithheld(number, entry.withheld_reason)
