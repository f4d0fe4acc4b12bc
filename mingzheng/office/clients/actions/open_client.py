"""Open a client 建立客户档案 — ISO/IEC 17021-1:2015 8.5."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.districts import objections_to_district
from mingzheng.rulebook.identifiers import CREDIT_CODE_LENGTH, objections_to_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Client, Contact, Site
from ..names import spelled

CLAUSE = "ISO/IEC 17021-1:2015 8.5"
KNOWN_ALREADY = Objection("client.known-already", CLAUSE)
NAME_MISSING = Objection("client.name-missing", CLAUSE)


@dataclass(frozen=True)
class ClientOpened(Happened, kind="client.opened", begins=True):
    uscc: str
    name_zh: str


def objections(uscc: str, name_zh: str) -> Iterator[Objection]:
    """Why no client can be opened under this code and name."""
    if len(uscc) == CREDIT_CODE_LENGTH:  # a foreign registration number is of any other length
        yield from objections_to_social_credit_code(uscc)
    if Client.objects.filter(uscc=uscc).exists():
        yield KNOWN_ALREADY.because(uscc=uscc)
    if not name_zh.strip():
        yield NAME_MISSING


@action(Role.MARKET, Role.PROGRAMME_MANAGER, Role.DIRECTOR, clause=CLAUSE)
def open_client(
    uscc: str,
    *,
    facts: Mapping[str, object],
    sites: Sequence[Mapping[str, str]] = (),
    contacts: Sequence[Mapping[str, str]] = (),
    on: date,
    by: Actor,
) -> ClientOpened:
    """`facts`, `sites` and `contacts` are fields of the models of those names."""
    name = str(facts.get("name_zh", ""))
    refuse_if([*objections(uscc, name), *objections_to_district(str(facts.get("district", "")))])
    client = Client.objects.create(uscc=uscc, pinyin=spelled([name]), **facts)
    Site.objects.bulk_create(Site(client=client, **site) for site in sites)
    Contact.objects.bulk_create(Contact(client=client, **contact) for contact in contacts)
    return ClientOpened(uscc, name)
