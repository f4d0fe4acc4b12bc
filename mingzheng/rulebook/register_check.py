"""A whole register at once: what of each certificate is overdue on a day, by the edition in force.

Every line is judged for itself, so the cost grows with the number of lines and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from .audit_cycle import Window, expiry, first_surveillance, next_surveillance, recertification_window
from .certificate_life import Act, Status, suspension_ends_by
from .editions import edition_in_force
from .standards import Standard
from .verdict import Objection, Refused


class Overdue(StrEnum):
    """What has not happened in time, and thereby what must be done."""

    SURVEILLANCE = "surveillance"  # 应暂停
    SUSPENSION = "suspension"  # 应撤销
    EXPIRY = "expiry"  # 应过期失效
    TERM = "term"  # 有效期超过三年


MUST = {Overdue.SURVEILLANCE: Act.SUSPEND, Overdue.SUSPENSION: Act.WITHDRAW, Overdue.EXPIRY: Act.EXPIRE}


STATUSES = {str(status): status for status in Status} | {
    "有效": Status.IN_FORCE,
    "暂停": Status.SUSPENDED,
    "撤销": Status.WITHDRAWN,
    "注销": Status.CANCELLED,
    "过期失效": Status.EXPIRED,
    "已换证": Status.REPLACED,
    "01": Status.IN_FORCE,
    "02": Status.SUSPENDED,
    "03": Status.WITHDRAWN,
    "04": Status.CANCELLED,
    "05": Status.EXPIRED,
}
"""How registers write the states: ours, in Chinese, or the regulator's code."""

STANDARDS = {str(s): s for s in Standard} | {s.letter: s for s in Standard} | {"O": Standard.OHSMS}
YES = frozenset({"true", "1", "yes", "y", "是"})
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)  # a day outside is a slip of the pen


@dataclass(frozen=True)
class Line:
    """One certificate of a register. `last_audit_ended`: the last surveillance of this cycle, if there was one."""

    number: str
    standard: Standard
    status: Status
    issued: date
    expires: date
    decided: date | None = None
    last_audit_ended: date | None = None
    suspended: date | None = None
    suspended_until: date | None = None
    recertified: bool = False


@dataclass(frozen=True)
class Found:
    """One thing overdue: since when, how many days, and the clause."""

    number: str
    what: Overdue
    by: date
    days: int
    must: Act | None
    clause: str


def overdue(lines: Iterable[Line], on: date) -> Iterator[Found]:
    """Everything overdue in a register on this day, in its order."""
    for line in lines:
        yield from overdue_of(line, on)


def overdue_of(line: Line, on: date) -> Iterator[Found]:
    """What is overdue of one certificate. Of one that expired, nothing else matters any more."""
    if line.expires > _longest(line.issued) and not line.recertified:
        clause = "ISO/IEC 17021-1:2015 9.1.3.2"
        yield Found(line.number, Overdue.TERM, _longest(line.issued), (line.expires - _longest(line.issued)).days, None, clause)  # fmt: skip
    if line.status not in (Status.IN_FORCE, Status.SUSPENDED):
        return
    if on > line.expires:
        yield _found(line, Overdue.EXPIRY, line.expires, on, "ISO/IEC 17021-1:2015 9.6.3.2.4")
    elif line.status is Status.SUSPENDED:
        until = line.suspended_until or (line.suspended and suspension_ends_by(line.suspended))
        if until and on > until:
            yield _found(line, Overdue.SUSPENSION, until, on, "ISO/IEC 17021-1:2015 9.6.5.5")
    else:
        window = surveillance_window(line, on)
        if window and on > window.latest:
            yield _found(line, Overdue.SURVEILLANCE, window.latest, on, window.clause)


def surveillance_window(line: Line, on: date) -> Window | None:
    """The next surveillance of a certificate in force; None where recertification takes its place."""
    return _window(
        line.standard, on, line.decided, line.issued, line.last_audit_ended, line.expires, line.recertified
    )


@lru_cache(maxsize=65536)
def _window(
    standard: Standard, on: date, decided: date | None, issued: date, last: date | None, expires: date, again: bool
) -> Window | None:  # fmt: skip
    edition = edition_in_force(standard, on)
    if last:
        window = next_surveillance(last_ended=last, edition=edition)
    else:
        window = first_surveillance(
            decided=decided or issued, issued=issued, edition=edition, recertified=again
        )
    opens = recertification_window(expires=expires, edition=edition).earliest
    return window if window.latest < opens else None


_longest = lru_cache(maxsize=65536)(expiry)


def _found(line: Line, what: Overdue, by: date, on: date, clause: str) -> Found:
    return Found(line.number, what, by, (on - by).days, MUST[what], clause)


UNREADABLE = "ISO/IEC 17021-1:2015 8.2.2"  # what a certificate must say


def line_of(row: Mapping[str, object]) -> Line:
    """A row of texts as one certificate. Blank cells are absent. Raises :class:`Refused` with the field."""
    number = _text(row, "number")
    if not number:
        raise _wrong("missing", "number")
    standard = STANDARDS.get(_text(row, "standard").upper() or "QMS")
    if standard is None:
        raise _wrong("unknown", "standard", row)
    status = STATUSES.get(_text(row, "status"))
    if status is None:
        raise _wrong("unknown", "status", row)
    issued, expires = _needed_day(row, "issued"), _needed_day(row, "expires")
    if expires < issued:
        raise _wrong("ends-before-it-begins", "expires", row)
    return Line(
        number,
        standard,
        status,
        issued,
        expires,
        decided=_day_in(row, "decided"),
        last_audit_ended=_day_in(row, "last_audit_ended"),
        suspended=_day_in(row, "suspended"),
        suspended_until=_day_in(row, "suspended_until"),
        recertified=_text(row, "recertified").lower() in YES,
    )


def _text(row: Mapping[str, object], field: str) -> str:
    value = row.get(field)
    return "" if value is None else str(value).strip()


def _needed_day(row: Mapping[str, object], field: str) -> date:
    if found := _day_in(row, field):
        return found
    raise _wrong("missing", field)


def _day_in(row: Mapping[str, object], field: str) -> date | None:
    text = _text(row, field)
    if text and (found := _day(text)) is None:
        raise _wrong("not-a-day", field, row)
    return found if text else None


def _wrong(code: str, field: str, row: Mapping[str, object] | None = None) -> Refused:
    details: dict[str, object] = {"field": field}
    if row is not None:
        details["value"] = _text(row, field)[:40]
    return Refused(Objection(f"register.{code}", UNREADABLE, details))


@lru_cache(maxsize=65536)
def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None
