"""Remark on a chapter 提出意见 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import COMMENT_EMPTY

from ..writing import held, held_block, standing_of


@dataclass(frozen=True)
class BlockCommented(Happened, kind="report.block-commented"):
    year: int
    code: str
    number: int
    text: str


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.5.3")
def comment_block(year: int, code: str, *, text: str, on: date, by: Actor) -> BlockCommented:
    report = held(year)
    refuse_if([*standing_of(report).closed, *([] if text.strip() else [COMMENT_EMPTY])])

    block = held_block(report, code)
    number = block.comments.count() + 1
    block.comments.create(number=number, text=text.strip(), made_on=on, made_by=by.login)
    return BlockCommented(year, code, number, text.strip())
