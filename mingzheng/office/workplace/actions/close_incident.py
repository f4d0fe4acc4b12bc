"""Enter what an incident cost and what is done about it 事故处理 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_closing_incident

from ..models import Incident


@dataclass(frozen=True)
class IncidentClosed(Happened, kind="incident.closed"):
    number: str
    lost_days: int


@action(Role.GENERAL_OFFICE, clause="own procedure")
def close_incident(number: str, *, lost_days: int, measure: str, on: date, by: Actor) -> IncidentClosed:
    """`lost_days`: working days; 0 is a count too."""
    row = Incident.objects.select_for_update().get(number=number)
    refuse_if(objections_to_closing_incident(measure, closed=bool(row.closed_on)))
    row.lost_days, row.measure, row.closed_on = lost_days, measure.strip(), on
    row.save(update_fields=["lost_days", "measure", "closed_on"])
    return IncidentClosed(number, lost_days)
