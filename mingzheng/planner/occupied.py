"""Could a person take part in a visit at a time, the rest of the plan staying as it is? And if not, which rule says so?"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mingzheng.rulebook.calendar import Half, HalfDay

from .checker.reading import Reading
from .checker.rules import (
    Violation,
    days_out,
    free,
    holds,
    near_on_one_day,
    nights_away,
    standards_of,
    week_load,
    year_load,
)
from .plan import Assignment, Reason
from .problem import Person, Split, Visit

NEAR = timedelta(days=45)  # well over the weeks in which nights are counted


def objections(reading: Reading, person: Person, day: date) -> list[Violation]:
    """Every rule of the person's time that the plan as read breaks for him about this day, or over the year."""
    reach = max(NEAR, timedelta(days=14 * reading.problem.limits.nights_weeks))
    about = reading.about(person.id, day - reach, day + reach)
    found = [
        one
        for rule in (free, near_on_one_day, week_load, nights_away, days_out)
        for one in rule(about, person)
    ]
    return found + list(year_load(reading, person))


def not_his(reading: Reading, visit: Visit, person: Person, days: list[date]) -> Reason | None:
    """Why the person is out of the question for this visit whatever else he does; None when he is not."""
    if person.id in visit.excluded:
        return Reason(visit.excluded[person.id], {"person": person.id})
    if person.id in visit.companions:
        return Reason("planner.companion-counted", {"person": person.id})
    needed = {need.standard for need in visit.needs}
    if not standards_of(person, days) & needed:
        return Reason("planner.not-registered", {"person": person.id, "standards": ", ".join(sorted(needed))})
    return None


def times(reading: Reading, visit: Visit, split: Split, until: date | None = None) -> Iterator[HalfDay]:
    """Every half day at which the visit may begin in this way; `until` in the place of its own latest day."""
    latest = until or visit.latest
    for day in reading.problem.days:
        if not visit.earliest <= day <= latest:
            continue
        for half in [Half.MORNING] if split.half_days % 2 == 0 else list(Half):
            last = day + timedelta(days=(half + split.half_days - 1) // 2)
            closed = any(day <= span.last and span.first <= last for span in visit.forbidden)
            same_week = reading.week_of.get(last) == reading.week_of[day]
            if last <= latest and same_week and not closed:
                yield HalfDay(day, half)


def brings(person: Person, need: tuple[str, ...], days: list[date]) -> bool:
    """Does he hold what is asked for: ("leads", standards …), ("standard", s), ("code", s, c), ("person", id)?"""
    kind, *what = need
    valid = [one for one in person.registrations if holds(one, days)]
    if kind == "leads":
        return any(one.leads and one.standard in what for one in valid)
    if kind == "person":
        return person.id == what[0]
    registered = any(one.standard == what[0] for one in valid)
    if kind == "standard":
        return registered
    return registered and any(
        (c.standard, c.code) == tuple(what) and holds(c, days) for c in person.competences
    )


def may_bring(visit: Visit, person: Person, need: tuple[str, ...]) -> bool:
    """May he bring it here? Who led too often may go, and not lead."""
    return need[0] != "leads" or person.id not in visit.not_leading


def needs_of(visit: Visit, *, expert: bool) -> list[tuple[str, ...]]:
    """All a team must bring; with an expert the standards only."""
    standards = [need.standard for need in visit.needs]
    found: list[tuple[str, ...]] = [("leads", *standards)]
    for need in visit.needs:
        codes = [] if expert else sorted(need.codes)
        found += [("code", need.standard, code) for code in codes] or [("standard", need.standard)]
    return found + [("person", who) for who in sorted(visit.required)]


def first_free(
    reading: Reading, visit: Visit, split: Split, people: Iterable[Person], begins: HalfDay
) -> Person | None:
    """Somebody of these who could be there at this time."""
    for person in people:
        tried = reading.changed(Assignment(visit.id, begins, split.half_days, (person.id,)))
        if not objections(tried, person, begins.day):
            return person
    return None
