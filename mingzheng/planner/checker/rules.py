"""The constraints, one function each, as they stand in README.md. Each yields what breaks it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mingzheng.planner.plan import Assignment, Plan, Reason
from mingzheng.planner.problem import Competence, Person, Registration, Visit

from .reading import ONE_DAY, Reading, Stay, half_days_of, is_firm
from .travel import km_and_nights, road_km


@dataclass(frozen=True)
class Violation:
    """One constraint broken; `visit` is empty when it concerns a person's whole week or year."""

    visit: str
    reason: Reason


def broken(code: str, visit: str = "", /, **details: object) -> Violation:
    return Violation(visit, Reason(f"planner.{code}", {name: str(value) for name, value in details.items()}))


# --- the plan as a whole ----------------------------------------------------------------------------------------------
def unknown_or_twice(reading: Reading, plan: Plan) -> Iterator[Violation]:
    seen: set[str] = set()
    for a in plan.assignments:
        if not a.people:
            yield broken("no-team", a.visit)
        for who in [who for who in a.people if who not in reading.people]:
            yield broken("unknown", a.visit, what=who)
        if a.visit not in reading.visits:
            yield broken("unknown", a.visit, what=a.visit)
        if a.visit in seen:
            yield broken("twice", a.visit)
        seen.add(a.visit)
    listed = {one.visit for one in plan.unplanned}
    for id in sorted(set(reading.visits) - seen - listed):
        yield broken("forgotten", id)


def promise_kept(reading: Reading, visit: Visit) -> Iterator[Violation]:
    a, told = reading.assigned.get(visit.id), visit.promised
    if told and told.firm:
        kept = a and (a.start, a.half_days, set(a.people)) == (told.start, told.half_days, set(told.people))
        if not kept:
            yield broken("promise-broken", visit.id, start=told.start.day)


# --- one visit: when --------------------------------------------------------------------------------------------------
def when(reading: Reading, visit: Visit, a: Assignment) -> Iterator[Violation]:
    mine = half_days_of(a)
    first, last = mine[0].day, mine[-1].day
    if (len(a.people), a.half_days) not in {(s.people, s.half_days) for s in visit.splits}:
        yield broken("split", visit.id, people=len(a.people), half_days=a.half_days)
    weeks = {reading.week_of.get(half_day.day, -1) for half_day in mine}
    if len(weeks) > 1 or -1 in weeks:
        yield broken("not-one-working-week", visit.id, first=first, last=last)
    if a.half_days % 2 == 0 and a.start.half:
        yield broken("whole-days-begin-in-the-morning", visit.id, first=first)
    if first < visit.earliest or last > visit.latest:
        yield broken("outside-window", visit.id, earliest=visit.earliest, latest=visit.latest)
    if any(first <= span.last and span.first <= last for span in visit.forbidden):
        yield broken("forbidden-by-client", visit.id, first=first, last=last)


def order(reading: Reading, visit: Visit, a: Assignment) -> Iterator[Violation]:
    for after in visit.after:
        before = reading.assigned.get(after.visit)
        if before is None:
            yield broken("stage-before-unplanned", visit.id, before=after.visit)
            continue
        days = (a.start.day - half_days_of(before)[-1].day).days
        if days < after.at_least_days:
            yield broken("too-soon-after", visit.id, before=after.visit, days=after.at_least_days)
        if after.at_most_days is not None and days > after.at_most_days:
            yield broken("too-long-after", visit.id, before=after.visit, days=after.at_most_days)


# --- one visit: who ---------------------------------------------------------------------------------------------------
def holds(what: Registration | Competence, days: list[date]) -> bool:
    """Is it valid on every day?"""
    return (what.valid_from is None or what.valid_from <= days[0]) and (
        what.valid_until is None or days[-1] <= what.valid_until
    )


def standards_of(person: Person, days: list[date]) -> set[str]:
    return {r.standard for r in person.registrations if holds(r, days)}


def codes_of(person: Person, days: list[date]) -> set[tuple[str, str]]:
    standards = standards_of(person, days)
    return {(c.standard, c.code) for c in person.competences if c.standard in standards and holds(c, days)}


def team(reading: Reading, visit: Visit, a: Assignment) -> Iterator[Violation]:
    days = [half_day.day for half_day in half_days_of(a)]
    needed = {need.standard for need in visit.needs}
    if len(set(a.people)) < len(a.people):
        yield broken("person-twice", visit.id)
    for who in a.people:
        if who in visit.excluded:
            yield broken("excluded", visit.id, person=who)
        if who in visit.companions:
            yield broken("companion-counted", visit.id, person=who)
        if not standards_of(reading.people[who], days) & needed:
            yield broken("not-registered", visit.id, person=who, standards=", ".join(sorted(needed)))
    for who in sorted(visit.required - set(a.people)):
        yield broken("required", visit.id, person=who)
    leads = [r for r in reading.people[a.leader].registrations if r.leads and holds(r, days)]
    if a.leader in visit.not_leading or not any(r.standard in needed for r in leads):
        yield broken("may-not-lead", visit.id, person=a.leader)


def coverage(reading: Reading, visit: Visit, a: Assignment) -> Iterator[Violation]:
    days = [half_day.day for half_day in half_days_of(a)]
    members = [reading.people[who] for who in a.people]
    standards = {standard for member in members for standard in standards_of(member, days)}
    codes = {pair for member in members for pair in codes_of(member, days)}
    for need in visit.needs:
        if need.standard not in standards:
            yield broken("no-auditor", visit.id, standard=need.standard)
        for code in sorted(need.codes):
            if not a.expert and (need.standard, code) not in codes:
                yield broken("not-covered", visit.id, standard=need.standard, area=code)
    if a.expert and not visit.expert:
        yield broken("no-expert", visit.id)


# --- one person -------------------------------------------------------------------------------------------------------
def free(reading: Reading, person: Person) -> Iterator[Violation]:
    taken: dict[object, Stay] = {}
    booked = reading.out[person.id] | reading.at_home[person.id]
    for stay in reading.stays.get(person.id, ()):
        for half_day in stay.half_days:
            away = half_day in booked or any(span.first <= half_day <= span.last for span in person.away)
            if away and not stay.firm:
                yield broken("away", stay.visit.id, person=person.id, day=half_day.day)
            if half_day in taken and not (stay.firm and taken[half_day].firm):
                other = taken[half_day].visit.id
                yield broken("double-booked", stay.visit.id, person=person.id, day=half_day.day, other=other)
            taken[half_day] = stay


def near_on_one_day(reading: Reading, person: Person) -> Iterator[Violation]:
    at = {half_day: stay for stay in reading.stays.get(person.id, ()) for half_day in stay.on_site}
    limits = reading.problem.limits
    for first, second in pairwise(sorted(at)):
        here, there = at[first], at[second]
        if first.day != second.day or here is there or (here.firm and there.firm):
            continue
        km = road_km(here.visit.place, there.visit.place, limits)
        if km > limits.near_km:
            told = {"day": first.day, "km": f"{km:.0f}", "limit": f"{limits.near_km:g}"}
            yield broken("places-too-far", there.visit.id, person=person.id, **told)


def week_load(reading: Reading, person: Person) -> Iterator[Violation]:
    for week, stays in reading.stays_by_week(person.id).items():
        days = reading.weeks[week]
        most = person.weekly_half_days * max(len(days), 5) // 5
        load = sum(len(stay.half_days) for stay in stays)
        if load > most and not all(stay.firm for stay in stays):
            yield broken("too-much-in-a-week", person=person.id, day=days[0], half_days=load, limit=most)


def nights_away(reading: Reading, person: Person) -> Iterator[Violation]:
    limits, by_week = reading.problem.limits, reading.stays_by_week(person.id)
    nights = {week: km_and_nights(person, stays, limits)[1] for week, stays in by_week.items()}
    for first in sorted(reading.weeks):
        window = [week for week in range(first, first + limits.nights_weeks) if week in nights]
        away = sum(nights[week] for week in window)
        if away > limits.nights and not all(stay.firm for week in window for stay in by_week[week]):
            told = {"nights": away, "limit": limits.nights, "weeks": limits.nights_weeks}
            yield broken("too-many-nights", person=person.id, day=reading.weeks[first][0], **told)


def days_out(reading: Reading, person: Person) -> Iterator[Violation]:
    """On whatever visit, of this problem or not; objected to where one of them can be moved.

    Whoever need not travel, in his own city or from afar, is not out; his week has a free day all the same.
    """
    stays, limits = reading.stays.get(person.id, ()), reading.problem.limits
    away = [stay for stay in stays if stay.on_site and person.id not in stay.visit.local]
    out = reading.out[person.id].union(*(stay.half_days for stay in away))
    booked = out.union(reading.at_home[person.id], *(stay.half_days for stay in stays))
    days_away, days = {half_day.day for half_day in out}, {half_day.day for half_day in booked}
    counted: list[tuple[str, Callable[[date], date], int | None, Iterable[date], float, list[Stay]]] = [
        ("too-long-in-a-row", lambda d: _first_in_a_row(d, days_away), limits.days_out_in_a_row, days_away, 1, away),
        ("no-rest-day", _monday, limits.days_out_a_week, days, 1, list(stays)),
        ("too-many-days-a-month", _month, limits.days_out_a_month, [h.day for h in out], 0.5, away),
    ]  # fmt: skip
    for code, part_of, most, each_day, worth, concerned in counted:
        if most is None:
            continue
        parts = Counter(map(part_of, each_day))
        movable = {h.day for stay in concerned if not stay.firm for h in stay.half_days}
        for first in sorted(set(map(part_of, movable))):
            if parts[first] * worth > most:
                told = {"days": f"{parts[first] * worth:g}", "limit": most}
                yield broken(code, person=person.id, day=first, **told)


def _first_in_a_row(day: date, days: set[date]) -> date:
    while day - ONE_DAY in days:
        day -= ONE_DAY
    return day


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


def year_load(reading: Reading, person: Person) -> Iterator[Violation]:
    limits, stays = reading.problem.limits, reading.stays.get(person.id, [])
    for year in sorted({stay.half_days[0].day.year for stay in stays}):
        mine = [stay for stay in stays if stay.half_days[0].day.year == year]
        led = [stay for stay in mine if reading.assigned[stay.visit.id].leader == person.id]
        already = [one for one in person.already if one.year == year]
        half_days = sum(a.half_days for a in already) + sum(len(stay.on_site) for stay in mine)
        most = limits.on_site_days_a_year
        if most is not None and half_days > 2 * most and not all(stay.firm for stay in mine):
            told = {"year": year, "days": f"{half_days / 2:g}", "limit": most}
            yield broken("too-many-days-a-year", person=person.id, **told)
        matched = sum(a.certificates for a in already) + sum(stay.visit.certificates for stay in led)
        most = limits.certificates_a_year
        if most is not None and matched > most and not all(stay.firm for stay in led):
            yield broken(
                "too-many-certificates", person=person.id, year=year, certificates=matched, limit=most
            )


def violations(reading: Reading, plan: Plan) -> Iterator[Violation]:
    """Everything that breaks a constraint; a firm visit is judged only where another one is concerned too."""
    yield from unknown_or_twice(reading, plan)
    for visit in reading.problem.visits:
        yield from promise_kept(reading, visit)
        assignment = reading.assigned.get(visit.id)
        if assignment and not is_firm(visit):
            for rule in (when, order, team, coverage):
                yield from rule(reading, visit, assignment)
    for person in reading.problem.people:
        for of_person in (free, near_on_one_day, week_load, nights_away, days_out, year_load):
            yield from of_person(reading, person)
