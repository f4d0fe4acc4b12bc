"""劳务费: what a person's months hold of the schedule, and reading rates and settlements."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from mingzheng.office.audits.models import Audit
from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.dossiers import HALVES, NAMES
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.day_fees import Booked, Held, Line, Rate, Step, best, held_against
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.roles import Role

from .models import DayRate, SettledHalf, Settlement

KEEPERS = (Role.GENERAL_OFFICE, Role.PROGRAMME_MANAGER, Role.FINANCE, Role.DIRECTOR)
PAID_ROLES = tuple(TeamRole)
SENT = Assignment.objects.filter(visit=OuterRef("visit"), person=OuterRef("person"))
HELD = Audit.objects.filter(
    Q(closed_on=None) | Q(closed_on__gte=OuterRef("day")),
    visit=OuterRef("visit"),
    opened_on__lte=OuterRef("day"),
)
AUDITED = Exists(SENT) & Exists(HELD)
"""Of a booking: its person was on the team, and the audit was held on that day."""


def rates_seen_by(by: Actor) -> QuerySet[DayRate]:
    return DayRate.objects.all()


def settlements_seen_by(by: Actor) -> QuerySet[Settlement]:
    """All of them for those who claim, check, approve and pay; everybody else his own."""
    rows = Settlement.objects.select_related("person")
    return rows if any(map(by.holds, KEEPERS)) else rows.filter(person__login=by.login)


def rates() -> list[Rate]:
    return [Rate(one.role, one.grade, one.per_day, one.valid_from) for one in DayRate.objects.all()]


def reckoned_until(role: str, grade: str, valid_from: date) -> date | None:
    """The last day, before the next rate of this role and grade, that is owed at it in a settlement checked and not refused.

    The rate without a grade is that of whoever has none of his own grade.
    """
    owed = SettledHalf.objects.filter(role=role, held=Held.AGREED).exclude(settlement__step=Step.REFUSED)
    own = DayRate.objects.filter(role=role, grade=OuterRef("grade"), valid_from__lte=OuterRef("day")).exclude(
        grade=""
    )
    owed = owed.filter(grade=grade) if grade else owed.exclude(Exists(own))
    later = DayRate.objects.filter(role=role, grade=grade, valid_from__gt=valid_from).order_by("valid_from")
    if following := later.first():
        owed = owed.filter(day__lt=following.valid_from)
    last: date | None = owed.aggregate(day=Max("day"))["day"]
    return last


def told(half_day: HalfDay) -> str:
    """A half-day as a claim keeps it: "2026-05-12 am"."""
    return f"{half_day.day} {NAMES[half_day.half]}"


def read(written: str) -> HalfDay:
    """The half-day of "2026-05-12 am". Raises ValueError for anything else."""
    day, _, half = written.partition(" ")
    if half not in HALVES:
        raise ValueError(written)
    return HalfDay(date.fromisoformat(day), HALVES[half])


def booked_in(person: Person, month: date) -> dict[HalfDay, Booked]:
    """The half-days of the schedule of a person's month: as what he was sent, his grade, and whether he audited then."""
    rows = (
        Booking.objects.filter(person=person, day__range=Period.of(month.year, month.month).days)
        .select_related("visit")
        .annotate(
            role=Subquery(SENT.values("role")[:1]),
            standards=Subquery(SENT.values("standards")[:1]),
            audited=AUDITED,
        )
    )
    held = list(Registration.objects.filter(person=person))
    return {HalfDay(row.day, HALVES[row.half]): _booked(row, held) for row in rows}


def _booked(row: Any, held: list[Registration]) -> Booked:
    grades = [
        one.grade
        for one in held
        if one.standard in (row.standards or ()) and one.valid_from <= row.day <= one.valid_until
    ]
    return Booked(row.visit.number, row.role or "", best(grades), row.audited)


def lines_of(settlement: Settlement) -> list[Line]:
    """The claim held against the schedule as it is now."""
    claimed = {read(one) for one in settlement.claimed}
    return held_against(claimed, booked_in(settlement.person, settlement.month), rates())


def halves_of(settlement: Settlement) -> list[SettledHalf]:
    """The lines of a settlement: as checked, and before that as they would be."""
    if settlement.checked_on or settlement.step == Step.REFUSED:  # what was sent back is owed nothing
        return list(settlement.halves.order_by("day", "half"))
    return [kept(settlement, line) for line in lines_of(settlement)]


def kept(settlement: Settlement, line: Line) -> SettledHalf:
    """The row a line becomes."""
    at = line.booked
    return SettledHalf(
        settlement=settlement,
        day=line.half_day.day,
        half=NAMES[line.half_day.half],
        held=line.held,
        visit=at.visit if at else "",
        role=at.role if at else "",
        grade=at.grade if at else "",
        amount=line.amount,
    )


def days_of(halves: list[SettledHalf]) -> Decimal:
    """Auditor-days owed."""
    return Decimal(sum(one.held == Held.AGREED for one in halves)) / 2


def unsettled_in(month: date) -> QuerySet[Any]:
    """Who audited in a month and has claimed nothing of it: people from outside the staff alone, the others are employed."""
    booked = Booking.objects.filter(person=OuterRef("pk"), day__range=Period.of(month.year, month.month).days)
    settled = Settlement.objects.filter(person=OuterRef("pk"), month=month).exclude(step=Step.REFUSED)
    return Person.objects.filter(Exists(booked.filter(AUDITED)), ~Exists(settled), full_time=False)
