"""Make a complaint, an appeal or a report of a mail 来信成案 (ISO/IEC 17021-1:2015 9.7, 9.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.models import Case
from mingzheng.rulebook.inbox import CASES, objections_to_settling
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import CaseKind, Means, Topic

from ..queries import KEEPERS, locked_mail


@dataclass(frozen=True)
class MailMadeCase(Happened, kind="mail.made-case"):
    number: str
    kind: CaseKind
    case: str


@action(*KEEPERS, clause=CASES)
def make_case(
    number: str,
    *,
    kind: CaseKind,
    topic: Topic,
    text: str,
    name: str = "",
    contact: str = "",
    reference: str = "",
    on: date,
    by: Actor,
) -> MailMadeCase:
    """The case counts as received on the day the mail came in: its limits run from then."""
    mail = locked_mail(number)
    refuse_if(objections_to_settling(settled=mail.settled))
    case = receive_case(
        kind,
        topic=topic,
        text=text,
        means=Means.MAIL,
        name=name,
        contact=contact,
        reference=reference,
        received_on=mail.received_on,
        on=on,
        by=by,
    )
    mail.case = Case.objects.get(number=case.number)
    mail.settled_on, mail.settled_by = on, by.login
    mail.save(update_fields=["case", "settled_on", "settled_by"])
    return MailMadeCase(number, kind, case.number)
