"""Add a contact person of a client 增加联系人 — ISO/IEC 17021-1:2015 8.5.3."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Client, Contact

CLAUSE = "ISO/IEC 17021-1:2015 8.5.3"
CANNOT_BE_REACHED = Objection("client.contact-cannot-be-reached", CLAUSE)


@dataclass(frozen=True)
class ContactAdded(Happened, kind="client.contact-added"):
    uscc: str  # whose contact; the person is named in a row that can be erased


def objections(name: str, phone: str, email: str) -> Iterator[Objection]:
    """Why nobody could reach this contact."""
    if not name.strip() or not (phone.strip() or email.strip()):
        yield CANNOT_BE_REACHED


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=CLAUSE)
def add_contact(
    uscc: str, *, name: str, phone: str = "", email: str = "", on: date, by: Actor
) -> ContactAdded:
    refuse_if(objections(name, phone, email))
    client = Client.objects.select_for_update().get(uscc=uscc)
    Contact.objects.create(client=client, name=name.strip(), phone=phone.strip(), email=email.strip())
    return ContactAdded(uscc)
