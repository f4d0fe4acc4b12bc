"""Bring a visit to the dates and the team somebody wants for it, by the actions of the schedule; or only try it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.move_visit import move_visit
from mingzheng.office.schedule.actions.release_member import release_member
from mingzheng.office.schedule.members import dossiers_for, working_half_days
from mingzheng.office.schedule.models import Appointment, Assignment
from mingzheng.office.schedule.queries import appointment_of, days_off, team_of
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import AUDITING_ROLES, TeamRole
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import counts
from mingzheng.rulebook.verdict import Objection, Refused

from .visits_due import planned_remote


@dataclass(frozen=True)
class Seat:
    """One place on a team: who, as what, on which half days."""

    login: str
    role: TeamRole
    half_days: frozenset[HalfDay]


@dataclass(frozen=True)
class Wanted:
    """How a visit is to be: its dates and its whole team, the leader first."""

    number: str
    starts_on: date
    ends_on: date
    team: tuple[Seat, ...]


def objections_to_wanted(wanted: Wanted, *, reason: str, on: date, by: Actor) -> list[Objection]:
    """What stands in the way: everything is done, and undone again. The actions themselves object, nobody else."""
    try:
        with transaction.atomic():
            carry_out(wanted, reason=reason, on=on, by=by)
            transaction.set_rollback(True)
    except Refused as refused:
        return list(refused.objections)
    return []


@transaction.atomic
def carry_out(wanted: Wanted, *, reason: str, announce: bool = False, on: date, by: Actor) -> None:
    """All of it or nothing; what is as wanted already is left alone. Raises Refused, and DoesNotExist for a stranger."""
    visit = visits().get(number=wanted.number)
    appointment = appointment_of(visit)
    staying = _dated(visit, appointment, wanted, reason, on, by)
    newcomers = [seat for seat in wanted.team if seat.login not in staying]
    if newcomers:
        may_audit = _standards(visit, newcomers, on)
        for seat in newcomers:
            assign_member(
                wanted.number,
                seat.login,
                role=seat.role,
                standards=may_audit[seat.login],
                half_days=seat.half_days,
                on=on,
                by=by,
            )
    if announce:
        announce_visit(wanted.number, on=on, by=by)


def _dated(
    visit: Visit, appointment: Appointment | None, wanted: Wanted, reason: str, on: date, by: Actor
) -> set[str]:
    """Give the visit its dates and let go whoever does not stay as he is; returns who stays."""
    dates = {"starts_on": wanted.starts_on, "ends_on": wanted.ends_on}
    if appointment is None:
        appoint_visit(wanted.number, **dates, remote_percent=planned_remote(visit), on=on, by=by)
        return set()
    moves = (appointment.starts_on, appointment.ends_on) != (wanted.starts_on, wanted.ends_on)
    staying = _staying(visit, appointment, wanted)
    for member in team_of(visit):
        if member.person.login not in staying:
            release_member(wanted.number, member.person.login, reason=reason, on=on, by=by)
    if moves:
        move_visit(wanted.number, **dates, reason=reason, on=on, by=by)
    return staying


def _staying(visit: Visit, appointment: Appointment, wanted: Wanted) -> set[str]:
    """Members who keep role and half days, those moved along with the dates included (see move_visit)."""
    then = Appointment(starts_on=wanted.starts_on, ends_on=wanted.ends_on)
    before, after = _in_order(appointment), _in_order(then)
    moved = dict(zip(before, after, strict=False))
    seats = {(seat.login, seat.role, seat.half_days) for seat in wanted.team}
    return {
        member.person.login
        for member in team_of(visit)
        if (member.person.login, TeamRole(member.role), _moved(member, moved)) in seats
    }


def _in_order(dates: Appointment) -> list[HalfDay]:
    return sorted(working_half_days(dates, days_off(dates.starts_on, dates.ends_on)))


def _moved(member: Assignment, moved: dict[HalfDay, HalfDay]) -> frozenset[HalfDay]:
    mine: frozenset[HalfDay] = member.half_days  # type: ignore[attr-defined]
    return frozenset(moved[half_day] for half_day in mine if half_day in moved)


def _standards(visit: Visit, seats: Iterable[Seat], on: date) -> dict[str, list[Standard]]:
    """What each may audit of this visit on his half days; all of it for one who is there without auditing."""
    appointment = appointment_of(visit)
    assert appointment
    asked = [Standard(standard) for standard in visit.standards]
    people = keys_of(seat.login for seat in seats)
    known = dossiers_for(people.values(), visit, appointment)
    found: dict[str, list[Standard]] = {}
    for seat in seats:
        dossier = known[people[seat.login]]

        def may(standard: Standard, seat=seat, dossier=dossier) -> bool:
            return counts(dossier.facts(seat.login, seat.role, [standard], seat.half_days, on.year), on)

        able = [s for s in asked if may(s)] if seat.role in AUDITING_ROLES else asked
        found[seat.login] = able or asked  # whoever may audit nothing is refused with the reason
    return found


def keys_of(logins: Iterable[str]) -> dict[str, int]:
    """The keys of these persons. Raises Person.DoesNotExist for a stranger."""
    asked = set(logins)
    found = dict(Person.objects.filter(login__in=asked).values_list("login", "pk"))
    if strangers := sorted(asked - found.keys()):
        raise Person.DoesNotExist(strangers[0])
    return found
