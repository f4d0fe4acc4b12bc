"""Look at a hazard again 评审危险源 (ISO 45001:2018 6.1.2 as the body's own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_hazard_review

from ..models import Hazard


@dataclass(frozen=True)
class HazardReviewed(Happened, kind="hazard.reviewed"):
    number: str
    likelihood: int
    severity: int
    measure: str
    ended: bool


@action(Role.GENERAL_OFFICE, Role.UNION, clause="own procedure")
def review_hazard(
    number: str, *, likelihood: int, severity: int, measure: str, ended: bool = False, on: date, by: Actor
) -> HazardReviewed:
    """As it stands now; `ended`: it is there no more."""
    row = Hazard.objects.select_for_update().get(number=number)
    refuse_if(objections_to_hazard_review(measure, (likelihood, severity), ended=bool(row.ended_on)))
    row.likelihood, row.severity, row.measure, row.looked_at_on = likelihood, severity, measure.strip(), on
    row.ended_on = on if ended else None
    row.save(update_fields=["likelihood", "severity", "measure", "looked_at_on", "ended_on"])
    return HazardReviewed(number, likelihood, severity, row.measure, ended)
