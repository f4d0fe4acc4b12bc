"""Reading courses, attendance and good cases."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from mingzheng.office.clients.models import Client
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.learning import CourseKind, missing_quarters
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection

from .models import Attendance, Course, GoodCase

KEEPERS = (Role.GENERAL_OFFICE, Role.COMPETENCE_EVALUATOR, Role.QUALITY, Role.DIRECTOR)
PUBLISHERS = (Role.TECHNICAL, Role.QUALITY)


def courses() -> QuerySet[Any]:
    """Every course with how many `came` and the hours they had `in_all`."""
    return Course.objects.annotate(came=Count("attendances"), in_all=Sum("attendances__hours"))


def courses_by_year() -> QuerySet[Any]:
    """Of each year how many courses were `planned`, are `done` and were `dropped`; the others have no result."""
    rows = Course.objects.order_by().values(year=ExtractYear("planned_on"))
    held, cancelled = Q(held_on__isnull=False), Q(cancelled_on__isnull=False)
    counted = rows.annotate(
        planned=Count("pk"), done=Count("pk", filter=held), dropped=Count("pk", filter=cancelled)
    )
    return counted.order_by("-year")


def courses_seen_by(by: Actor) -> QuerySet[Any]:
    """Everybody may see what is planned and was held."""
    return courses()


def good_cases_seen_by(by: Actor) -> QuerySet[Any]:
    return GoodCase.objects.select_related("client", "author").annotate(n=Count("votes"))


def attendances_in(first: date, last: date) -> QuerySet[Attendance]:
    """Who was at the courses of these days."""
    return Attendance.objects.filter(course__held_on__range=(first, last))


def seminars_in(year: int) -> QuerySet[Course]:
    return Course.objects.filter(kind=CourseKind.SEMINAR, held_on__year=year)


def quarters_without_seminar(year: int, on: date) -> list[Objection]:
    """The quarters of a year that are over and had no seminar."""
    held = [row.held_on for row in seminars_in(year) if row.held_on]
    return missing_quarters(held, year, on)


def names_of_client(client: Client | None) -> list[str]:
    """What a client could be known by."""
    return [client.name_zh, client.name_en, client.uscc] if client else []
