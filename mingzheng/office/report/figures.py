"""The figures of a year, as plain data: what the pages show, the program prints and a snapshot keeps."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mingzheng.rulebook.indicators import Cause, Column, Entry, Stock, flow, regulators_row
from mingzheng.rulebook.standards import Standard

from .queries import ledger

ENTERS = {
    Stock.IN_FORCE: (Cause.GRANTED, Cause.RESTORED, Cause.TRANSFERRED_IN, Cause.CARRIED_IN, Cause.REPLACING),
    Stock.SUSPENDED: (Cause.SUSPENDED, Cause.CARRIED_IN, Cause.REPLACING),
}
LEAVES = {
    Stock.IN_FORCE: (Cause.SUSPENDED, Cause.WITHDRAWN, Cause.CANCELLED, Cause.EXPIRED, Cause.REPLACED),
    Stock.SUSPENDED: (Cause.RESTORED, Cause.WITHDRAWN, Cause.CANCELLED, Cause.EXPIRED, Cause.REPLACED),
}
TOTAL = "total"
Figures = dict[str, Any]


def figures_of(year: int, known: int | None = None) -> Figures:
    """The figures of a year: ``{"certificates": {scheme: {column: n}}, "flow": {scheme: {stock: {…}}}}``.

    `known` counts from the log's first so many events only: what was written later is not seen.
    """
    entries = ledger(date(year, 12, 31), known)
    first, last = f"{year}-01", f"{year}-12"
    parts = {scheme: [one for one in entries if one.scheme == scheme] for scheme in schemes(entries)} | {
        TOTAL: entries
    }
    return {
        "certificates": {name: _named(regulators_row(part, first, last)) for name, part in parts.items()},
        "flow": {
            name: {str(s): flow_of(part, s, first, last) for s in Stock} for name, part in parts.items()
        },
    }


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


def adjustments(
    then: Figures, now: Figures, path: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], int, int]]:
    """期后调整: where in the figures, frozen value, value counted today; only what differs."""
    found = []
    for name in dict.fromkeys([*then, *now]):
        before, after = then.get(name, 0), now.get(name, 0)
        if isinstance(before, dict) or isinstance(after, dict):
            found += adjustments(before or {}, after or {}, (*path, name))
        elif before != after:
            found.append(((*path, name), before, after))
    return found
