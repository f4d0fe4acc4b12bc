"""Write the text of a chapter, in both languages, with live figures 编写章节 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_text

from ..live import known
from ..writing import held, held_block, not_his, put, standing_of


@dataclass(frozen=True)
class BlockWritten(Happened, kind="report.block-written"):
    year: int
    code: str
    zh: str
    en: str


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.5.3")
def write_block(year: int, code: str, *, zh: str, en: str, on: date, by: Actor) -> BlockWritten:
    """What was reviewed is to be reviewed again."""
    report = held(year)
    block = held_block(report, code)
    refuse_if([*standing_of(report).closed, *not_his(block, by), *objections_to_text(zh, en, known())])

    put(block, zh, en, left_out=False, on=on, by=by)
    return BlockWritten(year, code, block.zh, block.en)
