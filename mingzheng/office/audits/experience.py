"""审核经历: the audits a person took part in here, as CCAA and the rules of promotion count them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    FloatField,
    Max,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from mingzheng.office.registration.models import Traineeship
from mingzheng.office.registration.queries import counted_elsewhere
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.registration import AuditLog

from .models import Audit


@dataclass(frozen=True)
class HeldAudit:
    """One audit that was closed: `days` on site, as booked."""

    visit: str
    kind: str
    client: str
    role: TeamRole
    standards: tuple[str, ...]
    first_day: date
    last_day: date
    days: Decimal


def audits_held(login: str, since: date, until: date) -> list[HeldAudit]:
    """The audits this person took part in that were closed between two days, both included; the latest first."""
    closed = Audit.objects.filter(visit=OuterRef("visit"), closed_on__range=(since, until))
    booked = (
        Booking.objects.filter(visit=OuterRef("visit"), person=OuterRef("person"))
        .order_by()
        .values("visit")
        .annotate(n=Count("pk"), first=Min("day"), last=Max("day"))
    )
    teams = Assignment.objects.filter(person__login=login).annotate(
        closed_on=Subquery(closed.values("closed_on")[:1]),
        halves=Subquery(booked.values("n")),
        first=Subquery(booked.values("first")),
        last=Subquery(booked.values("last")),
    )
    found = teams.exclude(closed_on=None).select_related("visit__client").order_by("-closed_on", "-pk")
    return [_held(member) for member in found]


def _held(member: Any) -> HeldAudit:
    return HeldAudit(
        visit=member.visit.number,
        kind=member.visit.kind,
        client=member.visit.client.name_zh,
        role=TeamRole(member.role),
        standards=tuple(member.standards),
        first_day=member.first or member.closed_on,
        last_day=member.last or member.closed_on,
        days=(member.halves or 0) * HALF,
    )


ALMOST = Value(0.05)  # days come in tenths, and databases add them in binary


def trained(on: date) -> QuerySet[Traineeship]:
    """Traineeships under way whose days are reached by a day: those booked for audits here that were closed, and those of
    audits elsewhere. Every day here is one on site."""
    quoted = Concat(Value('"'), OuterRef(OuterRef("standard")), Value('"'))
    member = (
        Assignment.objects.filter(visit=OuterRef("visit"), person=OuterRef("person"))
        .exclude(role=TeamRole.EXPERT)
        .annotate(audits=Cast("standards", TextField()))
        .filter(audits__contains=quoted)
    )
    closed = Audit.objects.filter(visit=OuterRef("visit"), closed_on__lte=on)
    booked = Booking.objects.filter(Exists(closed), Exists(member), person=OuterRef("person"))
    elsewhere = counted_elsewhere(OuterRef("person"), OuterRef("standard"), on)
    here = _summed(booked, Count("pk")) / Value(2.0)
    found = Traineeship.objects.filter(ended_on=None).annotate(
        days=here + _summed(elsewhere, Sum("audit_days")),
        on_site=here + _summed(elsewhere, Sum("on_site_days")),
    )
    return found.filter(days__gt=F("target_days") - ALMOST, on_site__gt=F("target_on_site_days") - ALMOST)


def _summed(rows: QuerySet[Any], amount: Any) -> Any:
    found = Subquery(rows.order_by().values("person").annotate(n=amount).values("n"))
    return Coalesce(Cast(found, FloatField()), Value(0.0))


def log_of(audits: Iterable[HeldAudit], standard: str) -> AuditLog:
    """What these audits count for one standard. Experts audit nothing. Days of a combined audit count for each of its
    standards; time off site is not in the bookings, so auditor-days are those on site."""
    counted = [one for one in audits if standard in one.standards and one.role is not TeamRole.EXPERT]
    days = sum((one.days for one in counted), Decimal(0))
    led = sum(one.role is TeamRole.LEADER for one in counted)
    return AuditLog(days, days, led, len(counted))
