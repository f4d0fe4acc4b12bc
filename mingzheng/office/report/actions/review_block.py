"""Review a chapter that somebody else wrote 审阅章节 — ISO 26000:2010 7.6.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_review

from ..writing import held, held_block, part_of, standing_of


@dataclass(frozen=True)
class BlockReviewed(Happened, kind="report.block-reviewed"):
    year: int
    code: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.6.2")
def review_block(year: int, code: str, *, on: date, by: Actor) -> BlockReviewed:
    report = held(year)
    block = held_block(report, code)
    part = part_of(block, block.comments.filter(settled_on=None).count())
    refuse_if([*standing_of(report).closed, *objections_to_review(part, by.login)])

    block.reviewed_on, block.reviewed_by = on, by.login
    block.save(update_fields=["reviewed_on", "reviewed_by"])
    return BlockReviewed(year, code)
