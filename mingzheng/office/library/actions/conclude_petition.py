"""Enter what became of an application to an authority 申请结果 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import Outcome, objections_to_exchange
from mingzheng.rulebook.verdict import refuse_if

from ..models import Petition
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class PetitionConcluded(Happened, kind="petition.concluded"):
    number: str
    outcome: Outcome
    day: date
    text: str


@action(*SCHEME_KEEPERS, clause="own procedure")
def conclude_petition(
    number: str, *, outcome: Outcome, day: date, text: str, on: date, by: Actor
) -> PetitionConcluded:
    """`text` is the decision as it came. What was granted is entered as a qualification of its own."""
    row = Petition.objects.select_for_update().get(number=number)
    refuse_if(objections_to_exchange(row.concluded_on is not None, text, day, row.last_on, on))
    row.exchanges.create(submitted=outcome is Outcome.DROPPED, on=day, text=text.strip())
    row.last_on, row.next_due, row.outcome, row.concluded_on = day, None, outcome, day
    row.save(update_fields=["last_on", "next_due", "outcome", "concluded_on"])
    return PetitionConcluded(number, outcome, day, text.strip())
