"""Enter what a stakeholder asks for 登记诉求 (ISO 26000:2010 5.3.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Demand, Stakeholder


@dataclass(frozen=True)
class DemandRaised(Happened, kind="demand.raised", begins=True):
    number: str
    stakeholder: str
    demand: str


@action(
    Role.GENERAL_OFFICE, Role.QUALITY, Role.MARKET, Role.UNION, Role.DIRECTOR, clause="ISO 26000:2010 5.3.3"
)
def raise_demand(
    stakeholder: str,
    *,
    zh: str,
    en: str = "",
    expects_zh: str = "",
    expects_en: str = "",
    on: date,
    by: Actor,
) -> DemandRaised:
    """What is required, and what is hoped for beyond it."""
    holder = Stakeholder.objects.select_for_update().get(number=stakeholder)
    refuse_if(objections_to_more(ended=bool(holder.ended_on)) + objections_to_texts(zh))
    row = Demand.objects.create(
        number=next_number(Demand, "SQY", on.year),
        stakeholder=holder,
        zh=zh.strip(),
        en=en.strip(),
        expects_zh=expects_zh.strip(),
        expects_en=expects_en.strip(),
        raised_on=on,
    )
    return DemandRaised(row.number, holder.zh, row.zh)
