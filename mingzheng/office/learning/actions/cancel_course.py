"""Cancel a course 取消培训 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.learning import REASON_MISSING, objections_to_open_course
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Course


@dataclass(frozen=True)
class CourseCancelled(Happened, kind="course.cancelled"):
    number: str
    reason: str


@action(Role.GENERAL_OFFICE, Role.COMPETENCE_EVALUATOR, clause="own procedure")
def cancel_course(number: str, *, reason: str, on: date, by: Actor) -> CourseCancelled:
    """It stays in the plan, as not done."""
    row = Course.objects.select_for_update().get(number=number)
    found = objections_to_open_course(held=bool(row.held_on), cancelled=bool(row.cancelled_on))
    refuse_if(found + ([] if reason.strip() else [REASON_MISSING]))
    row.cancelled_on, row.remark = on, reason.strip()
    row.save(update_fields=["cancelled_on", "remark"])
    return CourseCancelled(number, row.remark)
