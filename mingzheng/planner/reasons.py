"""Why a visit could not be planned: the binding reasons, and what would solve it."""

from collections.abc import Sequence
from datetime import date, timedelta

from mingzheng.rulebook.calendar import HalfDay

from .checker.reading import Reading, half_days_of
from .occupied import brings, first_free, may_bring, needs_of, not_his, times
from .plan import Assignment, Plan, Reason, Unplanned
from .problem import Order, Person, Problem, Split, Visit

LOOKED_AT = 60  # times of one way to split the visit, spread over its window
LONGER = timedelta(days=60)  # looked ahead for the first day that would do
Need = tuple[str, ...]


def why_unplanned(problem: Problem, plan: Plan, *visits: str) -> tuple[Unplanned, ...]:
    """The reasons why these are not in the plan, the rest of it staying as it is, and what would solve each."""
    reading = Reading(problem, plan)
    return tuple(Unplanned(visit, *_told(reading, reading.visits[visit])) for visit in visits)


def _told(reading: Reading, visit: Visit) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    if missing := [order.visit for order in visit.after if order.visit not in reading.assigned]:
        return tuple(Reason("planner.stage-before-unplanned", {"before": before}) for before in missing), ()
    split = min(visit.splits, key=lambda one: (one.half_days, one.people))
    begins = [begin for begin in times(reading, visit, split) if _in_order(reading, visit, begin)]
    if not begins:
        window = {"earliest": str(visit.earliest), "latest": str(visit.latest)}
        opened = (Reason("planner.solved.days", {}),) if visit.forbidden else ()
        return (Reason("planner.no-time", window),), opened
    some = begins[:: max(1, len(begins) // LOOKED_AT)]
    days = [half_day.day for half_day in half_days_of(Assignment(visit.id, some[0], split.half_days, ()))]
    able = [person for person in reading.problem.people if not_his(reading, visit, person, days) is None]
    reasons, remedies = [], []
    for need in needs_of(visit, expert=visit.expert):
        holders = [p for p in able if brings(p, need, days) and may_bring(visit, p, need)]
        what = _what(need)
        if not holders:
            reasons.append(Reason("planner.nobody-holds", {"what": what}))
            remedies += [_qualify(need, what)]
        elif not any(first_free(reading, visit, split, holders, begin) for begin in some):
            reasons.append(Reason("planner.nobody-free", {"what": what, "latest": str(visit.latest)}))
            remedies += _freeing(reading, visit, split, holders, some)
    if reasons:
        return tuple(_once(reasons)), tuple(_once(remedies))
    together = Reason("planner.never-together" if split.people > 1 else "planner.no-place-found", {})
    return (together,), tuple(_freeing(reading, visit, split, able, some))


def _in_order(reading: Reading, visit: Visit, begin: HalfDay) -> bool:
    def fits(order: Order) -> bool:
        days = (begin.day - half_days_of(reading.assigned[order.visit])[-1].day).days
        return order.at_least_days <= days and (order.at_most_days is None or days <= order.at_most_days)

    return all(map(fits, visit.after))


def _qualify(need: Need, what: str) -> Reason:
    if need[0] == "code":
        return Reason("planner.solved.expert", {})
    return Reason("planner.solved.qualify", {"what": what})


def _freeing(
    reading: Reading, visit: Visit, split: Split, holders: Sequence[Person], begins: Sequence[HalfDay]
) -> list[Reason]:
    """One of their visits that might be moved, and the first day after the window on which one of them is free."""
    found = []
    for begin in begins:
        if moved := _in_the_way(reading, split, holders, begin):
            found.append(Reason("planner.solved.move", {"person": moved[0], "other": moved[1]}))
            break
    later = _later(reading, visit, split, holders)
    return found + ([Reason("planner.solved.later", {"day": str(later)})] if later else [])


def _in_the_way(
    reading: Reading, split: Split, holders: Sequence[Person], begin: HalfDay
) -> tuple[str, str] | None:
    wanted = set(half_days_of(Assignment("", begin, split.half_days, ())))
    for person in holders:
        if wanted & (reading.out[person.id] | reading.at_home[person.id]) or any(
            span.first <= half_day <= span.last for span in person.away for half_day in wanted
        ):
            continue
        clash = [s for s in reading.stays.get(person.id, ()) if wanted & set(s.half_days)]
        if len(clash) == 1 and not clash[0].firm:
            return person.id, clash[0].visit.id
    return None


def _later(reading: Reading, visit: Visit, split: Split, holders: Sequence[Person]) -> date | None:
    for begin in times(reading, visit, split, until=visit.latest + LONGER):
        if begin.day > visit.latest and first_free(reading, visit, split, holders, begin):
            return half_days_of(Assignment(visit.id, begin, split.half_days, ()))[-1].day
    return None


def _what(need: Need) -> str:
    """What is asked for, as codes and names: ``QMS 29.08``, ``leads QMS``."""
    return " ".join(need[1:] if need[0] in ("code", "standard", "person") else need)


def _once(reasons: list[Reason]) -> list[Reason]:
    """Each once, in their order."""
    return [one for n, one in enumerate(reasons) if one not in reasons[:n]]
