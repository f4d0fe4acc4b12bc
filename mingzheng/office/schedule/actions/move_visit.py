"""Move a visit to other days 改期 (ISO/IEC 17021-1:2015 9.2.3.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import objections_to_member
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..appointed import locked_appointment, untell
from ..dossiers import NAMES
from ..members import dossiers_for, working_half_days
from ..models import Appointment, Assignment, Booking, PlanLine
from ..queries import dated, days_off, team_of


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

    Refused when anyone of the team is booked, on leave or unfit on the new days; half days past the new end fall away.
    """
    visit, appointment = locked_appointment(number)
    team = team_of(visit)
    list(Person.objects.select_for_update().filter(pk__in=[m.person_id for m in team]).order_by("pk"))
    before = appointment.starts_on
    old = sorted(working_half_days(appointment, days_off(before, appointment.ends_on)))
    appointment.starts_on, appointment.ends_on = starts_on, ends_on
    found = [] if reason.strip() else [rules.NO_REASON]
    refuse_if(found + rules.objections_to_dating(dated(visit), starts_on, ends_on, on))
    off = days_off(starts_on, ends_on)
    new = dict(zip(old, sorted(working_half_days(appointment, off)), strict=False))
    bookings = {m.person_id: frozenset(new[h] for h in m.half_days if h in new) for m in team}  # type: ignore[attr-defined]
    refuse_if(_objections(visit, appointment, team, bookings, on))

    _store(visit, bookings, new)
    appointment.save(update_fields=["starts_on", "ends_on"])
    untell(appointment)
    return VisitMoved(number, before, starts_on, ends_on, reason.strip())


def _objections(
    visit: Visit,
    appointment: Appointment,
    team: Sequence[Assignment],
    bookings: dict[int, frozenset[HalfDay]],
    on: date,
) -> list[Objection]:
    """Whom of the team the new days do not suit."""
    known = dossiers_for(bookings, visit, appointment)
    year = appointment.starts_on.year
    return [
        objection
        for member in team
        for objection in objections_to_member(
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


def _store(visit: Visit, bookings: dict[int, frozenset[HalfDay]], new: dict[HalfDay, HalfDay]) -> None:
    Booking.objects.filter(visit=visit).delete()
    Booking.objects.bulk_create(
        Booking(person_id=person, day=day, half=NAMES[half], visit=visit)
        for person, half_days in bookings.items()
        for day, half in sorted(half_days)
    )
    days = {old.day: moved.day for old, moved in new.items()}
    lines = list(PlanLine.objects.filter(visit=visit))
    gone = [line.pk for line in lines if line.day not in days]
    for line in lines:
        line.day = days.get(line.day, line.day)
    PlanLine.objects.filter(pk__in=gone).delete()
    PlanLine.objects.bulk_update([line for line in lines if line.pk not in gone], ["day"])
