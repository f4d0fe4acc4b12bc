"""What somebody means who drags a visit on the board: other days, another member, or a first day for one without dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.members import needs, working_half_days
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.queries import appointment_of, days_off, team_of
from mingzheng.rulebook.appointments import ALREADY_ON_TEAM
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.planning import LONGEST_HOLIDAY
from mingzheng.rulebook.verdict import Objection, Refused, refuse_if

from .carrying_out import Seat, Wanted, objections_to_wanted
from .terms import planning_terms
from .visits_due import splits


@dataclass(frozen=True)
class Drag:
    """A visit taken up somewhere and put down on a day, perhaps with another person. Empty: nobody in particular."""

    to: date
    since: date | None = None  # the day or week it was taken up at
    person: str = ""  # login of whose line it is put down on
    instead_of: str = ""  # login of whose line it was taken up from


def wanted_by(drag: Drag, visit: Any) -> Wanted:
    """What the drag means for this visit (with_status). Refused when the person is on the team already."""
    if visit.starts_on is None:
        return begun_on(visit, drag.to, drag.person)
    since = drag.since or visit.starts_on - timedelta(days=visit.starts_on.weekday())
    return moved(visit, by=drag.to - since, instead_of=drag.instead_of, person=drag.person)


def objections_to_drag(drag: Drag, visit: Any, *, reason: str, on: date, by: Actor) -> list[Objection]:
    """What stands in the way of putting it down there."""
    try:
        wanted = wanted_by(drag, visit)
    except Refused as refused:
        return list(refused.objections)
    return objections_to_wanted(wanted, reason=reason, on=on, by=by)


def moved(visit: Any, *, by: timedelta = timedelta(0), instead_of: str = "", person: str = "") -> Wanted:
    """A dated visit so many days later, as many working days long; `person` in the seat of `instead_of`, or in one more."""
    dates, team = appointment_of(visit), team_of(visit)
    assert dates, "only a visit with dates is moved"
    there = {member.person.login for member in team}
    comes = bool(person) and person != instead_of
    refuse_if([ALREADY_ON_TEAM.because(person=person)] if comes and person in there else [])
    before = sorted(working_half_days(dates, days_off(dates.starts_on, dates.ends_on)))
    after = working(dates.starts_on + by, len(before)) if by else before
    to = dict(zip(before, after, strict=False))
    seats = [
        Seat(
            person if comes and member.person.login == instead_of else member.person.login,
            TeamRole(member.role),
            frozenset(to[half_day] for half_day in member.half_days if half_day in to),  # type: ignore[attr-defined]
        )
        for member in team
    ]
    if comes and instead_of not in there:
        led = any(member.role == TeamRole.LEADER for member in team)
        seats.append(Seat(person, TeamRole.AUDITOR if led else TeamRole.LEADER, frozenset(after)))
    first, last = (after[0].day, after[-1].day) if by else (dates.starts_on, dates.ends_on)
    return Wanted(visit.number, first, last, tuple(seats))


def begun_on(visit: Any, day: date, leader: str = "") -> Wanted:
    """A visit without dates from this day on, as long as the smallest team needs, led by `leader` if one is named."""
    smallest = splits(needs(visit).auditor_days, 0, planning_terms())[0]
    when = working(day, smallest.half_days)
    seats = (Seat(leader, TeamRole.LEADER, frozenset(when)),) if leader else ()
    return Wanted(visit.number, when[0].day, when[-1].day, seats)


def working(day: date, count: int) -> Sequence[HalfDay]:
    """So many working half days from a day on, the day itself the first when people work on it."""
    last = day + timedelta(days=count) + LONGEST_HOLIDAY
    return sorted(working_half_days(Appointment(starts_on=day, ends_on=last), days_off(day, last)))[:count]
