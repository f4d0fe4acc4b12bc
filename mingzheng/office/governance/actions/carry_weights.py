"""Take over the weights of the year before 沿用上年议题评价 (ISO 26000:2010 7.3.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_carrying
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Weight


@dataclass(frozen=True)
class WeightsCarried(Happened, kind="weights.carried"):
    year: int
    issues: int


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.3.2")
def carry_weights(year: int, *, on: date, by: Actor) -> WeightsCarried:
    """For the issues that are not weighed in `year` yet."""
    weighed = Weight.objects.filter(year=year).values("issue")
    rows = list(Weight.objects.filter(year=year - 1).exclude(issue__in=weighed))
    refuse_if(objections_to_carrying(year, on, len(rows)))
    Weight.objects.bulk_create(
        Weight(
            number=f"{year}-{row.issue}",
            year=year,
            issue=row.issue,
            stakeholders=row.stakeholders,
            body=row.body,
            reason=row.reason,
            weighed_on=on,
        )
        for row in rows
    )
    return WeightsCarried(year, len(rows))
