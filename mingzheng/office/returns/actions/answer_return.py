"""Enter what the platform said of a report 登记上报回执: taken, or sent back with the reason (信息报告规范)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.return_duties import OWNERS, objections_to_answer
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked


@dataclass(frozen=True)
class ReturnAnswered(Happened, kind="return.answered"):
    number: str
    accepted: bool
    receipt: str
    remark: str


@action(*OWNERS, clause="信息报告规范")
def answer_return(
    number: str, *, accepted: bool, receipt: str = "", remark: str = "", on: date, by: Actor
) -> ReturnAnswered:
    duty = locked(number)
    refuse_if(
        objections_to_answer(
            sent=duty.sent_on is not None,
            answered=duty.answered_on is not None,
            accepted=accepted,
            receipt=receipt,
            remark=remark,
        )
    )

    duty.answered_on, duty.accepted = on, accepted
    duty.receipt, duty.remark = receipt.strip(), remark.strip()
    duty.save()
    return ReturnAnswered(number, accepted, duty.receipt, duty.remark)
