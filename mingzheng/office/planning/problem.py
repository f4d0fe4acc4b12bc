"""The planning problem of a period, built from the record (ISO/IEC 17021-1:2015 9.2.2-9.2.3)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mingzheng.office.clients.queries import premium_among
from mingzheng.office.programmes.models import Visit, VisitPart
from mingzheng.office.schedule.queries import auditors, days_off
from mingzheng.planner.fairness import with_fair_parts
from mingzheng.planner.problem import Person, Problem
from mingzheng.planner.problem import Visit as PlannedVisit
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.standards import Standard

from .persons import persons, presence
from .places import body_place
from .terms import OwnLimits, planning_terms, with_limits_of_rules
from .visits_due import About, Frame, about, due_between, planned_visit

ONE_OFFICE = 150  # auditors; a larger body is planned province by province, with loans between neighbours


def problem_of(first: date, last: date, on: date, *, keeps_appointed: bool = False) -> Problem:
    """Everything due between two days, and everybody who may be sent.

    People and visits are named by login and number. `keeps_appointed`: what has its dates and team stays as it is.
    """
    made = problem_for(list(due_between(first, last)), first, last, on, keeps_appointed=keeps_appointed)
    if len(made.people) <= ONE_OFFICE or not all(person.region for person in made.people):
        made = _in_one_region(made)
    own, there = planning_terms().own, presence(made.people, made.days)
    return with_fair_parts(
        made, {person.id: _share(person, own) * there[person.id] for person in made.people}
    )


def problem_for(
    rows: Sequence[Visit],
    first: date,
    last: date,
    on: date,
    *,
    keeps_appointed: bool = False,
    settled: Mapping[int, PlannedVisit] | None = None,
) -> Problem:
    """The same for these visits alone, nobody's load told fair or unfair; `settled` visits stand in it as they are.

    Whatever else people are booked for keeps them away. So does a visit dated over a day off: no plan can hold it, and it
    is left out, unless it is itself in question among settled ones.
    """
    terms, known = planning_terms(), about(rows)
    told = [visit.promised.start.day for visit in (settled or {}).values() if visit.promised]
    dates = [day for row in known.appointments.values() for day in (row.starts_on, row.ends_on)]
    begins, ends = min([max(first, on), *dates, *told]), max([last, *dates, *told])
    days = working_days(begins, ends)
    rows, settled = _within_a_week(rows, known, settled, days)
    staff, but = auditors(), [*(row.pk for row in rows), *settled]
    people = persons(staff, begins, ends, days, _asked(rows), terms.own, on=on, but=but)
    frame = Frame(
        first=max(first, on),
        last=last,
        on=on,
        terms=terms,
        office=body_place(),
        people=frozenset(person.id for person in people),
        homes={person.login: person.home for person in staff},
        numbers=frozenset(row.number for row in rows),
        stage1=_stage1(rows),
        keeps_appointed=keeps_appointed,
        premium=premium_among({row.client_id for row in rows}, on),
    )  # fmt: skip
    visits = [planned_visit(row, known, frame) for row in rows]
    present = [one for one in settled.values() if one.promised and set(one.promised.people) <= frame.people]
    return Problem(
        days=days,
        people=tuple(people),
        visits=(*visits, *present),
        weights=terms.weights,
        limits=with_limits_of_rules(terms.limits, _standards(rows), begins),
        name=f"{begins} – {ends}",
    )


def _in_one_region(problem: Problem) -> Problem:
    """So many can be planned together, everybody for everything; a bound is proven then."""
    people = tuple(replace(person, region="") for person in problem.people)
    return replace(problem, people=people, visits=tuple(replace(v, region="") for v in problem.visits))


def _share(person: Person, own: OwnLimits) -> float:
    """What part of full time somebody works, as far as his week tells."""
    return 1.0 if person.full_time else own.week_part_time / own.week_full_time


def _asked(rows: Iterable[Visit]) -> set[tuple[str, str]]:
    """Standards with the technical codes of these visits."""
    return {
        (part.certification.standard, code)
        for row in rows
        for part in row.parts.all()
        for code in part.certification.technical_codes
    }


def _within_a_week(
    rows: Sequence[Visit], known: About, settled: Mapping[int, PlannedVisit] | None, days: Collection[date]
) -> tuple[Sequence[Visit], Mapping[int, PlannedVisit]]:
    """The visits to plan, and those settled, without what is dated over a day off."""
    if settled is None:
        booked = {key: (min(halves).day, max(halves).day) for key, halves in known.booked.items()}
        over = _over_a_day_off(booked, days)
        return [row for row in rows if row.pk not in over], {}
    over = _over_a_day_off({key: (one.earliest, one.latest) for key, one in settled.items()}, days)
    return rows, {key: one for key, one in settled.items() if key not in over}


def _over_a_day_off(dated: Mapping[int, tuple[date, date]], days: Collection[date]) -> set[int]:
    """Those between whose first and last day there is one on which nobody works."""
    worked = {day.toordinal() for day in days}
    return {
        key
        for key, (first, last) in dated.items()
        if not worked.issuperset(range(first.toordinal(), last.toordinal() + 1))
    }


def working_days(first: date, last: date) -> tuple[date, ...]:
    """Days between two days on which people work, by the public calendar and the body's own."""
    off = days_off(first, last)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day not in off)


def _stage1(rows: Iterable[Visit]) -> dict[int, str]:
    """The stage 1 still to be held of each cycle that has a stage 2 here."""
    cycles = {part.cycle_id for row in rows if row.kind == VisitKind.STAGE2 for part in row.parts.all()}
    waiting = VisitPart.objects.filter(
        cycle__in=cycles, visit__kind=VisitKind.STAGE1, visit__held_on=None, visit__dropped_on=None
    )
    return dict(waiting.values_list("cycle_id", "visit__number"))


def _standards(rows: Iterable[Visit]) -> set[Standard]:
    return {Standard(standard) for row in rows for standard in row.standards}
