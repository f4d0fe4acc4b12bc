"""Visits with dates and a team that are not in question: where their people are, and nothing else of them."""

from collections.abc import Sequence
from datetime import date

from mingzheng.office.schedule.away import place_of, travels
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.planner.problem import Need, Place, Promise, Split, Visit
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import AUDITING_ROLES

from .places import visit_place


def settled_between(first: date, last: date, office: Place, *, but: int) -> dict[int, Visit]:
    """By key, every visit that is held between two days as it stands, but one. Whoever is booked is there all along."""
    dated = Appointment.objects.filter(starts_on__lte=last, ends_on__gte=first).exclude(visit=but)
    dated = dated.select_related("visit__client", "visit__site")
    rows = {one.visit_id: one.visit for one in dated}
    halves: dict[int, list[HalfDay]] = {}
    booked = Booking.objects.filter(visit__in=dated.values("visit")).order_by("day", "half")
    for visit, day, half in booked.values_list("visit_id", "day", "half"):
        halves.setdefault(visit, []).append(HalfDay(day, HALVES[half]))
    held_at = {one.visit_id: place_of(one) for one in dated}
    teams: dict[int, list[tuple[bool, str, int, bool]]] = {}
    members = Assignment.objects.filter(visit__in=dated.values("visit"), role__in=AUDITING_ROLES)
    for visit, role, login, home, standards in members.values_list(
        "visit_id", "role", "person__login", "person__home", "standards"
    ):
        near = not travels(home, held_at[visit])
        teams.setdefault(visit, []).append((role != "leader", login, len(standards), near))
    return {
        key: _settled(row.number, visit_place(row) or office, halves[key], sorted(teams[key]))
        for key, row in rows.items()
        if key in halves and key in teams
    }


def _settled(
    number: str, where: Place, halves: list[HalfDay], team: Sequence[tuple[bool, str, int, bool]]
) -> Visit:
    """Only the place and the promise matter; the rest is what the planner asks every visit to say."""
    people, certificates = tuple(login for _, login, *_ in team), max(count for _, _, count, _ in team)
    first, last = halves[0], halves[-1]
    count = (last.day - first.day).days * 2 + last.half - first.half + 1
    return Visit(
        id=number,
        place=where,
        needs=(Need("", frozenset()),),
        splits=(Split(len(people), count),),
        earliest=first.day,
        due=last.day,
        latest=last.day,
        certificates=certificates,
        local=frozenset(login for _, login, _, near in team if near),
        promised=Promise(first, count, people, firm=True),
    )
