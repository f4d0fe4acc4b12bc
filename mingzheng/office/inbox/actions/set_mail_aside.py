"""Set a mail aside 来信不成案: junk, or dealt with otherwise (own procedure). It stays readable."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.inbox import OWN, Aside, objections_to_setting_aside
from mingzheng.rulebook.verdict import refuse_if

from ..queries import KEEPERS, locked_mail


@dataclass(frozen=True)
class MailSetAside(Happened, kind="mail.set-aside"):
    number: str
    why: Aside  # the note may name people, and stands in the row alone


@action(*KEEPERS, clause=OWN)
def set_mail_aside(number: str, *, why: Aside, note: str = "", on: date, by: Actor) -> MailSetAside:
    mail = locked_mail(number)
    refuse_if(objections_to_setting_aside(why, note, settled=mail.settled))
    mail.aside, mail.note = why, note.strip()
    mail.settled_on, mail.settled_by = on, by.login
    mail.save(update_fields=["aside", "note", "settled_on", "settled_by"])
    return MailSetAside(number, why)
