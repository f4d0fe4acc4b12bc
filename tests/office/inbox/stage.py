"""A mail that came in, for the tests of what becomes of it."""

from mingzheng.office.inbox.actions.receive_mail import receive_mail
from mingzheng.office.inbox.models import Mail
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.inbox import Message
from mingzheng.rulebook.voices import CaseKind, Topic
from tests.rows import DAY

RAW = b"From: he@client.example\r\n\r\n..."
COMPLAINT = {"kind": CaseKind.COMPLAINT, "topic": Topic.AUDIT, "text": "审核员没有到场"}


def message(key: str = "1", **more) -> Message:
    told = {
        "sender": "何经理",
        "address": "he@client.example",
        "subject": "投诉审核",
        "sent_on": DAY,
        "text": "没有到场",
    }
    return Message(key=key * 64, **{**told, **more})


def mail(key: str = "1", **more) -> Mail:
    taken = receive_mail(message(key, **more), raw=RAW, on=DAY, by=CLOCK)
    return Mail.objects.get(number=taken.number)
