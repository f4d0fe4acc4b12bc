"""Carry certificates in from the register of an earlier system 接转证书台账 — ISO/IEC 17021-1:2015 8.2.2, 9.9.

All of a file or nothing: what was decided and issued elsewhere is taken as it stands, and goes on from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.carried_in import CarriedCertificate
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..carried_rows import carry
from ..carrying_in import standing
from ..models import Certificate


@dataclass(frozen=True)
class CertificateCarriedIn(Happened, kind="certificate.carried-in"):
    number: str
    certification: str
    client: str
    status: str
    decided_on: date
    decided_by: str
    issued_on: date
    expires_on: date
    surveillance_due_on: date | None
    suspended_until: date | None
    ended_on: date | None
    cycle_number: int


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 9.9.1")
def import_certificates(
    entries: Sequence[CarriedCertificate], *, on: date, by: Actor
) -> list[CertificateCarriedIn]:
    """Refused when `carrying_in.standing` has an objection to any entry: whoever calls leaves those out."""
    refuse_if(objection for against in standing(entries, on) for objection in against)
    return [_carried(entry, certificate) for entry, certificate in carry(entries, on)]


def _carried(entry: CarriedCertificate, certificate: Certificate) -> CertificateCarriedIn:
    return CertificateCarriedIn(
        number=entry.number,
        certification=f"{entry.client_code}/{entry.standard}",
        client=entry.name_zh,
        status=str(entry.status),
        decided_on=entry.decided,
        decided_by=entry.decided_by,
        issued_on=entry.issued_on,
        expires_on=entry.expires_on,
        surveillance_due_on=certificate.surveillance_due_on,
        suspended_until=entry.suspended_until,
        ended_on=entry.ended_on,
        cycle_number=entry.cycle_number,
    )
