"""A body of any size, laid into the database row by row: only for measuring, since nobody did what these rows say."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.clients.names import spelled
from mingzheng.office.contracts.models import Contract
from mingzheng.office.decisions.models import Decision
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification, Cycle, Visit, VisitPart
from mingzheng.rulebook.calendar import add_months, add_years_minus_one_day
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.standards import Standard

DAY = date(2026, 11, 20)
CERTIFICATES_OF_A_CLIENT = 2  # standards, in the order of the rulebook
ENDED = {3: "withdrawn", 6: "cancelled", 9: "expired"}  # of a hundred
SUSPENDED = 12
_numbers = count(1)


def staff() -> dict[str, Person]:
    """One person for each role."""
    people = [Person(login=role, name_zh=f"示例{role}", roles=[role]) for role in HELD_BY_PERSONS]
    return {person.login: person for person in Person.objects.bulk_create(people)}


def fill(certificates: int) -> None:
    """So many more certificates, with what lies behind them; a few of a hundred are suspended, ended or overdue."""
    clients = Client.objects.bulk_create(
        [_client(next(_numbers)) for _ in range(certificates // CERTIFICATES_OF_A_CLIENT)], batch_size=500
    )
    contracts = _made(Contract, ({"number": f"HT-{c.uscc}", "client": c, "signed_on": DAY} for c in clients))
    standards = list(Standard)[:CERTIFICATES_OF_A_CLIENT]
    held = _made(Certification, (_certification(c, s) for c in contracts for s in standards))
    issued = [DAY - timedelta(days=n * 37 % 1000) for n in range(len(held))]
    days = list(zip(held, issued, strict=True))
    cycles = _made(Cycle, (_cycle(certification, on) for certification, on in days))
    decided = _made(Decision, (_decision(certification, on) for certification, on in days))
    _made(Certificate, (_certificate(n, decision) for n, decision in enumerate(decided)))
    visits = _made(Visit, (_visit(contract, n) for contract in contracts for n in range(2)))
    _made(VisitPart, _parts(visits, cycles))


def _made(model: Any, rows: Iterator[dict[str, Any]]) -> list[Any]:
    return list(model.objects.bulk_create([model(**row) for row in rows], batch_size=500))


def _client(number: int) -> Client:
    name = f"示例第{number}精密机械有限公司"
    return Client(
        uscc=f"BENCH{number:013d}",
        name_zh=name,
        name_en=f"Sample Machinery No. {number} Co., Ltd.",
        pinyin=spelled([name]),
        address_zh=f"示例市示例路{number}号",
        address_en=f"{number} Sample Road",
    )


def _certification(contract: Contract, standard: Standard) -> dict[str, Any]:
    return {
        "client": contract.client,
        "contract": contract,
        "standard": standard,
        "scope_zh": "机械零部件的加工",
        "scope_en": "Machining of mechanical parts",
        "technical_codes": ["17.10.02"],
        "complexity": "medium",
        "personnel": 85,
        "opened_on": DAY,
    }


def _cycle(certification: Certification, on: date) -> dict[str, Any]:
    return {
        "certification": certification,
        "number": 0,
        "starts_on": on,
        "issued_on": on,
        "ends_on": add_years_minus_one_day(on),
        "surveillance_days": Decimal(2),
        "recertification_days": Decimal(4),
    }


def _decision(certification: Certification, on: date) -> dict[str, Any]:
    return {
        "number": f"JD-{certification.pk}",
        "certification": certification,
        "act": "grant",
        "decided_on": on,
        "decided_by": "decision_maker",
        "carried": True,
    }


def _certificate(n: int, decision: Decision) -> dict[str, Any]:
    on, of_hundred = decision.decided_on, n % 100
    client = decision.certification.client
    status = ENDED.get(of_hundred, "suspended" if of_hundred == SUSPENDED else "in_force")
    due = DAY - timedelta(days=20) if of_hundred == 50 else DAY + timedelta(days=n * 11 % 330)
    return {
        "number": f"99926{decision.certification.standard[0]}{decision.pk:05d}R0M",
        "certification": decision.certification,
        "cycle_number": 0,
        "decision": decision,
        "status": status,
        "name_zh": client.name_zh,
        "name_en": client.name_en,
        "address_zh": client.address_zh,
        "scope_zh": decision.certification.scope_zh,
        "first_issued_on": on,
        "issued_on": on,
        "expires_on": add_years_minus_one_day(on),
        "surveillance_due_on": due if status == "in_force" else None,
        "suspended_on": DAY if status == "suspended" else None,
        "suspended_until": add_months(DAY, 6) if status == "suspended" else None,
        "ended_on": DAY if of_hundred in ENDED else None,
    }


def _visit(contract: Contract, ordinal: int) -> dict[str, Any]:
    """One that was held, and one to come in its window."""
    latest = DAY + timedelta(days=contract.pk * 13 % 400 + 100)
    held = DAY - timedelta(days=300) if ordinal == 0 else None
    return {
        "number": f"XM-{contract.pk:06d}-{ordinal}",
        "client": contract.client,
        "contract": contract,
        "kind": "stage2" if held else "surveillance",
        "earliest": add_months(latest, -3),
        "latest": latest,
        "begun_on": held,
        "held_on": held,
    }


def _parts(visits: list[Visit], cycles: list[Cycle]) -> Iterator[dict[str, Any]]:
    of_contract: dict[int, list[Cycle]] = {}
    for cycle in cycles:
        of_contract.setdefault(cycle.certification.contract_id, []).append(cycle)
    for visit in visits:
        for cycle in of_contract[visit.contract_id]:
            yield {"visit": visit, "cycle": cycle, "certification": cycle.certification, "days": Decimal(2)}
