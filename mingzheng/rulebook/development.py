"""审核员能力发展计划: who is to become competent for what in a year, what came of it, and what auditors ask for (own procedure; ISO/IEC 17021-1:2015 7.2).

An entry is achieved when the body has recognised the competence, not when somebody says so. What has no result when its year is
over is unfinished 未完成, of this plan as of the plan of courses.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum

from .dated_numbers import last_day, number
from .verdict import Objection

OWN = "own procedure"


class PlanState(StrEnum):
    """Where an entry of a yearly plan stands on a day."""

    PLANNED = "planned"
    LATE = "late"  # its day is over
    UNFINISHED = "unfinished"  # 未完成: its year is over
    DONE = "done"
    DROPPED = "dropped"


MEASURE_MISSING = Objection("development.measure-missing", OWN)
DUE_IN_PAST = Objection("development.due-in-past", OWN)
COVERED_ALREADY = Objection("development.covered-already", OWN)
PLANNED_ALREADY = Objection("development.planned-already", OWN)
UNKNOWN_CODE = Objection("development.unknown-code", OWN)
CONCLUDED = Objection("development.concluded", OWN)
NOT_RECOGNISED = Objection("development.not-recognised", "ISO/IEC 17021-1:2015 7.1.3")
RESULT_MISSING = Objection("development.result-missing", OWN)


def plan_state(due: date, on: date, *, done: bool, dropped: bool) -> PlanState:
    """Of an entry due on a day, whose year is that day's."""
    if done or dropped:
        return PlanState.DONE if done else PlanState.DROPPED
    if due.year < on.year:
        return PlanState.UNFINISHED
    return PlanState.LATE if due < on else PlanState.PLANNED


def nearness(asked: str, held: Iterable[str]) -> int:
    """How much of a technical code the nearest of the codes held shares: 2 of ``17.10.02`` with ``17.10.05``, 0 with ``18``."""

    def shared(one: str) -> int:
        pairs = list(zip(asked.split("."), one.split("."), strict=False))
        return next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))

    return max(map(shared, held), default=0)


def objections_to_entry(
    measure: str, due: date, on: date, *, known: bool, covered: bool, planned: bool
) -> list[Objection]:
    """May it be planned? `known`: the code is one; `covered`: he is competent for it; `planned`: it is in the plan of that year."""
    found = [] if known else [UNKNOWN_CODE]
    found += [COVERED_ALREADY] if covered else []
    found += [PLANNED_ALREADY] if planned else []
    found += [DUE_IN_PAST] if due < on else []
    return found + ([] if measure.strip() else [MEASURE_MISSING])


def objections_to_result(
    result: str, *, achieved: bool, recognised: bool, concluded: bool
) -> list[Objection]:
    """May it be entered what came of it? Once; as achieved only where the competence is recognised; else with the reason."""
    if concluded:
        return [CONCLUDED]
    if achieved:
        return [] if recognised else [NOT_RECOGNISED]
    return [] if result.strip() else [RESULT_MISSING]


def nearest(asked: str, held: Collection[tuple[str, Collection[str]]], most: int = 3) -> tuple[str, ...]:
    """The candidates for a code: of persons (login, codes held) those who share most of it; of equals those who hold most."""
    found = sorted((-nearness(asked, codes), -len(codes), login) for login, codes in held)
    return tuple(login for _, _, login in found)[:most]


class RequestKind(StrEnum):
    """What an auditor asks the body for."""

    WITNESSING = "witnessing"  # 见证
    PROMOTION = "promotion"  # 晋升


NOT_REGISTERED = Objection("request.not-registered", OWN)
REQUEST_OPEN = Objection("request.open", OWN)
REQUEST_ANSWERED = Objection("request.answered", OWN)
OWN_REQUEST = Objection("request.own", OWN)
REASON_MISSING = Objection("request.reason-missing", OWN)


def request_answer_by(asked: date) -> date:
    """The last day a request is answered in time."""
    return last_day("request_answer", asked)


def late_if_asked_before(on: date) -> date:
    """A request not answered on day `on` is late when it was asked before this day; on its last day it is in time."""
    return on - timedelta(days=number("request_answer"))


def objections_to_request(reason: str, *, registered: bool, waits: bool) -> list[Objection]:
    """May an auditor ask? For a standard he is registered for, with his reason, and once until it is answered."""
    found = [] if registered else [NOT_REGISTERED]
    return found + ([REQUEST_OPEN] if waits else []) + ([] if reason.strip() else [REASON_MISSING])


def objections_to_reply(answer: str, *, own: bool, answered: bool) -> list[Objection]:
    """May a request be answered? Once, in words, and not by who made it."""
    if answered:
        return [REQUEST_ANSWERED]
    return ([OWN_REQUEST] if own else []) + ([] if answer.strip() else [REASON_MISSING])
