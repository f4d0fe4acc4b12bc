"""Order the issues of a report by their weight, or as ISO 26000 has them 按实质性排序 (ISO 26000:2010 7.3.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..writing import held, standing_of


@dataclass(frozen=True)
class IssuesOrdered(Happened, kind="report.ordered"):
    year: int
    by_weight: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.3.4")
def order_issues(year: int, *, by_weight: bool, on: date, by: Actor) -> IssuesOrdered:
    """Before it is signed. The weights are those of the year: of a frozen one as they were then."""
    report = held(year)
    refuse_if(standing_of(report).closed)
    report.by_weight = by_weight
    report.save(update_fields=["by_weight"])
    return IssuesOrdered(year, by_weight)
