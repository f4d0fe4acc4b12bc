"""Enter that a course was held, and who was there 登记培训举办 (ISO/IEC 17021-1:2015 7.2.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.learning import objections_to_holding, objections_to_open_course
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Attendance, Course


@dataclass(frozen=True)
class CourseHeld(Happened, kind="course.held"):
    number: str
    held_on: date
    people: int
    hours: Decimal  # of all who were there


@action(Role.GENERAL_OFFICE, Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.5")
def hold_course(
    number: str,
    *,
    held_on: date,
    hours: Decimal,
    attended: Sequence[str],
    remark: str,
    on: date,
    by: Actor,
) -> CourseHeld:
    """`attended`: logins of who was there; who is not named has no hours."""
    row = Course.objects.select_for_update().get(number=number)
    refuse_if(objections_to_open_course(held=bool(row.held_on), cancelled=bool(row.cancelled_on)))
    people = list(Person.objects.filter(login__in=attended))
    refuse_if(objections_to_holding(held_on, on, hours, len(people)))
    Attendance.objects.bulk_create(Attendance(course=row, person=one, hours=hours) for one in people)
    row.held_on, row.hours, row.remark = held_on, hours, remark.strip()
    row.save(update_fields=["held_on", "hours", "remark"])
    return CourseHeld(number, held_on, len(people), hours * len(people))
