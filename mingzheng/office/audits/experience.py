"""审核经历: the audits a person took part in here, as CCAA and the rules of promotion count them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Count,
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
    teams = _of_closed_audits(until).filter(person__login=login, closed_on__gte=since)
    return [_held(member) for member in teams.select_related("visit__client").order_by("-closed_on", "-pk")]


def _of_closed_audits(until: date) -> QuerySet[Any]:
    """The members of the teams of audits closed by a day, each with his `halves`, the half-days he was booked for, and the
    `first` and `last` of their days."""
    closed = Audit.objects.filter(visit=OuterRef("visit"), closed_on__lte=until)
    booked = (
        Booking.objects.filter(visit=OuterRef("visit"), person=OuterRef("person"))
        .order_by()
        .values("visit")
        .annotate(n=Count("pk"), first=Min("day"), last=Max("day"))
    )
    teams = Assignment.objects.annotate(
        closed_on=Subquery(closed.values("closed_on")[:1]),
        halves=Subquery(booked.values("n")),
        first=Subquery(booked.values("first")),
        last=Subquery(booked.values("last")),
    )
    return teams.exclude(closed_on=None)


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
    """Traineeships under way whose days are reached by a day, counted as `log_of` does: those booked for audits here that were
    closed, and those of audits elsewhere. Every day here is one on site."""
    quoted = Concat(Value('"'), OuterRef("standard"), Value('"'))
    members = _of_closed_audits(on).filter(person=OuterRef("person")).exclude(role=TeamRole.EXPERT)
    audited = members.annotate(audits=Cast("standards", TextField())).filter(audits__contains=quoted)
    elsewhere = counted_elsewhere(OuterRef("person"), OuterRef("standard"), on)
    here = _summed(audited, Sum("halves")) * Value(float(HALF))
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
