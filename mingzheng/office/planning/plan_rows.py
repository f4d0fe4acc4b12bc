"""The announced visits of some days as rows of the regulator's plan file (rulebook/return_files.py)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mingzheng.office.clients.models import Client, Contact, Site
from mingzheng.office.contracts.models import Contract
from mingzheng.office.library.models import Body
from mingzheng.office.programmes.queries import visits
from mingzheng.office.registration.queries import numbers_of
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.office.schedule.queries import with_status
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.identifiers import CREDIT_CODE_INNER
from mingzheng.rulebook.return_cells import BETWEEN, WITHIN
from mingzheng.rulebook.return_files import CODES
from mingzheng.rulebook.standards import Standard

ITEM_DIGITS = 5  # of the item code; the platform asks for no more
BEGINS, ENDS = {"am": "08", "pm": "13"}, {"am": "12", "pm": "17"}  # full hours, as the platform writes them
Row = dict[str, str]


def to_report(first: date, last: date) -> list[Any]:
    """Announced visits that begin in these days, in the order of time."""
    rows = with_status(visits()).filter(dropped_on=None, announced_on__isnull=False)
    return list(rows.filter(starts_on__range=(first, last)).order_by("starts_on", "number"))


def plan_rows(rows: Sequence[Any], certificates: Mapping[int, str]) -> list[Row]:
    """A row for each visit; `certificates`: the number of the living one by the key of its certification."""
    members = Assignment.objects.filter(visit__in=rows).select_related("person").order_by("pk")
    team: dict[int, list[Assignment]] = {}
    for member in sorted(members, key=lambda member: member.role != TeamRole.LEADER):
        team.setdefault(member.visit_id, []).append(member)
    numbers = numbers_of({member.person_id for member in members})
    halves = _halves(rows)
    contacts = {
        c.client_id: c
        for c in Contact.objects.filter(client__in=_clients(rows), left_on=None).order_by("-pk")
    }
    sites = {
        s.client_id: s for s in Site.objects.filter(client__in=_clients(rows), closed_on=None).order_by("-pk")
    }
    approval = Body.objects.values_list("approval_number", flat=True).first() or ""
    return [
        {
            **_visit(row, halves.get(row.pk, [])),
            **_team(team.get(row.pk, []), numbers),
            **_client(row.client, contacts.get(row.client_id), sites.get(row.client_id)),
            **_papers(row, certificates),
            "RZJG_ID": approval,
        }
        for row in rows
    ]  # fmt: skip


def _clients(rows: Sequence[Any]) -> set[int]:
    return {row.client_id for row in rows}


def _halves(rows: Sequence[Any]) -> dict[int, list[tuple[date, str]]]:
    found: dict[int, list[tuple[date, str]]] = {}
    booked = Booking.objects.filter(visit__in=rows).order_by("day", "half")
    for visit, day, half in booked.values_list("visit_id", "day", "half"):
        found.setdefault(visit, []).append((day, half))
    return found


def _visit(row: Any, halves: list[tuple[date, str]]) -> Row:
    first, last = (
        halves[0] if halves else (row.starts_on, "am"),
        halves[-1] if halves else (row.ends_on, "pm"),
    )
    items = [Standard(standard).cnca_item or "" for standard in row.standards]
    return {
        "AUDIT_PLAN_CODE": row.number,
        "AUDIT_ACT_TYPE": BETWEEN.join(CODES.stage[row.kind] for _ in items),
        "AUDIT_START_DATE": f"{first[0]} {BEGINS[first[1]]}:00:00",
        "AUDIT_END_DATE": f"{last[0]} {ENDS[last[1]]}:00:00",
        "AUTH_PROJ_CODE": BETWEEN.join(item[:ITEM_DIGITS] for item in items),
    }


def _team(team: list[Assignment], numbers: Mapping[int, dict[str, str]]) -> Row:
    """Leader first. A person's number is that of a standard he audits here; experts stand in a column of their own."""
    told, experts = [], []
    for member in team:
        if member.role == TeamRole.EXPERT:
            experts.append(WITHIN.join([member.person.name_zh, "", "", member.person.phone]))
        elif member.role in CODES.role:
            held = numbers.get(member.person_id, {})
            number = next((held[standard] for standard in member.standards if standard in held), "")
            told.append(
                WITHIN.join([number, member.person.name_zh, CODES.role[member.role], member.person.phone])
            )
    return {"AUDIT_INSPECTOR": BETWEEN.join(told), "AUDIT_INSPECT_ZJ": BETWEEN.join(experts)}


def _client(client: Client, contact: Contact | None, site: Site | None) -> Row:
    return {
        "ORG_COUNTRY": CODES.country,
        "ORG_DISTRICT": client.district,
        "ORG_CODE": client.uscc[CREDIT_CODE_INNER],
        "ORG_NAME": client.name_zh,
        "ORG_CONTACT_PERSON": contact.name if contact else "",
        "ORG_CONTACT_WAY": BETWEEN.join(filter(None, [contact.phone, contact.email])) if contact else "",
        "ORG_ADDRESS": site.address_zh if site else client.address_zh,
    }


def _papers(row: Any, certificates: Mapping[int, str]) -> Row:
    contract: Contract = row.contract
    held = [certificates.get(part.certification_id, "") for part in row.parts.all()]
    return {
        "AUDIT_APPLY_NO": BETWEEN.join(contract.number for _ in held),
        "CERT_NUMBER": BETWEEN.join(held) if all(held) else "",
        "REMARK": row.reason,
    }
