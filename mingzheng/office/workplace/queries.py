"""Reading consultations, elections, care, donations, insurance, activities, incidents and grievances."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role

from .models import (
    Activity,
    CareVisit,
    Consultation,
    Contributions,
    Drive,
    Election,
    Facility,
    Grievance,
    Hazard,
    Incident,
    NoticeRead,
)

UNION = (Role.UNION,)
HOUSE = (Role.GENERAL_OFFICE, Role.UNION, Role.DIRECTOR)
NOTHING = Value(Decimal(0), DecimalField(max_digits=14, decimal_places=2))


def is_of_the_union(by: Actor) -> bool:
    return by.holds(Role.UNION)


def staff() -> QuerySet[Person]:
    return Person.objects.filter(is_active=True)


def consultations_seen_by(by: Actor) -> QuerySet[Any]:
    """Everybody's, with how many `read` it, and whether this person did."""
    own = NoticeRead.objects.filter(consultation=OuterRef("pk"), person__login=by.login)
    return Consultation.objects.annotate(read=Count("readers"), mine=Exists(own))


def unread_by(by: Actor) -> QuerySet[Any]:
    return consultations_seen_by(by).filter(mine=False)


def elections_seen_by(by: Actor) -> QuerySet[Election]:
    return Election.objects.all()


def care_visits_seen_by(by: Actor) -> QuerySet[CareVisit]:
    """All of them for those who keep the register; everybody else his own."""
    rows = CareVisit.objects.select_related("person")
    return rows if any(map(by.holds, HOUSE)) else rows.filter(person__login=by.login)


def drives_seen_by(by: Actor) -> QuerySet[Any]:
    """Everybody sees what was given in all; who gave, nobody but the union."""
    return drives()


def drives() -> QuerySet[Any]:
    """Every drive with what was `given` and by how many."""
    return Drive.objects.annotate(given=Coalesce(Sum("gifts__amount"), NOTHING), givers=Count("gifts"))


def contributions_seen_by(by: Actor) -> QuerySet[Any]:
    """Each month with how many were paid for, and how many should have been."""
    employed = Employment.objects.filter(
        Q(last_day=None) | Q(last_day__gte=OuterRef("month")),
        full_time=True,
        first_day__lte=OuterRef("month"),
    )
    wanted = employed.order_by().annotate(one=Value(1)).values("one")
    return Contributions.objects.annotate(
        paid_for=Count("people"),
        wanted=Coalesce(_counted(wanted.annotate(n=Count("person", distinct=True))), 0),
    )


def _counted(rows: QuerySet[Any]) -> Any:
    return Subquery(rows.values("n"))


def unpaid_in(contributions: Contributions) -> QuerySet[Person]:
    """Employed full time on the first day of the month, and not paid for."""
    month = contributions.month
    employed = Employment.objects.filter(
        Q(last_day=None) | Q(last_day__gte=month), full_time=True, first_day__lte=month, person=OuterRef("pk")
    )
    return Person.objects.filter(Exists(employed)).exclude(pk__in=contributions.people.values("pk"))


def employed_in(month: date) -> list[str]:
    """The logins of those employed full time on the first day of a month."""
    rows = Employment.objects.filter(
        Q(last_day=None) | Q(last_day__gte=month), full_time=True, first_day__lte=month
    )
    return list(rows.values_list("person__login", flat=True).distinct())


def months_entered(first: date, last: date) -> set[date]:
    """The months of these days for which social insurance is entered."""
    return set(
        Contributions.objects.filter(month__range=(first.replace(day=1), last)).values_list(
            "month", flat=True
        )
    )


def activities_seen_by(by: Actor) -> QuerySet[Activity]:
    return Activity.objects.all()


def facilities_seen_by(by: Actor) -> QuerySet[Facility]:
    return Facility.objects.all()


def facilities_on(on: date) -> QuerySet[Facility]:
    """On the list at the end of a day."""
    return Facility.objects.filter(Q(retired_on=None) | Q(retired_on__gt=on), since__lte=on)


def incidents_seen_by(by: Actor) -> QuerySet[Incident]:
    """All of them for those who keep the register; everybody else those that befell him."""
    rows = Incident.objects.select_related("person")
    return rows if any(map(by.holds, HOUSE)) else rows.filter(person__login=by.login)


def hazards_seen_by(by: Actor) -> QuerySet[Hazard]:
    """Everybody is to know what may hurt him."""
    return Hazard.objects.annotate(weighs=F("likelihood") * F("severity"))


def hazards_on(on: date) -> QuerySet[Hazard]:
    """On the list at the end of a day."""
    return Hazard.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), entered_on__lte=on)


def grievances_seen_by(by: Actor) -> QuerySet[Grievance]:
    """The union all, everybody else his own: nobody besides knows who brought one."""
    rows = Grievance.objects.select_related("person")
    return rows if is_of_the_union(by) else rows.filter(person__login=by.login)


def incidents_in(year: int) -> QuerySet[Incident]:
    return Incident.objects.filter(happened_on__year=year)


def grievances_in(year: int) -> QuerySet[Grievance]:
    return Grievance.objects.filter(received_on__year=year)
