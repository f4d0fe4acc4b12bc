"""Answer a remark, so that it is settled 答复意见 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import COMMENT_EMPTY, SETTLED

from ..writing import held, held_block, not_his, standing_of


@dataclass(frozen=True)
class CommentSettled(Happened, kind="report.comment-settled"):
    year: int
    code: str
    number: int
    answer: str


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.5.3")
def settle_comment(year: int, code: str, number: int, *, answer: str, on: date, by: Actor) -> CommentSettled:
    report = held(year)
    block = held_block(report, code)
    comment = block.comments.get(number=number)
    wrong = [*([SETTLED] if comment.settled_on else []), *([] if answer.strip() else [COMMENT_EMPTY])]
    refuse_if([*standing_of(report).closed, *not_his(block, by), *wrong])

    comment.answer, comment.settled_on, comment.settled_by = answer.strip(), on, by.login
    comment.save(update_fields=["answer", "settled_on", "settled_by"])
    return CommentSettled(year, code, number, comment.answer)
