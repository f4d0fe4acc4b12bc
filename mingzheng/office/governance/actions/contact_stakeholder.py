"""Enter a talk with a stakeholder 登记沟通 (ISO 26000:2010 5.3.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import Channel, objections_to_contact
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Contact, Stakeholder


@dataclass(frozen=True)
class StakeholderContacted(Happened, kind="stakeholder.contacted"):
    number: str
    channel: Channel
    held_on: date


@action(
    Role.GENERAL_OFFICE, Role.QUALITY, Role.MARKET, Role.UNION, Role.DIRECTOR, clause="ISO 26000:2010 5.3.3"
)
def contact_stakeholder(
    number: str, *, channel: Channel, held_on: date, text: str, on: date, by: Actor
) -> StakeholderContacted:
    """Once for each talk, however many of the body took part."""
    row = Stakeholder.objects.select_for_update().get(number=number)
    refuse_if(objections_to_contact(text, held_on, on, ended=bool(row.ended_on)))
    Contact.objects.create(stakeholder=row, channel=channel, held_on=held_on, text=text.strip())
    return StakeholderContacted(number, channel, held_on)
