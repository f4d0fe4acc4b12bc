"""What the yearly figures count: how events move certificates between stocks, and what each figure means.

Two views of one record. The stock and flow: in force and suspended, each opening + in - out = closing, a replacement
leaves the stock as it was. The regulator's columns: 有效, 初次发证, 监督审核, 暂停, 撤销, 注销 of the yearly return of a
certification body, where a certificate replaced by another counts as withdrawn.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..verdict import Objection

NOT_OVER = Objection("report.year-not-over", "ISO 26000:2010 7.5.3")
FROZEN = Objection("report.year-frozen", "ISO 26000:2010 7.5.3")
LOG_BEHIND = Objection("report.log-behind", "ISO/IEC 17021-1:2015 9.9.1")


class Stock(StrEnum):
    """Where a living certificate counts."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"


class Cause(StrEnum):
    """Why a certificate enters a stock or leaves it."""

    GRANTED = "granted"  # a first certificate
    TRANSFERRED_IN = "transferred_in"  # taken over from another body (IAF MD 2)
    CARRIED_IN = "carried_in"  # from the register of an earlier system, on the day it was issued there
    REPLACING = "replacing"  # the new number of a certification that goes on
    REPLACED = "replaced"
    SUSPENDED = "suspended"
    RESTORED = "restored"  # from suspension, or within six months after expiry (9.6.3.2.5)
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    MAINTAINED = "maintained"  # after a surveillance audit: it moves nothing


@dataclass(frozen=True)
class Move:
    """What one event does to the stocks: out of one, into another; None is outside."""

    cause: Cause
    left: Stock | None = None
    entered: Stock | None = None


@dataclass(frozen=True)
class Told:
    """What an event says that decides how it moves certificates; the fields are its facts."""

    kind: str
    was: str | None = None
    previous_was: str | None = None
    previous_becomes: str | None = None
    status: str | None = None


def moves(told: Told) -> tuple[Move, ...]:
    """What an event of the life of a certificate does to the stocks. Raises KeyError for an event of another kind."""
    return _MOVES[told.kind](told)


def _ended(cause: Cause, told: Told) -> tuple[Move, ...]:
    return (Move(cause, left=Stock(told.was or Stock.IN_FORCE)),)


def _followed(told: Told) -> tuple[Move, ...]:
    """A new number after another: it replaces a living certificate, or restores one that had expired."""
    entered = Stock(told.status or Stock.IN_FORCE)
    if told.previous_becomes != "replaced":
        return (Move(Cause.RESTORED, entered=entered),)
    replaced = Move(Cause.REPLACED, left=Stock(told.previous_was or Stock.IN_FORCE))
    return (Move(Cause.REPLACING, entered=entered), replaced)


_MOVES = {
    "certificate.issued": lambda told: (Move(Cause.GRANTED, entered=Stock.IN_FORCE),),
    "certificate.taken-over": lambda told: (Move(Cause.TRANSFERRED_IN, entered=Stock.IN_FORCE),),
    "certificate.renewed": _followed,
    "certificate.reissued": _followed,
    "certificate.suspended": lambda told: (Move(Cause.SUSPENDED, Stock.IN_FORCE, Stock.SUSPENDED),),
    "certificate.restored": lambda told: (Move(Cause.RESTORED, Stock.SUSPENDED, Stock.IN_FORCE),),
    "certificate.withdrawn": lambda told: _ended(Cause.WITHDRAWN, told),
    "certificate.cancelled": lambda told: _ended(Cause.CANCELLED, told),
    "certificate.expired": lambda told: _ended(Cause.EXPIRED, told),
    "certificate.transferred": lambda told: _ended(Cause.REPLACED, told),  # by another body's
    "certificate.surveillance-recorded": lambda told: (Move(Cause.MAINTAINED),),
}
KINDS = tuple(_MOVES)


def carried_in(status: str) -> tuple[Move, Move | None]:
    """How a certificate of an earlier system entered the stock, and how it had left it, if it had."""
    if status in tuple(Stock):
        return Move(Cause.CARRIED_IN, entered=Stock(status)), None
    return Move(Cause.CARRIED_IN, entered=Stock.IN_FORCE), Move(Cause(status), left=Stock.IN_FORCE)


@dataclass(frozen=True)
class Entry:
    """So many moves of one kind in one month ("2020-03") of certificates to one scheme (QMS, EMS …)."""

    month: str
    scheme: str
    move: Move
    count: int


@dataclass(frozen=True)
class Flow:
    """One stock over a time, in certificates."""

    opening: int = 0
    entered: Mapping[Cause, int] = field(default_factory=dict)
    left: Mapping[Cause, int] = field(default_factory=dict)

    @property
    def closing(self) -> int:
        return self.opening + sum(self.entered.values()) - sum(self.left.values())


def flow(entries: Iterable[Entry], stock: Stock, first: str, last: str) -> Flow:
    """The flow of a stock from the month `first` to the month `last`, both inside."""
    opening, entered, left = 0, Counter[Cause](), Counter[Cause]()
    for entry in entries:
        if entry.month > last:
            continue
        for side, counted, sign in ((entry.move.entered, entered, 1), (entry.move.left, left, -1)):
            if side == stock:
                if entry.month < first:
                    opening += sign * entry.count
                else:
                    counted[entry.move.cause] += entry.count
    return Flow(opening, dict(entered), dict(left))


def happened(entries: Iterable[Entry], cause: Cause, first: str, last: str) -> int:
    """How often something happened in a time, whatever the stock."""
    return sum(e.count for e in entries if e.move.cause == cause and first <= e.month <= last)


class Column(StrEnum):
    """The regulator's columns, in their order."""

    VALID = "valid"
    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


CAUSES_OF: Mapping[Column, tuple[Cause, ...]] = {
    Column.INITIAL: (Cause.GRANTED,),
    Column.SURVEILLANCE: (Cause.MAINTAINED,),
    Column.SUSPENDED: (Cause.SUSPENDED,),
    Column.WITHDRAWN: (Cause.WITHDRAWN, Cause.REPLACED),
    Column.CANCELLED: (Cause.CANCELLED,),
}
"""What each column but the first counts over the year. Replaced ones stand among the withdrawn, as the regulator's reason
codes 0120 and its peers have them; the stock and flow tells them apart."""


def regulators_row(entries: Iterable[Entry], first: str, last: str) -> dict[Column, int]:
    """One row of the regulator's table: certificates in force at the end, and what happened from `first` to `last`."""
    entries = list(entries)
    counted = {
        column: sum(happened(entries, cause, first, last) for cause in causes)
        for column, causes in CAUSES_OF.items()
    }
    return {Column.VALID: flow(entries, Stock.IN_FORCE, first, last).closing, **counted}


def issued_by_month(entries: Iterable[Entry], year: int) -> list[int]:
    """The initial certificates of each month of a year."""
    months = [0] * 12
    for one in entries:
        if one.move.cause in CAUSES_OF[Column.INITIAL] and one.month.startswith(f"{year}-"):
            months[int(one.month[5:]) - 1] += one.count
    return months


def objections_to_freezing(year: int, *, on: date, is_frozen: bool, unplaced: int) -> list[Objection]:
    """Why the figures of a year cannot be frozen; `unplaced` events have no place in the log yet."""
    found = []
    if on.year <= year:
        found.append(NOT_OVER.because(year=year))
    if is_frozen:
        found.append(FROZEN.because(year=year))
    if unplaced:
        found.append(LOG_BEHIND.because(n=unplaced))
    return found
