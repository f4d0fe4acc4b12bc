"""Training, seminars and the good-case contest (ISO/IEC 17021-1:2015 7.1, 7.2; seed items 89, 91, 94, 155).

A seminar is held every quarter; a quarter without one is missing and shown. Hours are those of who was there.
"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"


class CourseKind(StrEnum):
    TRAINING = "training"
    SEMINAR = "seminar"  # 专题研讨, every quarter
    RESPONSIBILITY = "responsibility"  # 社会责任全员培训
    INDUCTION = "induction"


TITLE_MISSING = Objection("learning.title-missing", f"{ISO} 7.2.5")
NO_HOURS = Objection("learning.no-hours", f"{ISO} 7.2.5")
COURSE_HELD = Objection("learning.course-held", OWN)
COURSE_CANCELLED = Objection("learning.course-cancelled", OWN)
HELD_IN_FUTURE = Objection("learning.held-in-future", f"{ISO} 9.9.1")
NOBODY_CAME = Objection("learning.nobody-came", f"{ISO} 7.2.5")
REASON_MISSING = Objection("learning.reason-missing", OWN)
QUARTER_MISSING = Objection("learning.quarter-missing", OWN)
CASE_EMPTY = Objection("learning.case-empty", OWN)
OWN_CASE = Objection("learning.own-case", OWN)
VOTED = Objection("learning.voted", OWN)
CASE_PUBLISHED = Objection("learning.case-published", OWN)
CLIENT_NAMED = Objection("learning.client-named", f"{ISO} 8.4.1")


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def missing_quarters(held: Collection[date], year: int, on: date) -> list[Objection]:
    """The quarters of a year, as far as they are over, in which no seminar was held."""
    over = 4 if on.year > year else quarter_of(on) - 1 if on.year == year else 0
    found = {quarter_of(day) for day in held if day.year == year}
    return [
        QUARTER_MISSING.because(year=year, quarter=quarter)
        for quarter in range(1, over + 1)
        if quarter not in found
    ]


def objections_to_course(title: str, hours: Decimal) -> list[Objection]:
    """May a course be planned?"""
    found = [] if title.strip() else [TITLE_MISSING]
    return found + ([] if hours.is_finite() and hours > 0 else [NO_HOURS])


def objections_to_open_course(*, held: bool, cancelled: bool) -> list[Objection]:
    """Is the course still to come?"""
    return [COURSE_HELD] if held else [COURSE_CANCELLED] if cancelled else []


def objections_to_holding(held: date, on: date, hours: Decimal, came: int) -> list[Objection]:
    """May it be entered as held? With its hours, and who came; who did not has none."""
    found = [HELD_IN_FUTURE] if held > on else []
    found += [] if hours.is_finite() and hours > 0 else [NO_HOURS]
    return found + ([] if came else [NOBODY_CAME])


def objections_to_case(title: str, text: str) -> list[Objection]:
    """May a good case be handed in?"""
    return [] if title.strip() and text.strip() else [CASE_EMPTY]


def objections_to_voting(*, own: bool, voted: bool, published: bool) -> list[Objection]:
    """May somebody vote for it? Once, and not for his own."""
    if published:
        return [CASE_PUBLISHED]
    return [OWN_CASE] if own else [VOTED] if voted else []


def named_in(text: str, names: Collection[str]) -> list[str]:
    """The names and codes of a client that stand in a text."""
    plain = "".join(text.split()).lower()
    return [name for name in names if name.strip() and "".join(name.split()).lower() in plain]


def objections_to_publishing(text: str, names: Collection[str], *, published: bool) -> list[Objection]:
    """May it be published so? The client is not to be known from it; `names`: what it is called by."""
    if published:
        return [CASE_PUBLISHED]
    if not text.strip():
        return [CASE_EMPTY]
    return [CLIENT_NAMED.because(name=name) for name in named_in(text, names)]
