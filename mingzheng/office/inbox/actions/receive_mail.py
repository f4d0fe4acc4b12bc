"""Take a mail into the in-tray 收入来信 (own procedure). By itself it changes nothing else."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from mingzheng.office.files.content import keep
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.inbox import KNOWN, OWN, TOO_LARGE, Message, deal_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

from ..models import Mail
from ..queries import is_known


@dataclass(frozen=True)
class MailReceived(Happened, kind="mail.received", begins=True):
    number: str
    attachments: int
    deal_by: date  # who wrote it, and what, stands in the row alone


@action(Role.CLOCK, clause=OWN)
def receive_mail(message: Message, *, raw: bytes, on: date, by: Actor) -> MailReceived:
    """`raw` is kept under its hash as it came; of long headers the row keeps the beginning."""
    if len(raw) > settings.LARGEST_MAIL:
        raise Refused(TOO_LARGE.because(megabytes=settings.LARGEST_MAIL // 1024**2))
    if is_known(message.key):
        raise Refused(KNOWN)
    mail = Mail.objects.create(
        number=next_number(Mail, "LX", on.year),
        key=message.key,
        raw=keep(raw),
        sender=message.sender[:200],
        address=message.address[:254],
        subject=message.subject[:300],
        sent_on=message.sent_on,
        text=message.text,
        attachments=[list(one) for one in message.attachments],
        received_on=on,
        deal_by=deal_by(on),
    )
    return MailReceived(mail.number, len(message.attachments), mail.deal_by)
