"""Carry clients in from the register of an earlier system 接转客户台账 — ISO/IEC 17021-1:2015 8.5.

All of a file or nothing. Clients known already stay as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import carried_clients as rules
from mingzheng.rulebook.carried_clients import CarriedClient
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Client, Contact
from ..names import spelled
from .open_client import CLAUSE

AT_ONCE = 500  # rows a statement
KNOWN_ALREADY = Objection("carried.known", "ISO/IEC 17021-1:2015 9.9.1")
SAME_AS = (
    "name_zh",
    "name_en",
    "address_zh",
    "address_en",
    "district",
    "industry",
    "legal_representative",
    "employees",
)


@dataclass(frozen=True)
class ClientCarriedIn(Happened, kind="client.carried-in"):
    uscc: str
    name_zh: str


def standing(entries: Sequence[CarriedClient], on: date) -> list[list[Objection]]:
    """For each entry what stands against taking it; an earlier one of the same file comes first."""
    known = set(Client.objects.values_list("uscc", flat=True))
    answers = []
    for entry in entries:
        if entry.uscc in known:
            answers.append([KNOWN_ALREADY.because(field="uscc")])
            continue
        answers.append(list(rules.objections_to(entry)))
        if not answers[-1]:
            known.add(entry.uscc)
    return answers


@action(Role.ADMINISTRATOR, clause=CLAUSE)
def import_clients(entries: Sequence[CarriedClient], *, on: date, by: Actor) -> list[ClientCarriedIn]:
    """Refused when `standing` has an objection to any entry: whoever calls leaves those out."""
    refuse_if(objection for against in standing(entries, on) for objection in against)
    clients = Client.objects.bulk_create((_client(entry) for entry in entries), batch_size=AT_ONCE)
    Contact.objects.bulk_create(
        (
            Contact(client=client, name=entry.contact, phone=entry.phone, email=entry.email)
            for client, entry in zip(clients, entries, strict=True)
            if entry.contact
        ),
        batch_size=AT_ONCE,
    )
    return [ClientCarriedIn(entry.uscc, entry.name_zh) for entry in entries]


def _client(entry: CarriedClient) -> Client:
    return Client(
        uscc=entry.uscc,
        pinyin=spelled([entry.name_zh, *entry.former_names]),
        former_names=[{"name_zh": name, "until": ""} for name in entry.former_names],
        **{name: getattr(entry, name) for name in SAME_AS},
    )
