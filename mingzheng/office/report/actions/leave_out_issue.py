"""Leave an issue out of the report, with the reason 说明未披露原因 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.report_outline import chapter
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_leaving_out

from ..writing import held, held_block, not_his, put, standing_of


@dataclass(frozen=True)
class IssueLeftOut(Happened, kind="report.issue-left-out"):
    year: int
    code: str
    zh: str
    en: str


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.5.3")
def leave_out_issue(year: int, code: str, *, zh: str, en: str, on: date, by: Actor) -> IssueLeftOut:
    """`zh` and `en` are the reason, printed in place of a text."""
    report = held(year)
    block = held_block(report, code)
    is_issue = chapter(code).issue is not None
    wrong = objections_to_leaving_out(is_issue=is_issue, zh=zh, en=en)
    refuse_if([*standing_of(report).closed, *not_his(block, by), *wrong])

    put(block, zh, en, left_out=True, on=on, by=by)
    return IssueLeftOut(year, code, block.zh, block.en)
