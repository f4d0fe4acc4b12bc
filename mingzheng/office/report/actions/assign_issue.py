"""Say which department answers for an issue, and which help 指定议题责任部门 — ISO 26000:2010 7.4.2."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.report_outline import chapter
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_assigning

from ..writing import held, held_block, standing_of


@dataclass(frozen=True)
class IssueAssigned(Happened, kind="report.issue-assigned"):
    year: int
    code: str
    owner: Owner
    supporting: tuple[Owner, ...]


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.4.2")
def assign_issue(
    year: int, code: str, *, owner: Owner, supporting: Sequence[Owner] = (), on: date, by: Actor
) -> IssueAssigned:
    report = held(year)
    block = held_block(report, code)
    wrong = objections_to_assigning(owner, supporting, is_issue=chapter(code).issue is not None)
    refuse_if([*standing_of(report).closed, *wrong])

    block.owner, block.supporting = owner, list(supporting)
    block.save(update_fields=["owner", "supporting"])
    return IssueAssigned(year, code, owner, tuple(supporting))
