"""Reading the own system. What the yearly report counts is here, each figure with its list."""

from datetime import date

from django.db.models import Q, QuerySet

from mingzheng.office.impartiality.queries import gifts_received
from mingzheng.office.record.actors import Actor
from mingzheng.office.voices.queries import integrity_cases
from mingzheng.office.workplace.queries import grievances_in, incidents_in
from mingzheng.rulebook.own_system import (
    Deviation,
    InspectionKind,
    InspectionResult,
    Register,
    Window,
    late_internal_audit,
    late_management_review,
    may_say_none,
    objections_to_deviation,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .models import (
    Confirmation,
    Inspection,
    InternalAudit,
    InternalFinding,
    ManagementReview,
    Penalty,
    SpecialEvent,
)

KEEPERS = (Role.QUALITY, Role.DIRECTOR)
CONFIRMERS = (Role.QUALITY, Role.INTEGRITY, Role.GENERAL_OFFICE, Role.UNION)


def inspections_seen_by(by: Actor) -> QuerySet[Inspection]:
    """Every inspection, for quality management and the direction."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
    return Inspection.objects.all()


def inspections_in(year: int, kind: InspectionKind) -> QuerySet[Inspection]:
    """Inspections of a kind that took place in the calendar year."""
    return Inspection.objects.filter(kind=kind, inspected_on__year=year)


def visits_inspected(year: int, kind: InspectionKind) -> int:
    """How many files or audits on site were looked at in the calendar year: an inspection may look at several."""
    return inspections_in(year, kind).values("visits").exclude(visits=None).count()


def inspections_conforming(year: int, kind: InspectionKind) -> QuerySet[Inspection]:
    """Of those, the ones concluded 合格; "all conforming" may be said only when they are as many."""
    return inspections_in(year, kind).filter(result=InspectionResult.CONFORMING)


def penalties_in(year: int) -> QuerySet[Penalty]:
    """Penalties imposed in the calendar year."""
    return Penalty.objects.filter(imposed_on__year=year)


def entries_in(register: Register, year: int) -> int:
    """How many entries a register has for a year; of the integrity register gifts and cases together."""
    if register is Register.PENALTIES:
        return penalties_in(year).count()
    if register is Register.INCIDENTS:
        return incidents_in(year).count()
    if register is Register.GRIEVANCES:
        return grievances_in(year).count()
    return gifts_received(year).count() + integrity_cases(year).count()


def confirmed_by(register: Register, year: int) -> list[Role]:
    """The roles that confirmed a register for a year."""
    rows = Confirmation.objects.filter(register=register, year=year)
    return [Role(role) for role in rows.values_list("role", flat=True)]


def confirmations_since(year: int) -> dict[tuple[str, int], list[Role]]:
    """The roles that confirmed each register for each year from this one on."""
    found: dict[tuple[str, int], list[Role]] = {}
    rows = Confirmation.objects.filter(year__gte=year).values_list("register", "year", "role")
    for register, of_year, role in rows:
        found.setdefault((register, of_year), []).append(Role(role))
    return found


def none_in(register: Register, year: int, count: int) -> bool:
    """May "none in the year" be printed, `count` entries having been found? Only when everybody who must confirmed."""
    return may_say_none(register, count, confirmed_by(register, year))


def internal_audits_held(year: int) -> QuerySet[InternalAudit]:
    """Internal audits held in the calendar year."""
    return InternalAudit.objects.filter(held_on__year=year)


def internal_findings_raised(year: int) -> QuerySet[InternalFinding]:
    """Findings of the internal audits held in the calendar year."""
    return InternalFinding.objects.filter(audit__held_on__year=year)


def internal_findings_open() -> QuerySet[InternalFinding]:
    """Findings of internal audits that nobody closed yet."""
    return InternalFinding.objects.filter(closed_on=None).select_related("audit", "owner")


def management_reviews_held(year: int) -> QuerySet[ManagementReview]:
    """Management reviews held in the calendar year."""
    return ManagementReview.objects.filter(held_on__year=year)


def events_in(year: int) -> QuerySet[SpecialEvent]:
    """Extraordinary events that lasted on at least one day of the calendar year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return SpecialEvent.objects.filter(Q(last_day=None) | Q(last_day__gte=first), first_day__lte=last)


def objections_to(deviation: Deviation, day: date) -> list[Objection]:
    """May the body deviate so on this day?"""
    return objections_to_deviation(windows_on(day), deviation, day)


def windows_on(day: date) -> list[Window]:
    """The extraordinary events that had begun by a day. Doors hand them to the earlier stages as plain values."""
    return [event.window for event in SpecialEvent.objects.filter(first_day__lte=day)]


def late(on: date) -> list[Objection]:
    """What the body owes itself and has let pass: the internal audit and the management review of the year."""
    audit = InternalAudit.objects.filter(held_on__lte=on).order_by("-held_on").first()
    review = ManagementReview.objects.filter(held_on__lte=on).order_by("-held_on").first()
    return [
        *late_internal_audit(audit.held_on if audit else None, on),
        *late_management_review(review.held_on if review else None, on),
    ]
