"""The rows that carried-in certificates become.

A certificate needs what stands before it: client, contract, certification, cycle, decision. All come out of the same
entry, marked as carried where another system made them; the visits to come are planned by the rules of today.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from mingzheng.office.clients.models import Client, Site
from mingzheng.office.clients.names import spelled
from mingzheng.office.contracts.models import Contract
from mingzheng.office.decisions.models import Decision
from mingzheng.office.programmes.models import Certification, Cycle, Visit, VisitPart
from mingzheng.office.programmes.visits import LATER, days_of, part
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook import carried_in as rules
from mingzheng.rulebook.audit_cycle import VisitKind, Window, strictest
from mingzheng.rulebook.carried_in import CarriedCertificate
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.standard_editions import edition_of_number
from mingzheng.rulebook.verdict import Refused

from .carrying_in import Chain, chains, contract_number
from .models import Certificate, SubCertificate

CLIENTS_AT_ONCE = 250
NAME_AND_ADDRESS = re.compile(r"\s*[:：,，]\s*")
OF_SUB = ("number", "name_zh", "name_en", "address_zh", "scope_zh", "issued_on", "expires_on")
Made = tuple[CarriedCertificate, Certificate]


@dataclass
class Known:
    """What the database holds already, and the numbers given so far."""

    clients: dict[str, int] = field(default_factory=lambda: dict(Client.objects.values_list("uscc", "pk")))
    contracts: dict[str, int] = field(
        default_factory=lambda: dict(Contract.objects.values_list("number", "pk"))
    )
    certified: set[tuple[str, str]] = field(
        default_factory=lambda: set(
            Certification.objects.filter(ended_on=None).values_list("client__uscc", "standard")
        )
    )
    given: Counter[str] = field(default_factory=Counter)  # the last number after each prefix and year
    new_clients: list[Client] = field(default_factory=list)  # made on the way

    def number(self, model: type[Any], prefix: str, year: int, width: int) -> str:
        """The next running number, asking the database for the first one only."""
        start = f"{prefix}{year}-"
        if start not in self.given:
            self.given[start] = int(next_number(model, prefix, year).removeprefix(start)) - 1
        self.given[start] += 1
        return f"{start}{self.given[start]:0{width}d}"


def carry(entries: Sequence[CarriedCertificate], known: Known, on: date) -> Iterator[Made]:
    """Store certificates with all they need, some clients at a time; each with the row it became."""
    ordered = sorted(entries, key=lambda entry: entry.client_code)
    clients = [list(group) for _, group in groupby(ordered, key=lambda entry: entry.client_code)]
    for start in range(0, len(clients), CLIENTS_AT_ONCE):
        yield from _carry_some(clients[start : start + CLIENTS_AT_ONCE], known, on)


def carry_subs(entries: Sequence[CarriedCertificate]) -> None:
    """Store sub-certificates, each with its main certificate."""
    mains = dict(Certificate.objects.filter(number__in={e.main for e in entries}).values_list("number", "pk"))
    SubCertificate.objects.bulk_create(
        (
            SubCertificate(
                main_id=mains[entry.main],
                ended_as="" if entry.lives else entry.status,
                ended_on=None if entry.lives else entry.ended_on,
                **{name: getattr(entry, name) for name in OF_SUB},
            )
            for entry in entries
        ),
        batch_size=500,
    )


@dataclass
class Held:
    """One certification with the certificates it stood for and its cycles by number."""

    chain: Chain
    row: Certification
    cycles: dict[int, Cycle] = field(default_factory=dict)


def _carry_some(clients: list[list[CarriedCertificate]], known: Known, on: date) -> list[Made]:
    _store_clients(clients, known)
    _store_contracts(clients, known)
    held = [one for entries in clients for one in _certifications(entries, known, on)]
    Certification.objects.bulk_create([one.row for one in held])
    for one in held:
        one.cycles = _cycles(one)
    Cycle.objects.bulk_create([cycle for one in held for cycle in one.cycles.values()])
    made = _store_certificates(held, known)
    _store_visits([one for one in held if one.row.ended_on is None], known, on)
    return made


def _store_clients(clients: list[list[CarriedCertificate]], known: Known) -> None:
    """Those nobody knows yet, under the name on their latest certificate."""
    new = [(_client(entries), entries) for entries in clients if entries[0].client_code not in known.clients]
    Client.objects.bulk_create([client for client, _ in new])
    known.clients |= {client.uscc: client.pk for client, _ in new}
    known.new_clients += [client for client, _ in new]
    Site.objects.bulk_create(
        Site(client=client, kind="permanent", **{name: site[name] for name in ("name_zh", "address_zh")})
        for client, entries in new
        for site in _sites(place for entry in entries if entry.lives for place in entry.sites)
    )


def _client(entries: list[CarriedCertificate]) -> Client:
    latest = max(entries, key=lambda entry: entry.issued_on)
    names = [name for entry in entries for name in (*entry.former_names, entry.name_zh)]
    former = [name for name in dict.fromkeys(names) if name != latest.name_zh]
    return Client(
        uscc=latest.client_code,
        name_zh=latest.name_zh,
        name_en=latest.name_en,
        pinyin=spelled([latest.name_zh, *former]),
        former_names=[{"name_zh": name, "until": ""} for name in former],
        address_zh=latest.address_zh,
        district=latest.district,
        industry=latest.industry,
        legal_representative=latest.legal_representative,
        employees=latest.employees,
    )


def _sites(places: Iterator[str]) -> list[dict[str, str]]:
    """Sites as the annex prints them; the register writes name and address in one, often only one of them."""
    found = []
    for place in dict.fromkeys(places):
        name, _, address = NAME_AND_ADDRESS.sub("\0", place, count=1).partition("\0")
        found.append(
            {"name_zh": name[:200], "address_zh": address or place, "address_en": "", "activity_zh": ""}
        )
    return found


def _store_contracts(clients: list[list[CarriedCertificate]], known: Known) -> None:
    standards: dict[str, set[str]] = {}
    holder: dict[str, int] = {}
    for entries in clients:
        for entry in entries:
            if (number := contract_number(entry)) not in known.contracts:
                standards.setdefault(number, set()).add(entry.standard)
                holder[number] = known.clients[entry.client_code]
    new = Contract.objects.bulk_create(
        Contract(number=number, client_id=holder[number], standards=sorted(held))
        for number, held in standards.items()
    )
    known.contracts |= {contract.number: contract.pk for contract in new}


def _certifications(entries: list[CarriedCertificate], known: Known, on: date) -> Iterator[Held]:
    """The certifications of one client; of each standard at most one goes on."""
    made = chains(entries)
    for place, chain in enumerate(made):
        last = chain.last
        key = (last.client_code, str(last.standard))
        later = any(other.last.standard is last.standard for other in made[place + 1 :])
        goes_on = chain.goes_on(on) and key not in known.certified and (last.lives or not later)
        if goes_on:
            known.certified.add(key)
        yield Held(chain, _certification(last, chain.entries[0], known, ended=not goes_on))


def _certification(
    last: CarriedCertificate, first: CarriedCertificate, known: Known, *, ended: bool
) -> Certification:
    return Certification(
        client_id=known.clients[last.client_code],
        contract_id=known.contracts[contract_number(last)],
        standard=last.standard,
        scope_zh=last.scope_zh,
        technical_codes=list(last.technical_codes),
        complexity=last.complexity or "",
        personnel=last.personnel,
        accredited=last.accredited,
        opened_on=first.decided,
        ended_on=last.ended_on if ended else None,
    )


def _cycles(held: Held) -> dict[int, Cycle]:
    made = {}
    for number, group in groupby(held.chain.entries, key=lambda entry: entry.cycle_number):
        entries = list(group)
        surveillance, recertification = _days(entries[-1])
        made[number] = Cycle(
            certification=held.row,
            number=number,
            starts_on=min(entry.decided for entry in entries),
            issued_on=min(entry.issued_on for entry in entries),
            ends_on=entries[-1].expires_on,
            surveillance_days=surveillance,
            recertification_days=recertification,
        )
    return made


def _days(entry: CarriedCertificate) -> tuple[Decimal, Decimal]:
    """Nothing is planned any more for what has ended, so nobody need know."""
    try:
        return rules.later_days(entry)
    except Refused:
        return Decimal(0), Decimal(0)


def _store_certificates(held: list[Held], known: Known) -> list[Made]:
    of = [(one.row, entry) for one in held for entry in one.chain.entries]
    decisions = Decision.objects.bulk_create(_decision(row, entry, known) for row, entry in of)
    certificates = Certificate.objects.bulk_create(
        _certificate(row, entry, decision) for (row, entry), decision in zip(of, decisions, strict=True)
    )
    return [(entry, certificate) for (_, entry), certificate in zip(of, certificates, strict=True)]


def _decision(row: Certification, entry: CarriedCertificate, known: Known) -> Decision:
    return Decision(
        number=known.number(Decision, "JZ", entry.decided.year, 5),
        certification=row,
        act=DecisionAct.RENEW if entry.cycle_number else DecisionAct.GRANT,
        decided_on=entry.decided,
        decided_by=entry.decided_by,
        carried=True,
    )


def _certificate(row: Certification, entry: CarriedCertificate, decision: Decision) -> Certificate:
    return Certificate(
        number=entry.number,
        certification=row,
        cycle_number=entry.cycle_number,
        decision=decision,
        edition=edition_of_number(entry.number),
        status=entry.status,
        name_zh=entry.name_zh,
        name_en=entry.name_en,
        address_zh=entry.address_zh,
        scope_zh=entry.scope_zh,
        sites=_sites(iter(entry.sites)),
        first_issued_on=entry.first_issued_on or entry.issued_on,
        issued_on=entry.issued_on,
        expires_on=entry.expires_on,
        surveillance_due_on=rules.surveillance_due(entry) if entry.lives else None,
        suspended_on=entry.suspended_on,
        suspended_until=entry.suspended_until,
        ended_on=entry.ended_on,
        reason_code=entry.reason_code,
    )


def _store_visits(held: list[Held], known: Known, on: date) -> None:
    """The last surveillance as it was held, and all that is to come in the cycle; one trip where a contract, an
    expiry and the days agree for several standards."""
    trips: dict[tuple[Any, ...], Visit] = {}
    windows: dict[tuple[Any, ...], list[Window]] = {}
    parts: list[VisitPart] = []
    for one in held:
        cycle = one.cycles[one.chain.last.cycle_number]
        for key, window in _trips(one, cycle, on):
            if key not in trips:
                trips[key] = _visit(one.row, known, on, *key[2:])
            windows.setdefault(key, []).extend([window] if window else [])
            parts.append(part(trips[key], cycle, days_of(trips[key], cycle)))
    for key, visit in trips.items():
        if windows[key]:
            window = strictest(*windows[key])
            visit.earliest, visit.latest, visit.window_clause = window.earliest, window.latest, window.clause
    Visit.objects.bulk_create(trips.values())
    for each in parts:
        each.visit_id = each.visit.pk
    VisitPart.objects.bulk_create(parts)


def _trips(held: Held, cycle: Cycle, on: date) -> Iterator[tuple[tuple[Any, ...], Window | None]]:
    """What makes two visits one trip (contract, last day of the cycle, kind, ordinal, days held), with its window."""
    entry = held.chain.last
    assert cycle.starts_on and cycle.issued_on
    which = (held.row.contract_id, cycle.ends_on)
    if entry.lives and entry.surveyed_on:
        held_on = entry.surveyed_on
        began = entry.audit_began or held_on
        yield (*which, VisitKind.SURVEILLANCE, entry.surveillances, began, held_on), None
    windows = rules.windows_to_come(entry, decided=cycle.starts_on, issued=cycle.issued_on, on=on)
    done = min(entry.surveillances, 2) if entry.lives else 2
    for (kind, ordinal), window in list(zip(LATER, windows, strict=True))[done:]:
        yield (*which, kind, ordinal, None, None), window


def _visit(
    row: Certification,
    known: Known,
    on: date,
    kind: VisitKind,
    ordinal: int,
    begun_on: date | None,
    held_on: date | None,
) -> Visit:
    return Visit(
        number=known.number(Visit, "XM", on.year, 4),
        client_id=row.client_id,
        contract_id=row.contract_id,
        kind=kind,
        ordinal=ordinal,
        begun_on=begun_on,
        held_on=held_on,
    )
