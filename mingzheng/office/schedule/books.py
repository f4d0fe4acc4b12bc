"""What must be true of every team and its dates."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, QuerySet

from mingzheng.office.record.books import book

from .models import Appointment, Assignment, Booking, PlanLine


def _off_team(rows: QuerySet, person: str) -> QuerySet:
    member = Assignment.objects.filter(visit=OuterRef("visit"), person=OuterRef(person))
    return rows.exclude(Exists(member))


@book("whoever is booked for a visit is on its team, within its dates")
def _bookings() -> Iterator[str]:
    dates = Appointment.objects.filter(
        visit=OuterRef("visit"), starts_on__lte=OuterRef("day"), ends_on__gte=OuterRef("day")
    )
    for login, number in _off_team(Booking.objects.all(), "person").values_list(
        "person__login", "visit__number"
    ):
        yield f"{login} is booked for visit {number} without being on its team"
    strays = Booking.objects.exclude(Exists(dates)).values_list("person__login", "visit__number", "day")
    for login, number, day in strays:
        yield f"{login} is booked for visit {number} on {day}, outside its dates"


@book("whoever stands in an audit plan is on the team")
def _plans() -> Iterator[str]:
    for login, number in _off_team(PlanLine.objects.all(), "auditor").values_list(
        "auditor__login", "visit__number"
    ):
        yield f"{login} stands in the plan of visit {number} without being on its team"


@book("a visit is announced with its leader, and its plan is sent after that")
def _told() -> Iterator[str]:
    leader = Assignment.objects.filter(visit=OuterRef("visit"), role="leader")
    headless = Appointment.objects.filter(announced_on__isnull=False).exclude(Exists(leader))
    for number in headless.values_list("visit__number", flat=True):
        yield f"visit {number} was announced without a leader"
    too_soon = Appointment.objects.filter(plan_sent_on__isnull=False).exclude(
        announced_on__lte=F("plan_sent_on")
    )
    for number in too_soon.values_list("visit__number", flat=True):
        yield f"the plan of visit {number} was sent before it was announced"
