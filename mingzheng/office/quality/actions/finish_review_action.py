"""Enter that what a management review asked for was done 管理评审措施完成 (ISO/IEC 17021-1:2015 10.2.5.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_finishing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ReviewAction


@dataclass(frozen=True)
class ReviewActionFinished(Happened, kind="management-review.action-finished"):
    review: str
    action: int
    in_time: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.5.3")
def finish_review_action(
    number: str, place: int, *, result: str, on: date, by: Actor
) -> ReviewActionFinished:
    row = ReviewAction.objects.select_for_update().get(review__number=number, number=place)
    refuse_if(objections_to_finishing(finished=row.finished_on is not None, result=result))
    row.result, row.finished_on = result.strip(), on
    row.save(update_fields=["result", "finished_on"])
    return ReviewActionFinished(number, place, on <= row.due_on)
