"""Enter somebody the body answers to 登记相关方 (ISO 26000:2010 5.3.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import Party, objections_to_name
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Stakeholder


@dataclass(frozen=True)
class StakeholderEntered(Happened, kind="stakeholder.entered", begins=True):
    number: str
    party: Party
    name: str


@action(Role.GENERAL_OFFICE, Role.QUALITY, clause="ISO 26000:2010 5.3.2")
def enter_stakeholder(party: Party, *, zh: str, en: str = "", on: date, by: Actor) -> StakeholderEntered:
    known = Stakeholder.objects.filter(zh=zh.strip(), ended_on=None).exists()
    refuse_if(objections_to_name(zh, known=known))
    row = Stakeholder.objects.create(
        number=next_number(Stakeholder, "XG", on.year),
        party=party,
        zh=zh.strip(),
        en=en.strip(),
        entered_on=on,
    )
    return StakeholderEntered(row.number, party, row.zh)
