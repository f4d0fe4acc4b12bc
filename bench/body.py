"""A body of any size, laid into the database row by row: only for measuring, since nobody did what these rows say."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from mingzheng.office.audits.models import Audit, Conclusion
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.clients.names import spelled
from mingzheng.office.competence.models import Competence
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.people.models import Declaration, Employment, Insurance, Person
from mingzheng.office.programmes.models import Certification, Cycle, Visit, VisitPart
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Appointment, Assignment
from mingzheng.rulebook.calendar import add_months, add_years_minus_one_day
from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.standards import Standard

DAY = date(2026, 11, 20)
CERTIFICATES_OF_A_CLIENT = 2  # standards, in the order of the rulebook
CERTIFICATES_OF_AN_AUDITOR = 15
ON_THE_WAY = 4  # of a hundred files: half not read, half read and not decided
ENDED = {3: "withdrawn", 6: "cancelled", 9: "expired"}  # of a hundred
SUSPENDED = 12
_numbers = count(1)


def staff() -> dict[str, Person]:
    """One person for each role, who has signed confidentiality: nobody else sees anything of a client."""
    people = Person.objects.bulk_create(
        Person(login=role, name_zh=f"示例{role}", roles=[role]) for role in HELD_BY_PERSONS
    )
    signed = {"kind": DeclarationKind.CONFIDENTIALITY, "signed_on": DAY, "valid_until": date.max}
    Declaration.objects.bulk_create(Declaration(person=person, **signed) for person in people)
    return {person.login: person for person in people}


def fill(certificates: int) -> None:
    """So many more certificates, with what lies behind them: application, contract, audit, review and decision.

    A few of a hundred are suspended, ended, overdue, or on their way through the house.
    """
    auditors = _auditors(certificates // CERTIFICATES_OF_AN_AUDITOR + 1)
    clients = Client.objects.bulk_create(
        [_client(next(_numbers)) for _ in range(certificates // CERTIFICATES_OF_A_CLIENT)], batch_size=500
    )
    applications = _made(Application, (_application(n, client) for n, client in enumerate(clients)))
    contracts = _made(Contract, (_contract(*pair) for pair in zip(clients, applications, strict=True)))
    standards = list(Standard)[:CERTIFICATES_OF_A_CLIENT]
    held = _made(Certification, (_certification(c, s) for c in contracts for s in standards))
    cycles = _made(Cycle, (_cycle(certification, _issued(n)) for n, certification in enumerate(held)))
    visits = _made(Visit, (_visit(contract, n) for contract in contracts for n in range(2)))
    parts = _made(VisitPart, _parts(visits, cycles))
    audits = _audited(visits, auditors)
    decided = _decided(parts, {audit.visit_id: audit for audit in audits})
    _made(Certificate, (_certificate(n, decision) for n, decision in enumerate(decided)))


def _issued(n: int) -> date:
    return DAY - timedelta(days=n * 37 % 1000)


def _auditors(count: int) -> list[Person]:
    """Auditors, each registered for both standards and competent in three technical areas."""
    first = Person.objects.count()
    people = _made(Person, ({"login": f"auditor{first + n}", "name_zh": f"示例审核员{n}", "pinyin": f"slshy{n:05d}",
                             "roles": ["auditor"]} for n in range(count)))  # fmt: skip
    standards = list(Standard)[:CERTIFICATES_OF_A_CLIENT]
    _made(Registration, ({"person": one, "standard": s, "grade": "auditor", "number": f"{one.pk}-{s}",
                          "valid_from": DAY - timedelta(days=400), "valid_until": DAY + timedelta(days=one.pk % 600)}
                         for one in people for s in standards))  # fmt: skip
    _made(Employment, ({"person": one, "number": f"LD-{one.pk}", "full_time": True, "first_day": DAY - timedelta(days=400),
                        "last_day": DAY + timedelta(days=one.pk * 7 % 900)} for one in people))  # fmt: skip
    _made(Insurance, ({"person": one, "kind": "accident", "insurer": "-", "number": f"BX-{one.pk}",
                       "first_day": DAY - timedelta(days=90), "last_day": DAY + timedelta(days=one.pk * 7 % 900)}
                      for one in people))  # fmt: skip
    _made(Declaration, ({"person": one, "kind": kind, "signed_on": DAY - timedelta(days=90),
                         "valid_until": DAY + timedelta(days=one.pk * 7 % 900)}
                        for one in people for kind in DeclarationKind))  # fmt: skip
    codes = ("17.10.02", "18.05.01", "19.01.01")
    _made(Competence, ({"person": one, "standard": s, "code": code, "basis": "工作经历", "evaluated_on": DAY}
                       for one in people for s in standards for code in codes))  # fmt: skip
    return [*Person.objects.filter(login="auditor"), *people]


def _audited(visits: list[Visit], auditors: list[Person]) -> list[Audit]:
    """What was held has its dates, leader and audit; a few of those to come have dates."""
    dated = [v for n, v in enumerate(visits) if v.held_on or n % 40 == 1]
    _made(Appointment, ({"visit": v, "starts_on": v.begun_on or v.earliest, "ends_on": v.held_on or v.earliest,
                         "announced_on": v.begun_on, "plan_sent_on": v.begun_on} for v in dated))  # fmt: skip
    _made(Assignment, ({"visit": v, "person": auditors[n % len(auditors)], "role": "leader", "standards": []}
                       for n, v in enumerate(dated)))  # fmt: skip
    return _made(Audit, (_audit(visit) for visit in visits if visit.held_on))


def _fate(visit: Visit) -> str:
    """How far the file of an audit is."""
    return {0: "reported", 1: "waiting", 2: "returned", 3: "passed"}.get(visit.contract_id % 50, "decided")


def _audit(visit: Visit) -> dict[str, Any]:
    on, fate = visit.held_on, _fate(visit)
    return {
        "visit": visit,
        "opened_on": on,
        "closed_on": on,
        "reported_on": on,
        "handed_in_on": None if fate == "reported" else on,
        "decided_on": on if fate == "decided" else None,
    }


def _decided(parts: list[VisitPart], audits: dict[int, Audit]) -> list[Decision]:
    """The decision on each certification; where its audit is still on the way, one of an earlier system."""
    held = [(part, audits[part.visit_id], _fate(part.visit)) for part in parts if part.visit_id in audits]
    _made(Conclusion, ({"audit": audit, "standard": part.certification.standard, "recommended": True, "text": "-"}
                       for part, audit, fate in held if fate != "reported"))  # fmt: skip
    _made(Review, ({"audit": audit, "standard": part.certification.standard, "reviewed_by": "reviewer",
                    "passed": fate != "returned", "reviewed_on": DAY}
                   for part, audit, fate in held if fate not in ("reported", "waiting")))  # fmt: skip
    rows = (_decision(part, audit if fate == "decided" else None) for part, audit, fate in held)
    return _made(Decision, rows)


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


def _application(n: int, client: Client) -> dict[str, Any]:
    """Most were accepted long ago; a few wait for the review or for an answer."""
    status = {1: "submitted", 2: "questions", 3: "refused"}.get(n % 60, "accepted")
    return {
        "number": f"SQ-{client.pk:06d}",
        "token": f"bench-{client.pk}",
        "status": status,
        "uscc": client.uscc,
        "name_zh": client.name_zh,
        "pinyin": client.pinyin,
        "standards": list(Standard)[:CERTIFICATES_OF_A_CLIENT],
        "begun_on": DAY,
        "submitted_on": DAY - timedelta(days=n % 900),
        "concluded_on": DAY if status in ("accepted", "refused") else None,
    }


def _contract(client: Client, application: Application) -> dict[str, Any]:
    signed = None if client.pk % 50 == 0 else DAY
    return {"number": f"HT-{client.pk:06d}", "client": client, "application": application, "offered_on": DAY,
            "standards": application.standards, "signed_on": signed}  # fmt: skip


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


def _decision(part: VisitPart, audit: Audit | None) -> dict[str, Any]:
    return {
        "number": f"JD-{part.certification_id:06d}",
        "certification": part.certification,
        "audit": audit,
        "act": "grant",
        "decided_on": part.cycle.starts_on,
        "decided_by": "decision_maker",
        "carried": audit is None,
        "executed_on": part.cycle.starts_on,
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
    latest = DAY + timedelta(days=contract.pk * 13 % 400 + 10)
    held = DAY - timedelta(days=30 + contract.pk * 17 % 300) if ordinal == 0 else None
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
