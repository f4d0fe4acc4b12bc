"""Plan a course or a seminar 制订培训计划 (ISO/IEC 17021-1:2015 7.2.5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.learning import CourseKind, objections_to_course
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Course


@dataclass(frozen=True)
class CoursePlanned(Happened, kind="course.planned", begins=True):
    number: str
    kind: CourseKind
    title: str
    planned_on: date


@action(Role.GENERAL_OFFICE, Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.5")
def plan_course(
    kind: CourseKind,
    *,
    title: str,
    planned_on: date,
    hours: Decimal,
    department: str = "",
    on: date,
    by: Actor,
) -> CoursePlanned:
    """Also of one that was held already: its day may lie in the past."""
    refuse_if(objections_to_course(title, hours))
    row = Course.objects.create(
        number=next_number(Course, "PX", on.year),
        kind=kind,
        title=title.strip(),
        department=department.strip(),
        planned_on=planned_on,
        hours=hours,
    )
    return CoursePlanned(row.number, kind, row.title, planned_on)
