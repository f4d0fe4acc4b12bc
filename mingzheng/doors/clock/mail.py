"""What clients are told by mail: written as what happened is heard, then sent off, again and again if need be.

The letter is written in the transaction in which the follower moves on, so each is written once. Sending comes after;
who is cut off between sending and noting it sends once more, under the same Message-ID.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import QuerySet
from django.urls import reverse

from mingzheng.office.certificates.queries import certificate_named
from mingzheng.office.clients.models import Contact
from mingzheng.office.contracts.models import Application
from mingzheng.office.letters.actions.record_delivery import record_delivery
from mingzheng.office.letters.actions.record_failure import record_failure
from mingzheng.office.letters.actions.write_letter import write_letter
from mingzheng.office.letters.models import Letter
from mingzheng.office.letters.queries import cause_of, is_answered, to_send
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.record.prepared import Prepared
from mingzheng.words import WORDS, say

Reader = tuple[str, str, str]  # address, name, the page the letter leads to
log = logging.getLogger(__name__)


def _tell(event: Event, reader: Reader, kind: str) -> None:
    """Write the letter of this kind, Chinese above English; nothing when there is no address, or it was written."""
    to, name, link = reader
    if not to or is_answered(event):
        return
    facts = {**event.facts, "name": name, "link": link}
    subject = " / ".join(side.format_map(facts) for side in WORDS[f"mail.{kind}.subject"])
    text = "\n\n— — —\n\n".join(_text(kind, language, facts) for language in ("zh-hans", "en"))
    write_letter(cause_of(event), kind=kind, to=to, subject=subject[:300], text=text, on=event.on, by=CLOCK)


def _text(kind: str, language: str, facts: dict[str, Any]) -> str:
    parts = ("mail.greeting", f"mail.{kind}.text", "mail.sender")
    return "\n\n".join(say(part, language, **facts) for part in parts)


def _page(name: str, key: str) -> str:
    return settings.PUBLIC_ADDRESS + reverse(f"public:{name}", args=[key])


def _applicant(event: Event) -> Reader:
    """Who applied; his letters lead to his own page."""
    number = event.facts.get("application") or event.facts["number"]
    row = Application.objects.get(number=number)
    return row.contact_email, row.name_zh, _page("application", row.token)


def _client(client: int, name: str, link: str) -> Reader:
    return _email.first(client=client) or "", name, link


@Prepared
def _email(*, client: int) -> QuerySet[Contact, str]:
    """Of the first of its contacts who has one."""
    rows = Contact.objects.filter(client=client, left_on=None).exclude(email="")
    return rows.order_by("pk").values_list("email", flat=True)[:1]


def _audited(event: Event) -> Reader:
    client = Visit.objects.select_related("client").get(number=event.facts["visit"]).client
    return _client(client.pk, client.name_zh, "")


def _certified(event: Event) -> Reader:
    """Who holds the certificate; his letters lead to its public page."""
    row = certificate_named(event.facts["number"])
    if row is None:
        return "", "", ""
    return _client(row.certification.client_id, row.name_zh, _page("certificate", row.number))


READERS: dict[str, Callable[[Event], Reader]] = {
    "application.begun": _applicant,
    "application.submitted": _applicant,
    "application.asked": _applicant,
    "application.accepted": _applicant,
    "application.refused": _applicant,
    "contract.offered": _applicant,
    "visit.announced": _audited,
    "visit.moved": _audited,
    "certificate.issued": _certified,
    "certificate.taken-over": _certified,
    "certificate.renewed": _certified,
    "certificate.reissued": _certified,
    "certificate.suspended": _certified,
    "certificate.restored": _certified,
    "certificate.withdrawn": _certified,
    "certificate.cancelled": _certified,
    "certificate.transferred": _certified,
    "certificate.expired": _certified,
}
LIKE = {"certificate.renewed": "certificate.issued", "certificate.reissued": "certificate.issued"}


def _heard(event: Event) -> None:
    _tell(event, READERS[event.kind](event), LIKE.get(event.kind, event.kind))


FOLLOWS: dict[str, Callable[[Event], None]] = dict.fromkeys(READERS, _heard)


def deliver(*, at: datetime, on: date) -> int:
    """Send off what waits; return how many letters the mail server took."""
    sent = 0
    with _server() as server:
        for letter in to_send(at):
            sent += _deliver(letter, server, at=at, on=on)
    return sent


def _deliver(letter: Letter, server: Any, *, at: datetime, on: date) -> bool:
    host = urlsplit(settings.PUBLIC_ADDRESS).hostname
    message = EmailMessage(
        letter.subject,
        letter.text,
        to=[letter.to],
        headers={"Message-ID": f"<{letter.number}@{host}>"},
        connection=server,
    )
    try:
        message.send()
    except (OSError, SMTPException) as error:
        log.warning("letter %s was not delivered: %s", letter.number, type(error).__name__)
        server.close()
        record_failure(letter.number, fault=type(error).__name__, said=str(error), at=at, on=on, by=CLOCK)
        return False
    record_delivery(letter.number, on=on, by=CLOCK)
    return True


@contextmanager
def _server() -> Iterator[Any]:
    """The mail server, connected with the first letter and left with the last."""
    server = get_connection()
    try:
        yield server
    finally:
        server.close()
