"""The register the body brings along on its first day: clients certified before 2017, with the last audit of each."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mingzheng.office.certificates.actions.import_certificates import import_certificates
from mingzheng.office.clients.actions.import_clients import import_clients
from mingzheng.rulebook.audit_cycle import expiry
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.carried_clients import CarriedClient
from mingzheng.rulebook.carried_in import SURVEILLANCE_AUDIT, CarriedCertificate
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.certificate_numbers import CertificateNumberPattern, compose_certificate_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..world import World
from .clients import client_of
from .cohorts import Life

RENEWED_BEFORE = 50  # days between the visit for recertification and the last day of the certificate
PREFIX = "999"


def carry_in(world: World, lives: Iterable[Life]) -> None:
    """Clients first, then their certificates."""
    lives, by = list(lives), world.by(Role.ADMINISTRATOR)
    import_clients([_client(life) for life in lives], on=world.on, by=by)
    entries = [entry for serial, life in enumerate(lives, 1) for entry in _certificates(life, serial)]
    import_certificates(entries, on=world.on, by=by)


def _client(life: Life) -> CarriedClient:
    who = client_of(life)
    return CarriedClient(
        uscc=who.uscc,
        name_zh=who.name_zh,
        name_en=who.name_en,
        address_zh=who.address_zh,
        address_en=who.address_en,
        legal_representative=who.contact,
        employees=who.people,
        contact=who.contact,
        phone=f"000-{who.uscc[-9:-1]}",
    )


def _certificates(life: Life, serial: int) -> Iterator[CarriedCertificate]:
    """One for each system: issued up to three years ago, surveilled once a year since."""
    who, begun = client_of(life), life.phase - 3
    expires = life.day(life.phase) + timedelta(days=RENEWED_BEFORE)
    issued = add_months(expires + timedelta(days=1), -36)
    cycle = serial % 4
    held = 2016 - begun
    audited = max(life.day(2016), add_months(issued, 12)) if held else None
    for standard in (s for s in Standard if s.letter in life.systems):
        number = compose_certificate_number(
            CertificateNumberPattern(PREFIX),
            year=issued.year,
            standard=standard,
            serial=serial,
            recertification=cycle,
            personnel=who.people,
        )
        yield CarriedCertificate(
            number=number,
            client_code=who.uscc,
            name_zh=who.name_zh,
            name_en=who.name_en,
            standard=standard,
            address_zh=who.address_zh,
            scope_zh=who.trade.scope_zh,
            issued_on=issued,
            expires_on=expiry(issued),
            status=Status.IN_FORCE,
            employees=who.people,
            contract=f"HT{issued.year}-{serial:04d}",
            technical_codes=(who.trade.code,),
            personnel=who.people,
            cycle_number=cycle,
            surveillances=held,
            activity=SURVEILLANCE_AUDIT if held else "",
            audit_ended=min(audited, date(2016, 12, 30)) if audited else None,
            decided_on=issued,
            decided_by="原系统",
        )
