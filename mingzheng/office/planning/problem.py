"""The planning problem of a period, built from the record (ISO/IEC 17021-1:2015 9.2.2-9.2.3)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mingzheng.office.programmes.models import Visit, VisitPart
from mingzheng.office.schedule.queries import days_off
from mingzheng.planner.fairness import with_fair_parts
from mingzheng.planner.problem import Person, Problem
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.standards import Standard

from .persons import persons
from .places import body_place
from .terms import OwnLimits, planning_terms, with_yearly_limits
from .visits_due import Frame, about, due_between, planned_visit


def problem_of(first: date, last: date, on: date, *, keeps_appointed: bool = False) -> Problem:
    """Everything due between two days, and everybody who may be sent.

    People and visits are named by login and number. `keeps_appointed`: what has its dates and team stays as it is.
    """
    return problem_for(list(due_between(first, last)), first, last, on, keeps_appointed=keeps_appointed)


def problem_for(
    rows: Sequence[Visit], first: date, last: date, on: date, *, keeps_appointed: bool = False
) -> Problem:
    """The same for these visits alone; whatever else people are booked for is taken as it stands."""
    terms, known = planning_terms(), about(rows)
    appointed = known.appointments.values()
    begins = min([max(first, on), *(dates.starts_on for dates in appointed)])
    ends = max([last, *(dates.ends_on for dates in appointed)])
    days = working_days(begins, ends)
    asked = {
        (p.certification.standard, code)
        for v in rows
        for p in v.parts.all()
        for code in p.certification.technical_codes
    }
    people = persons(begins, ends, days, asked, terms.own, but=[row.pk for row in rows])
    frame = Frame(
        first=max(first, on),
        last=last,
        on=on,
        terms=terms,
        office=body_place(),
        people=frozenset(person.id for person in people),
        numbers=frozenset(row.number for row in rows),
        stage1=_stage1(rows),
        keeps_appointed=keeps_appointed,
    )  # fmt: skip
    visits = [planned_visit(row, known, frame) for row in rows]
    problem = Problem(
        days=days,
        people=tuple(people),
        visits=tuple(visits),
        weights=terms.weights,
        limits=with_yearly_limits(terms.limits, _standards(rows), begins),
        name=f"{begins} – {ends}",
    )
    return with_fair_parts(problem, {person.id: _share(person, terms.own) for person in people})


def _share(person: Person, own: OwnLimits) -> float:
    """What part of full time somebody works, as far as his week tells."""
    return 1.0 if person.full_time else own.week_part_time / own.week_full_time


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
