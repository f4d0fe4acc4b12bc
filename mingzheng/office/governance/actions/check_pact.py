"""Look whether the body keeps a pact 公约自查 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Pact, PactCheck


@dataclass(frozen=True)
class PactChecked(Happened, kind="pact.checked"):
    number: str
    keeps: bool
    told: str


@action(Role.MARKET, Role.INTEGRITY, clause="ISO 26000:2010 7.8")
def check_pact(number: str, *, keeps: bool, text: str, on: date, by: Actor) -> PactChecked:
    row = Pact.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.ended_on)) + objections_to_texts(text))
    PactCheck.objects.create(pact=row, checked_on=on, keeps=keeps, text=text.strip())
    return PactChecked(number, keeps, text.strip())
