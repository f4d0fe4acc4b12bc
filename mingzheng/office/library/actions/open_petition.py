"""Apply to an authority 向主管部门提出申请: the first submission opens the thread (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.schemes import QualificationKind, objections_to_petition
from mingzheng.rulebook.verdict import refuse_if

from ..models import Petition
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class PetitionOpened(Happened, kind="petition.opened", begins=True):
    number: str
    title: str
    authority: str
    sent_on: date


@action(*SCHEME_KEEPERS, clause="own procedure")
def open_petition(
    kind: QualificationKind,
    *,
    title: str,
    authority: str,
    text: str,
    sent_on: date,
    next_due: date | None = None,
    on: date,
    by: Actor,
) -> PetitionOpened:
    """`text` says what was submitted; `next_due` is the day of the body's next step."""
    refuse_if(objections_to_petition(title, text, sent_on, on))
    row = Petition.objects.create(
        number=next_number(Petition, "ZS", on.year),
        kind=kind,
        title=title.strip(),
        authority=authority.strip(),
        opened_on=sent_on,
        last_on=sent_on,
        next_due=next_due,
    )
    row.exchanges.create(submitted=True, on=sent_on, text=text.strip())
    return PetitionOpened(row.number, row.title, row.authority, sent_on)
