"""The figures of a year, as plain data: what the pages show, the program prints and a snapshot keeps."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import FIGURES, Figure, Told, counted, keyed
from mingzheng.office.registration.queries import auditor_table
from mingzheng.rulebook.indicators.certificates import VISITS
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.indicators.stocks import (
    Cause,
    Column,
    Entry,
    Stock,
    flow,
    issued_by_month,
    regulators_row,
)
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.trend import INDICATORS

from .models import Snapshot
from .queries import ledger
from .registers import REGISTERS, Rows, registers_of

ENTERS = {
    Stock.IN_FORCE: (Cause.GRANTED, Cause.RESTORED, Cause.TRANSFERRED_IN, Cause.CARRIED_IN, Cause.REPLACING),
    Stock.SUSPENDED: (Cause.SUSPENDED, Cause.CARRIED_IN, Cause.REPLACING),
}
LEAVES = {
    Stock.IN_FORCE: (Cause.SUSPENDED, Cause.WITHDRAWN, Cause.CANCELLED, Cause.EXPIRED, Cause.REPLACED),
    Stock.SUSPENDED: (Cause.RESTORED, Cause.WITHDRAWN, Cause.CANCELLED, Cause.EXPIRED, Cause.REPLACED),
}
TOTAL, MONTH = "total", "begun_on__month"
Figures = dict[str, Any]
Adjustment = tuple[tuple[str, ...], Any, Any]  # where in the figures, frozen value, value today


def figures_of(year: int) -> Figures:
    """The figures of a year::

    {"certificates": {scheme: {column: n}}, "flow": {scheme: {stock: {…}}}, "auditors": {standard: {column: n}},
     "issued_by_month": {scheme: [n, …]}, "visits_by_month": [n, …], "figures": {name: {"value": n, "parts": {part: n}}},
     "registers": {name: [[[zh, en], …], …]}}
    """
    return numbers_of(year) | {"registers": registers_of(year)}


def numbers_of(year: int) -> Figures:
    """The figures of a year without what the registers tell in words."""
    return counted_for(year)[year] | {"auditors": auditor_table(date(year, 12, 31))}


def counted_for(*years: int) -> dict[int, Figures]:
    """The figures of some years, without the auditors; three queries, however many years."""
    entries = ledger(date(max(years), 12, 31))
    asked = {(year, name): (one, Period.of(year)) for year in years for name, one in FIGURES.items()}
    told = counted(asked | {(year, MONTH): (_by_month(), Period.of(year)) for year in years})
    return {
        year: {
            **tables_of(year, entries),
            "visits_by_month": _months(told[year, MONTH]),
            "figures": {name: told[year, name] for name in FIGURES},
        }
        for year in years
    }


def visits_by_month(year: int) -> list[int]:
    """Visits of each month."""
    return _months(counted({MONTH: (_by_month(), Period.of(year))})[MONTH])


def _by_month() -> Figure:
    """The visits, told apart by the month they began in."""
    return replace(FIGURES[VISITS.name], by=MONTH)


def _months(told: Told) -> list[Any]:
    return [told["parts"].get(str(n), 0) for n in range(1, 13)]


@dataclass(frozen=True)
class Year:
    """The figures of a year as frozen, or as counted today, beside those of the year before."""

    number: int
    frozen: Snapshot | None
    figures: Figures
    before: Figures
    kept_earlier: Snapshot | None = None  # of two years before

    @classmethod
    def of(cls, number: int) -> "Year":
        kept = {one.year: one for one in Snapshot.objects.filter(year__range=(number - 2, number))}
        told = {year: one.figures for year, one in kept.items()}
        if missing := {number, number - 1} - kept.keys():
            told |= counted_for(*missing)
        if number in missing:
            told[number]["auditors"] = auditor_table(date(number, 12, 31))
        return cls(number, kept.get(number), told[number], told[number - 1], kept.get(number - 2))

    def register(self, name: str) -> Rows:
        """What a register tells of the year: as frozen, or as it stands."""
        if name not in self._told:
            self._told[name] = REGISTERS[name][1](self.number)
        return self._told[name]

    @cached_property
    def _told(self) -> dict[str, Rows]:
        """What was asked of the registers so far; of a frozen year all that was kept."""
        kept = self.frozen.figures.get("registers", {}) if self.frozen else {}
        return {name: kept.get(name, []) for name in REGISTERS} if self.frozen else {}

    @cached_property
    def earlier(self) -> Figures:
        """The figures of two years before: all as frozen, or the yearly indicators alone."""
        if self.kept_earlier:
            return self.kept_earlier.figures
        period = Period.of(self.number - 2)
        return {"figures": counted({name: (FIGURES[name], period) for name in INDICATORS})}

    def years(self, name: str) -> list[float | None]:
        """The value of a figure in three years, the oldest first; None where it was not counted."""
        told = (self.earlier, self.before, self.figures)
        return [one.get("figures", {}).get(name, {}).get("value") for one in told]

    @cached_property
    def late(self) -> list[Adjustment]:
        """期后调整 since the year was frozen."""
        return adjustments(self.frozen.figures, numbers_of(self.number)) if self.frozen else []


def tables_of(year: int, entries: Sequence[Entry]) -> Figures:
    """The tables of certificates: the regulator's, the stocks and flows, the first ones of each month."""
    first, last = f"{year}-01", f"{year}-12"
    entries = [one for one in entries if one.month <= last]
    parts = {scheme: [one for one in entries if one.scheme == scheme] for scheme in schemes(entries)} | {
        TOTAL: entries
    }
    return {
        "certificates": {name: _named(regulators_row(part, first, last)) for name, part in parts.items()},
        "flow": {
            name: {str(s): flow_of(part, s, first, last) for s in Stock} for name, part in parts.items()
        },
        "issued_by_month": {
            name: months for name, part in parts.items() if any(months := issued_by_month(part, year))
        },
    }


def told_in_the_log(year: int, known: int) -> dict[str, Any]:
    """The values of the figures whose records are events, counted from the log's first `known` events only."""
    told = {name: (one, Period.of(year)) for name, one in FIGURES.items() if one.told_in_the_log}
    return {name: one["value"] for name, one in counted(told, known).items()}


def rows_behind(year: int) -> QuerySet[Any, tuple[str, str, int]]:
    """Figure, part and key of every record behind the figures that are not counted from events; one query."""
    period = Period.of(year)
    first, *rest = [keyed(one, period) for one in FIGURES.values() if not one.told_in_the_log]
    return first.union(*rest, all=True)


def kept_figures(figures: Figures) -> list[str]:
    """Of the frozen figures those that count records which are kept beside them."""
    counting = {name for name, one in FIGURES.items() if not one.told_in_the_log and not one.amount}
    return [name for name in figures.get("figures", {}) if name in counting]


def schemes(entries: Iterable[Entry]) -> Sequence[str]:
    """The schemes of the tables: the standards certified to, and whatever else the record holds."""
    return list(dict.fromkeys([*map(str, Standard), *sorted({entry.scheme for entry in entries})]))


def flow_of(entries: Iterable[Entry], stock: Stock, first: str, last: str) -> dict[str, Any]:
    """A stock from month to month as plain data: ``{"opening", "in": {cause: n}, "out": {cause: n}, "closing"}``."""
    counted = flow(entries, stock, first, last)
    return {
        "opening": counted.opening,
        "in": {str(cause): counted.entered.get(cause, 0) for cause in ENTERS[stock]},
        "out": {str(cause): counted.left.get(cause, 0) for cause in LEAVES[stock]},
        "closing": counted.closing,
    }


def _named(row: dict[Column, int]) -> dict[str, int]:
    return {str(column): count for column, count in row.items()}


def digest_of(figures: Figures) -> str:
    """SHA-256 over the figures in one fixed spelling."""
    return hashlib.sha256(
        json.dumps(figures, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


def adjustments(then: Figures, now: Figures, path: tuple[str, ...] = ()) -> list[Adjustment]:
    """期后调整: where in the figures, frozen value, value counted today; only what differs.

    What was not counted yet when the year was frozen is no adjustment; of the registers their figures tell.
    """
    found = []
    names = then if path in ((), ("figures",)) else dict.fromkeys([*then, *now])
    for name in names:
        if path == () and name == "registers":
            continue
        before, after = (_opened(one.get(name, 0)) for one in (then, now))
        if isinstance(before, dict) or isinstance(after, dict):
            found += adjustments(before or {}, after or {}, (*path, name))
        elif before != after:
            found.append(((*path, name), before, after))
    return found


def _opened(value: Any) -> Any:
    """A list as what stands at each of its places, from 1."""
    return {str(place): one for place, one in enumerate(value, 1)} if isinstance(value, list) else value
