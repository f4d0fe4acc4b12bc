"""Add what was submitted to the authority, or what it replied, to the thread 再次上报、收到答复 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import objections_to_exchange
from mingzheng.rulebook.verdict import refuse_if

from ..models import Petition
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class PetitionContinued(Happened, kind="petition.continued"):
    number: str
    submitted: bool
    day: date
    text: str


@action(*SCHEME_KEEPERS, clause="own procedure")
def continue_petition(
    number: str,
    *,
    submitted: bool,
    day: date,
    text: str,
    next_due: date | None = None,
    on: date,
    by: Actor,
) -> PetitionContinued:
    """`submitted`: by the body; otherwise the authority replied. `next_due` replaces the day of the next step."""
    row = Petition.objects.select_for_update().get(number=number)
    refuse_if(objections_to_exchange(row.concluded_on is not None, text, day, row.last_on, on))
    row.exchanges.create(submitted=submitted, on=day, text=text.strip())
    row.last_on, row.next_due = day, next_due
    row.save(update_fields=["last_on", "next_due"])
    return PetitionContinued(number, submitted, day, text.strip())
