"""The people of a planning problem, from the record: homes, registrations, competence, and when they are not free."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.people.models import Employment, Insurance, Leave, Person
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.away import place_held, travels
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.planner import problem as planner
from mingzheng.planner.problem import Already, Place, Span
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import (
    AUDITING_GRADES,
    LEADING_GRADES,
    AuthorisationKind,
    RegistrationGrade,
    covers,
)
from mingzheng.rulebook.engagement import InsuranceKind
from mingzheng.rulebook.special_approvals import ACROSS_NEW_YEAR
from mingzheng.rulebook.teams import uninsured

from .places import body_place, place, province
from .terms import OwnLimits

ONE_DAY = timedelta(days=1)
Engaged = list[tuple[date, date | None]]  # from a day, to the last one of whoever leaves
Asked = Collection[tuple[str, str]]  # standards with the technical codes asked for


@dataclass
class Known:
    """What the record holds of one person."""

    registrations: list[Registration] = field(default_factory=list)
    competences: list[Competence] = field(default_factory=list)
    leading: list[tuple[date, date | None]] = field(
        default_factory=list
    )  # authorised to lead, both days inside
    leave: list[tuple[date, date]] = field(default_factory=list)
    out: list[HalfDay] = field(default_factory=list)  # for visits the problem does not hold …
    at_home: list[HalfDay] = field(default_factory=list)  # … and need not be travelled to
    insured: list[tuple[date, date]] = field(default_factory=list)  # against accidents
    engaged: Engaged = field(default_factory=list)
    led: list[tuple[int, int]] = field(default_factory=list)  # year and certificates of those he led


def persons(
    people: list[Person],
    first: date,
    last: date,
    days: Collection[date],
    asked: Asked,
    own: OwnLimits,
    *,
    on: date,
    but: Collection[int],
) -> list[planner.Person]:
    """These people between two days; `but`: keys of the visits the problem itself holds."""
    known = _known(people, first, last, but)
    office = body_place()
    return [_person(person, known[person.pk], office, days, asked, own, on) for person in people]


def _known(people: list[Person], first: date, last: date, but: Collection[int]) -> dict[int, Known]:
    found = {person.pk: Known() for person in people}
    of_theirs: Mapping[str, Any] = {"person__in": people}
    years = (date(first.year, 1, 1) - ACROSS_NEW_YEAR, date(last.year, 12, 31) + ACROSS_NEW_YEAR)
    for registration in Registration.objects.filter(**of_theirs, valid_until__gte=first):
        found[registration.person_id].registrations.append(registration)
    for held in Competence.objects.filter(**of_theirs).exclude(ended_on__lte=first):
        found[held.person_id].competences.append(held)
    for leads in Authorisation.objects.filter(**of_theirs, kind=AuthorisationKind.LEADER):
        until = leads.ended_on - ONE_DAY if leads.ended_on else None
        found[leads.person_id].leading.append((leads.since, until))
    for leave in Leave.objects.filter(
        **of_theirs, cancelled_on=None, first_day__lte=last, last_day__gte=first
    ):
        found[leave.person_id].leave.append((leave.first_day, leave.last_day))
    for policy in Insurance.objects.filter(**of_theirs, kind=InsuranceKind.ACCIDENT):
        found[policy.person_id].insured.append((policy.first_day, policy.last_day))
    engaged = _engaged(Employment.objects.filter(**of_theirs))
    for person in people:
        found[person.pk].engaged = engaged.get(person.login, [])
    homes = {person.pk: person.home for person in people}
    booked = Booking.objects.filter(**of_theirs, day__range=years).exclude(visit__in=but)
    for who, day, half, where in booked.values_list("person_id", "day", "half", place_held()):
        known = found[who]
        (known.out if travels(homes[who], where) else known.at_home).append(HalfDay(day, HALVES[half]))
    led = Assignment.objects.filter(**of_theirs, role="leader", visit__held_on__range=years)
    for who, year, standards in led.values_list("person_id", "visit__held_on__year", "standards"):
        found[who].led.append((year, len(standards)))
    return found


def _person(
    person: Person,
    known: Known,
    office: Place,
    days: Collection[date],
    asked: Asked,
    own: OwnLimits,
    on: date,
) -> planner.Person:
    home = place(person.home) or office
    return planner.Person(
        id=person.login,
        home=home,
        name=person.name_zh,
        region=province(person.home),
        full_time=person.full_time,
        senior=any(r.grade in LEADING_GRADES for r in known.registrations),
        registrations=tuple(part for r in known.registrations for part in _registered(r, known.leading)),
        competences=tuple(part for held in known.competences for part in _competent(held, asked)),
        away=tuple(_away(known, person.weekdays, days, on)),
        out=tuple(sorted(known.out)),
        at_home=tuple(sorted(known.at_home)),
        weekly_half_days=own.week_full_time if person.full_time else own.week_part_time,
        already=tuple(_already(known)),
    )


def _registered(
    row: Registration, leading: Iterable[tuple[date, date | None]]
) -> Iterable[planner.Registration]:
    """One registration, cut where an authorisation to lead begins or ends within it."""
    if RegistrationGrade(row.grade) not in AUDITING_GRADES:
        return
    always = RegistrationGrade(row.grade) in LEADING_GRADES
    spans = [(since, until or row.valid_until) for since, until in leading]
    cuts = {row.valid_from, *(a for a, _ in spans), *(z + ONE_DAY for _, z in spans)}
    begins = sorted(day for day in cuts if row.valid_from <= day <= row.valid_until)
    ends = [day - ONE_DAY for day in begins[1:]] + [row.valid_until]
    for a, z in zip(begins, ends, strict=True):
        leads = always or any(since <= a and z <= until for since, until in spans)
        yield planner.Registration(row.standard, leads, a, z)


def _competent(row: Competence, asked: Asked) -> Iterable[planner.Competence]:
    """Every code asked for that this one contains: competence for 17 is competence for 17.10.02."""
    until = row.ended_on - ONE_DAY if row.ended_on else None
    for standard, code in asked:
        if standard == row.standard and covers(row.code, code):
            yield planner.Competence(standard, code, row.evaluated_on, until)


def _away(known: Known, weekdays: Collection[int], days: Collection[date], on: date) -> Iterable[Span]:
    """Leave, the weekdays a part-timer does not work, days before he joined and after he left, days without insurance."""
    for first, last in known.leave:
        yield _whole(first, last)
    for day in uninsured(known.insured, days, on):
        yield _whole(day, day)
    for day in days:
        if not here(known.engaged, day):
            yield _whole(day, day)
    for day in days if weekdays else ():
        if day.weekday() not in weekdays:
            yield _whole(day, day)


def _engaged(rows: QuerySet[Employment]) -> dict[str, Engaged]:
    """By login: a contract that runs out may be renewed, one that was ended is over; of some none was ever entered."""
    found: dict[str, Engaged] = {}
    for who, first, last, leaves in rows.values_list("person__login", "first_day", "last_day", "leaves"):
        found.setdefault(who, []).append((first, last if leaves else None))
    return found


def here(engaged: Engaged, day: date) -> bool:
    """Does the person work for the body on this day, as far as contracts tell?"""
    return not engaged or any(first <= day and (last is None or day <= last) for first, last in engaged)


def presence(people: Iterable[planner.Person], days: Collection[date]) -> dict[str, float]:
    """What part of these days each works for the body; whoever joins or leaves meanwhile, less than all."""
    logins = [person.id for person in people]
    engaged = _engaged(Employment.objects.filter(person__login__in=logins))
    return {who: sum(here(engaged.get(who, []), day) for day in days) / max(1, len(days)) for who in logins}


def _already(known: Known) -> Iterable[Already]:
    booked = [*known.out, *known.at_home]
    for year in sorted({half_day.day.year for half_day in booked} | {year for year, _ in known.led}):
        yield Already(
            year,
            half_days=sum(half_day.day.year == year for half_day in booked),
            certificates=sum(count for of, count in known.led if of == year),
        )


def _whole(first: date, last: date) -> Span:
    return Span(HalfDay(first, Half.MORNING), HalfDay(last, Half.AFTERNOON))
