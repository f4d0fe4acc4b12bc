"""The figures of training, seminars and good cases."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import learning as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.learning import CourseKind

from .models import Attendance, Course, GoodCase
from .queries import attendances_in

COURSE: dict[str, Any] = {
    "shows": ("number", "kind|course-kind", "title", "planned_on", "held_on", "hours"),
    "opens": "course:number",
}
CAME: dict[str, Any] = {
    "shows": ("course__number", "course__title", "person__name_zh", "course__held_on", "hours"),
    "opens": "course:course__number",
}
CASE: dict[str, Any] = {
    "shows": ("number", "author__name_zh", "submitted_on", "published_title"),
    "opens": "good-case:number",
}


@figure(means.COURSES_PLANNED, by="kind|course-kind", **COURSE)
def courses_planned(period: Period) -> QuerySet[Course]:
    return Course.objects.filter(planned_on__range=period.days)


@figure(means.COURSES_HELD, by="kind|course-kind", **COURSE)
def courses_held(period: Period) -> QuerySet[Course]:
    return Course.objects.filter(held_on__range=period.days)


@figure(means.COURSES_UNFINISHED, by="kind|course-kind", **COURSE)
def courses_unfinished(period: Period) -> QuerySet[Course]:
    return courses_planned(period).filter(held_on=None, cancelled_on=None)


@figure(means.COURSE_HOURS, amount="hours", by="course__kind|course-kind", **CAME)
def course_hours(period: Period) -> QuerySet[Attendance]:
    return attendances_in(*period.days)


@figure(means.SEMINARS, **COURSE)
def seminars(period: Period) -> QuerySet[Course]:
    return courses_held(period).filter(kind=CourseKind.SEMINAR)


@figure(means.RESPONSIBILITY_ATTENDED, **CAME)
def responsibility_attended(period: Period) -> QuerySet[Attendance]:
    return attendances_in(*period.days).filter(course__kind=CourseKind.RESPONSIBILITY)


@figure(means.GOOD_CASES, **CASE)
def good_cases(period: Period) -> QuerySet[GoodCase]:
    return GoodCase.objects.filter(submitted_on__range=period.days)


@figure(means.GOOD_CASES_PUBLISHED, **CASE)
def good_cases_published(period: Period) -> QuerySet[GoodCase]:
    return GoodCase.objects.filter(published_on__range=period.days)
