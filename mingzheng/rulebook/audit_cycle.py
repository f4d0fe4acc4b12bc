"""The three-year cycle: when each visit may and must take place, and what a late recertification becomes.

Clauses: ISO/IEC 17021-1:2015 9.1.3 and 9.6.2-9.6.3, and the Chinese rules over it (``tables/editions.toml``).
All days are calendar days; the last day of a window is inside it. Months clamp at the end of the month.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from .calendar import CERTIFICATE_YEARS, add_months, add_years_minus_one_day
from .dated_numbers import TIME_LIMITS, number
from .editions import ISO, Edition, Limit
from .verdict import Objection

DUE_SOON_DAYS = number("due_soon")
SURVEILLANCE_OPENS_MONTHS = number("surveillance_opens")
RECERTIFICATION_OPENS_MONTHS = number("recertification_opens")
STAGE_DISTANCE_MONTHS = number("stage1_stage2_gap")
SHORT_NOTICE_DAYS = number("cn_short_notice")
REPORT_DAY = number("cn_monthly_report")  # of the next month, not shifted by holidays
SHORT_NOTICE_CLAUSE = TIME_LIMITS["cn_short_notice"].clause
REPORT_CLAUSE = TIME_LIMITS["cn_monthly_report"].clause


class VisitKind(StrEnum):
    """What a visit is for 审核类型."""

    STAGE1 = "stage1"
    STAGE2 = "stage2"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SPECIAL = "special"


class Standing(StrEnum):
    """How a visit stands towards its last day. Overdue means: the certificate must be suspended."""

    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


class Outcome(StrEnum):
    """What a recertification comes to."""

    RENEWED = "renewed"
    RESTORED = "restored"
    STAGE_2 = "stage-2"  # at least another stage 2 is needed
    INITIAL = "initial"  # to be treated as an initial certification


@dataclass(frozen=True)
class Window:
    """The days on which a visit of this kind may take place, and the clause that sets the last one."""

    kind: VisitKind
    earliest: date
    latest: date
    clause: str
    confidence: str = "S"


@dataclass(frozen=True)
class Recertification:
    """Outcome, with the days of the new cycle where there is one."""

    outcome: Outcome
    clause: str
    effective: date | None = None
    expires: date | None = None


NOT_COMPLETED = Objection("recertification.not-completed", "ISO/IEC 17021-1:2015 9.6.3.2.2")
DECIDED_BEFORE_AUDIT = Objection("recertification.decided-before-audit", "ISO/IEC 17021-1:2015 9.5.3.1")
TOO_EARLY = Objection("cycle.too-early", "ISO/IEC 17021-1:2015 9.1.3.1")


def expiry(issued: date) -> date:
    """The last day of validity: three years after `issued`, less one day."""
    return add_years_minus_one_day(issued)


def lapses_on(expires: date) -> date:
    """The first day on which a certificate valid until `expires` is no longer valid."""
    return expires + timedelta(days=1)


def stage2_window(stage1_ended: date, *, months: int = STAGE_DISTANCE_MONTHS) -> Window:
    """When stage 2 may follow stage 1; afterwards stage 1 is to be repeated."""
    latest = add_months(stage1_ended, months)
    clause = "ISO/IEC 17021-1:2015 9.3.1.2.4"
    return Window(VisitKind.STAGE2, stage1_ended + timedelta(days=1), latest, clause, "body")


def first_surveillance(
    *, decided: date, issued: date, edition: Edition, recertified: bool = False, extraordinary: bool = False
) -> Window:
    """The first surveillance of a cycle. `recertified`: the cycle began with a recertification.

    ISO/IEC 17021-1 counts from the decision, the Chinese rules from the day the certificate is issued. After a
    recertification ISO and the 2016 rule have no limit of their own: the general interval holds.
    """
    limit = edition.limit("after_recertification" if recertified else "first_surveillance")
    if limit is None:
        return next_surveillance(last_ended=decided, edition=edition, extraordinary=extraordinary)
    begins = decided if limit.counted_from == "decided" else issued
    window = _surveillance(add_months(begins, limit.value), limit)
    return _postponed(window, edition) if extraordinary else window


def next_surveillance(*, last_ended: date, edition: Edition, extraordinary: bool = False) -> Window:
    """The surveillance after an audit that ended on `last_ended`.

    Once a calendar year (ISO/IEC 17021-1), and not longer after the last one than the edition's interval.
    """
    window = _surveillance(date(last_ended.year + 1, 12, 31), ISO.limits["once_a_calendar_year"])
    interval = edition.limit("surveillance_interval")
    if interval and (by := add_months(last_ended, interval.value)) <= window.latest:
        window = _surveillance(by, interval)
    return _postponed(window, edition) if extraordinary else window


def recertification_window(*, expires: date, edition: Edition) -> Window:
    """When a recertification audit may take place; on site it must be over, and decided, by the expiry day."""
    on_site = edition.limit("on_site_before_expiry")
    clause, confidence = (
        (on_site.clause, on_site.confidence) if on_site else ("ISO/IEC 17021-1:2015 9.6.3.1.1", "M")
    )
    earliest = add_months(expires, -RECERTIFICATION_OPENS_MONTHS)
    return Window(VisitKind.RECERTIFICATION, earliest, expires, clause, confidence)


def cycle_windows(
    *,
    decided: date,
    issued: date,
    expires: date,
    edition: Edition,
    recertified: bool = False,
    first_ended: date | None = None,
) -> list[Window]:
    """The three visits of a cycle. The second surveillance is reckoned from the day the first ended.

    Until then from the first one's last day; no surveillance is planned past the certificate's last day.
    """
    first = first_surveillance(decided=decided, issued=issued, edition=edition, recertified=recertified)
    second = next_surveillance(last_ended=first_ended or first.latest, edition=edition)
    return [
        _not_past(expires, first),
        _not_past(expires, second),
        recertification_window(expires=expires, edition=edition),
    ]


def strictest(*windows: Window) -> Window:
    """Of several windows for one visit (the Chinese rule's, ISO/IEC 17021-1's) the one that closes first."""
    return min(windows, key=lambda window: window.latest)


def surveillance_standing(latest: date, on: date, *, due_soon_days: int = DUE_SOON_DAYS) -> Standing:
    """Where a surveillance that must be over by `latest` stands on this day."""
    if on > latest:
        return Standing.OVERDUE
    return Standing.DUE_SOON if on >= latest - timedelta(days=due_soon_days) else Standing.IN_TIME


def objections_to_dates(window: Window, starts_on: date, ends_on: date) -> list[Objection]:
    """May the visit be held on these days?"""
    objections = []
    if starts_on < window.earliest:
        objections.append(TOO_EARLY.because(earliest=window.earliest))
    if ends_on > window.latest:
        objections.append(Objection("cycle.too-late", window.clause, {"latest": window.latest}))
    return objections


def recertification_outcome(
    *,
    expires: date,
    on_site_ended: date | None,
    decided: date,
    activities_completed: bool,
    edition: Edition,
    extraordinary: bool = False,
) -> Recertification:
    """What a recertification decided on `decided` comes to, by the edition in force on that day.

    `activities_completed`: audit, corrections and their verification are done (9.6.3.2.2). In time, and within the
    months for restoring, the new expiry is reckoned from the existing one (9.6.3.2.3, 9.6.3.2.5). Where the rule only
    asks for the on-site audit before expiry, the months for restoring still hold for what follows it. The day that
    counts for restoring is the decision's: the text speaks of activities completed, the decision is the later one.
    """
    prolonged = add_months(expires, edition.number("prolonging")) if extraordinary else expires
    on_site_in = on_site_ended is not None and on_site_ended <= decided
    completed = on_site_in and activities_completed
    if completed and decided <= prolonged:
        return _renewed(Outcome.RENEWED, "ISO/IEC 17021-1:2015 9.6.3.2.3", decided, expires)
    on_site = edition.limit("on_site_before_expiry")
    if on_site and (on_site_ended is None or on_site_ended > prolonged):
        return Recertification(Outcome.INITIAL, on_site.clause)
    if completed and decided <= add_months(prolonged, edition.number("restoring")):
        return _renewed(Outcome.RESTORED, edition.clause("restoring"), decided, expires)
    return Recertification(Outcome.STAGE_2, edition.clause("restoring"))


def objections_to_recertifying(
    on_site_ended: date | None, decided: date, *, activities_completed: bool
) -> list[Objection]:
    """What keeps a recertification from being decided on this day."""
    objections = [] if activities_completed else [NOT_COMPLETED.because(field="activities_completed")]
    if on_site_ended and on_site_ended > decided:
        objections.append(DECIDED_BEFORE_AUDIT.because(field="on_site_ended", ended=on_site_ended))
    return objections


def short_notice_by(notified: date) -> date:
    """The last day of the audit that a failed national product sampling calls for."""
    return notified + timedelta(days=SHORT_NOTICE_DAYS)


def report_by(happened: date) -> date:
    """The last day for reporting what happened in a month to the regulator."""
    return add_months(happened.replace(day=REPORT_DAY), 1)


def _surveillance(latest: date, limit: Limit) -> Window:
    earliest = add_months(latest, -SURVEILLANCE_OPENS_MONTHS)
    return Window(VisitKind.SURVEILLANCE, earliest, latest, limit.clause, limit.confidence)


def _postponed(window: Window, edition: Edition) -> Window:
    """The window in an extraordinary event: later by the months the edition allows."""
    months = edition.number("postponing")
    if not months:
        return window
    return replace(window, latest=add_months(window.latest, months), clause=edition.clause("postponing"))


def _not_past(expires: date, window: Window) -> Window:
    return replace(window, earliest=min(window.earliest, expires), latest=min(window.latest, expires))


def _renewed(outcome: Outcome, clause: str, decided: date, expires: date) -> Recertification:
    return Recertification(outcome, clause, decided, add_months(expires, 12 * CERTIFICATE_YEARS))
