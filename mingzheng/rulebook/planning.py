"""What may be asked of the planner, and what a client may wish (ISO/IEC 17021-1:2015 9.2.3)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from .programme import ISO
from .special_approvals import SHARE_OUT_OF_RANGE
from .verdict import Objection

LONGEST_PERIOD_DAYS = 400  # a year and its edges
LONGEST_RUN_SECONDS = 3600

# How far one looks; no rule has a number for these.
A_YEAR_AHEAD = timedelta(days=364)  # proposed for a run
TO_REPORT_AHEAD = timedelta(days=14)  # of the visits to come, proposed for the regulator's plan file
NIGHTS_AROUND = timedelta(days=28)  # around a visit, since nights away are counted over four weeks
LONGEST_LOOK = timedelta(days=120)  # into the window of one visit
LONGEST_HOLIDAY = timedelta(days=30)  # after it people work again
IN_CALENDAR_AFTER = timedelta(days=180)  # a visit stays in a calendar so long after its end

WISH_BACKWARDS = Objection("planning.wish-backwards", f"{ISO} 9.2.3.1")
WISHED_AND_FORBIDDEN = Objection("planning.wished-and-forbidden", f"{ISO} 9.2.3.1")
UNKNOWN_TERM = Objection("planning.unknown-term", f"{ISO} 9.2.2")
NEGATIVE_TERM = Objection("planning.negative-term", f"{ISO} 9.2.2")
PERIOD_BACKWARDS = Objection("planning.period-backwards", f"{ISO} 9.2.3.1")
PERIOD_PAST = Objection("planning.period-past", f"{ISO} 9.2.3.1")
PERIOD_TOO_LONG = Objection("planning.period-too-long", f"{ISO} 9.2.3.1")
SECONDS_OUT_OF_RANGE = Objection("planning.seconds-out-of-range", f"{ISO} 9.2.3.1")
RUN_WAITS = Objection("planning.run-waits", f"{ISO} 9.2.3.1")
RUN_ENDED = Objection("planning.run-ended", f"{ISO} 9.2.3.1")
NOT_BOTH = Objection("planning.not-both", f"{ISO} 9.2.2.1.1")
NOT_PROPOSED = Objection("planning.not-proposed", f"{ISO} 9.2.3.1")
CALENDAR_OPEN = Objection("planning.calendar-open", f"{ISO} 8.4")
CALENDAR_CLOSED = Objection("planning.calendar-closed", f"{ISO} 8.4")

Span = tuple[date, date]


def objections_to_wishes(
    wished: Iterable[Span], forbidden: Iterable[Span], remote_percent: int
) -> list[Objection]:
    """May a client's wishes be kept like this? Nothing is wished and impossible at once."""
    wished, forbidden = list(wished), list(forbidden)
    found = [
        WISH_BACKWARDS.because(first=first, last=last) for first, last in wished + forbidden if last < first
    ]
    found += [
        WISHED_AND_FORBIDDEN.because(first=first, last=last)
        for first, last in wished
        if any(a <= first and last <= z for a, z in forbidden)
    ]
    return found if 0 <= remote_percent <= 100 else [*found, SHARE_OUT_OF_RANGE]


def objections_to_terms(terms: Mapping[str, float], known: Collection[str]) -> list[Objection]:
    """May the body set these? Money and distances are not negative."""
    return [UNKNOWN_TERM.because(term=name) for name in terms if name not in known] + [
        NEGATIVE_TERM.because(term=name) for name, value in terms.items() if value < 0
    ]


def objections_to_run(first_day: date, last_day: date, seconds: int, on: date) -> list[Objection]:
    """May the planner be set to work on this period, so long?"""
    found = []
    if last_day < first_day:
        found.append(PERIOD_BACKWARDS)
    elif last_day <= on:
        found.append(PERIOD_PAST)
    elif (last_day - first_day).days >= LONGEST_PERIOD_DAYS:
        found.append(PERIOD_TOO_LONG.because(days=LONGEST_PERIOD_DAYS))
    if not 1 <= seconds <= LONGEST_RUN_SECONDS:
        found.append(SECONDS_OUT_OF_RANGE.because(most=LONGEST_RUN_SECONDS))
    return found
