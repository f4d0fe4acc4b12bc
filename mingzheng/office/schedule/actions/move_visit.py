"""Move a visit to other days 改期 (ISO/IEC 17021-1:2015 9.2.3.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Value, When

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import objections_to_newcomer
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..appointed import locked_team
from ..dossiers import NAMES, Dossier
from ..members import dossiers_for, working_half_days
from ..models import Appointment, Assignment, Booking, PlanLine
from ..queries import DATES, dated, days_off


@dataclass(frozen=True)
class VisitMoved(Happened, kind="visit.moved"):
    visit: str
    before: date
    starts_on: date
    ends_on: date
    reason: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.4")
def move_visit(number: str, *, starts_on: date, ends_on: date, reason: str, on: date, by) -> VisitMoved:
    """Bookings and plan go along: the n-th working half day becomes the n-th working half day of the new days.

    Refused when anyone of the team is booked, on leave or unfit on the new days; half days past the new end fall away, and their lines of the plan wait on the last day.
    """
    visit, appointment, team = locked_team(number)
    before, ended = appointment.starts_on, appointment.ends_on
    found = [] if reason.strip() else [rules.NO_REASON]
    refuse_if(found + rules.objections_to_dating(dated(visit, visit.held.split()), starts_on, ends_on, on))
    moved = Appointment(
        visit=visit, starts_on=starts_on, ends_on=ends_on, remote_percent=appointment.remote_percent
    )
    known = dossiers_for([member.person_id for member in team], visit, moved)
    off = days_off(min(before, starts_on), max(ended, ends_on), known.overrides)
    old, later = sorted(working_half_days(appointment, off)), sorted(working_half_days(moved, off))
    new = dict(zip(old, later, strict=False))
    bookings = {person: frozenset(new[h] for h in it.here if h in new) for person, it in known.items()}
    refuse_if(_objections(team, known, bookings, starts_on.year, on))

    _store(visit, bookings, {h.day: moved.day for h, moved in new.items()}, last=ends_on)
    moved.pk = appointment.pk
    moved.save(update_fields=DATES)  # who was told of the earlier days is to be told anew
    return VisitMoved(number, before, starts_on, ends_on, reason.strip())


def _objections(
    team: Sequence[Assignment],
    known: Mapping[int, Dossier],
    bookings: Mapping[int, frozenset[HalfDay]],
    year: int,
    on: date,
) -> list[Objection]:
    """Whom of the team the new days do not suit."""
    return [
        objection
        for member in team
        for objection in objections_to_newcomer(
            known[member.person_id].facts(
                member.person.name_zh,
                TeamRole(member.role),
                map(Standard, member.standards),
                bookings[member.person_id],
                year,
            ),
            on,
        )
    ]


def _store(
    visit: Visit, bookings: Mapping[int, frozenset[HalfDay]], days: Mapping[date, date], *, last: date
) -> None:
    """`days`: which day each of the old ones becomes; the plan of a day that falls away waits on the last one."""
    Booking.objects.filter(visit=visit).delete()
    Booking.objects.bulk_create(
        Booking(person_id=person, day=day, half=NAMES[half], visit=visit)
        for person, half_days in bookings.items()
        for day, half in sorted(half_days)
    )
    becomes = Case(*(When(day=old, then=Value(new)) for old, new in days.items()), default=Value(last))
    PlanLine.objects.filter(visit=visit).update(day=becomes)
