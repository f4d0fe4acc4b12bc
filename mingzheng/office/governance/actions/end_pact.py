"""Enter that a pact has ended 公约终止 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Pact


@dataclass(frozen=True)
class PactEnded(Happened, kind="pact.ended"):
    number: str
    reason: str


@action(Role.MARKET, Role.INTEGRITY, clause="ISO 26000:2010 7.8")
def end_pact(number: str, *, reason: str, on: date, by: Actor) -> PactEnded:
    row = Pact.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.ended_on)) + objections_to_texts(reason))
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    return PactEnded(number, reason.strip())
