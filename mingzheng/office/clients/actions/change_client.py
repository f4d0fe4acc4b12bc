"""Change what is known of a client 变更客户信息 — ISO/IEC 17021-1:2015 8.5.3."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.districts import objections_to_district
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Client
from ..names import spelled

CLAUSE = "ISO/IEC 17021-1:2015 8.5.3"
NOTHING_CHANGED = Objection("client.nothing-changed", CLAUSE)
NAME_MISSING = Objection("client.name-missing", CLAUSE)
CHANGEABLE = (
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
class ClientChanged(Happened, kind="client.changed"):
    uscc: str
    name_zh: str
    fields: list[str]  # names of what changed, not the values: they may name people
    former_name: str = ""


def objections(client: Client, facts: Mapping[str, object]) -> Iterator[Objection]:
    """Why these facts cannot take the place of what is known."""
    if not changed(client, facts):
        yield NOTHING_CHANGED
    if not str(facts.get("name_zh", client.name_zh)).strip():
        yield NAME_MISSING
    yield from objections_to_district(str(facts.get("district", "")))


def changed(client: Client, facts: Mapping[str, object]) -> list[str]:
    """The fields whose value would become another."""
    return [name for name in CHANGEABLE if name in facts and facts[name] != getattr(client, name)]


@action(Role.MARKET, Role.PROGRAMME_MANAGER, Role.CERTIFICATE_CLERK, clause=CLAUSE)
def change_client(uscc: str, *, facts: Mapping[str, object], on: date, by: Actor) -> ClientChanged:
    """An earlier name stays with the client, with the day it ended, and is still found by search."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    refuse_if(objections(client, facts))
    fields, former = changed(client, facts), ""
    if "name_zh" in fields:
        former = client.name_zh
        client.former_names = [*client.former_names, {"name_zh": former, "until": on.isoformat()}]
    for name in fields:
        setattr(client, name, facts[name])
    client.pinyin = spelled([client.name_zh, *(past["name_zh"] for past in client.former_names)])
    client.save(update_fields=[*fields, "former_names", "pinyin"])
    return ClientChanged(uscc, client.name_zh, fields, former)
