"""Weigh an issue for a year 评价议题重要性 (ISO 26000:2010 7.3.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.proofreading.issues import ISSUES
from mingzheng.rulebook.responsibility import objections_to_weight
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Weight


@dataclass(frozen=True)
class IssueWeighed(Happened, kind="weight.given"):
    number: str
    stakeholders: int
    body: int
    reason: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.3.2")
def weigh_issue(
    issue: str, *, year: int, stakeholders: int, body: int, reason: str, on: date, by: Actor
) -> IssueWeighed:
    """`issue` by its clause of ISO 26000. Weighed again, the last weight counts; earlier ones stay in the record."""
    known = issue in {one.iso for one in ISSUES}
    refuse_if(objections_to_weight(year, on, stakeholders, body, reason, is_issue=known))
    row, _ = Weight.objects.update_or_create(
        year=year,
        issue=issue,
        defaults={
            "number": f"{year}-{issue}",
            "stakeholders": stakeholders,
            "body": body,
            "reason": reason.strip(),
            "weighed_on": on,
        },
    )
    return IssueWeighed(row.number, stakeholders, body, row.reason)
