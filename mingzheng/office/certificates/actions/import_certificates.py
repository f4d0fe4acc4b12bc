"""Carry certificates in from the register of an earlier system 接转证书台账 — ISO/IEC 17021-1:2015 8.2.2, 9.9.

All of a file or nothing: what was decided and issued elsewhere is taken as it stands, and goes on from here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.actions.import_clients import ClientCarriedIn
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.carried_in import CarriedCertificate
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..carried_rows import Known, carry, carry_subs
from ..carrying_in import standing
from ..models import SUB_CARRIED_IN, Certificate

EVERY = 1000  # certificates between two words about progress


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


@dataclass(frozen=True)
class SubCertificateCarriedIn(Happened, kind=SUB_CARRIED_IN):
    """Told of the main certificate, on whose timeline it stands."""

    main: str
    sub: str
    client: str
    issued_on: date
    ended_on: date | None


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 9.9.1")
def import_certificates(
    entries: Sequence[CarriedCertificate],
    *,
    on: date,
    by: Actor,
    progress: Callable[[int], None] = lambda done: None,
) -> list[CertificateCarriedIn | SubCertificateCarriedIn | ClientCarriedIn]:
    """Refused when `carrying_in.standing` has an objection to any entry: whoever calls leaves those out.

    `progress` is told now and then how many certificates there are already.
    """
    refuse_if(objection for against in standing(entries, on) for objection in against)
    known, subs = Known(), [entry for entry in entries if entry.main]
    told = []
    for made in carry([entry for entry in entries if not entry.main], known, on):
        told.append(_carried(*made))
        if len(told) % EVERY == 0:
            progress(len(told))
    carry_subs(subs)
    clients = (ClientCarriedIn(client.uscc, client.name_zh) for client in known.new_clients)
    return [*clients, *told, *map(_sub_carried, subs)]


def _sub_carried(entry: CarriedCertificate) -> SubCertificateCarriedIn:
    return SubCertificateCarriedIn(entry.main, entry.number, entry.name_zh, entry.issued_on, entry.ended_on)


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
