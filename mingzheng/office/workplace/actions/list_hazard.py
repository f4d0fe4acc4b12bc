"""List what may hurt somebody at work 登记危险源 (ISO 45001:2018 6.1.2 as the body's own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_hazard

from ..models import Hazard


@dataclass(frozen=True)
class HazardListed(Happened, kind="hazard.listed", begins=True):
    number: str
    hazard: str
    likelihood: int
    severity: int
    owner: Owner


@action(Role.GENERAL_OFFICE, Role.UNION, clause="own procedure")
def list_hazard(
    activity: str,
    *,
    hazard: str,
    likelihood: int,
    severity: int,
    measure: str,
    owner: Owner,
    on: date,
    by: Actor,
) -> HazardListed:
    """`likelihood` and `severity` from 1 to 5, with the measure in place; `owner` answers for it."""
    refuse_if(objections_to_hazard(activity, hazard, measure, (likelihood, severity)))
    row = Hazard.objects.create(
        number=next_number(Hazard, "WX", on.year),
        activity=activity.strip(),
        hazard=hazard.strip(),
        likelihood=likelihood,
        severity=severity,
        measure=measure.strip(),
        owner=owner,
        entered_on=on,
        looked_at_on=on,
    )
    return HazardListed(row.number, row.hazard, likelihood, severity, owner)
