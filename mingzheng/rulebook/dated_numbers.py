"""Numbers of the rules, one row each: what it is, who says so, since when, and how sure that is.

``tables/time_limits.toml`` holds the limits of the rules, ``tables/parameters.toml`` what they leave to the body.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .documents import document_of
from .tables import read
from .verdict import Step


@dataclass(frozen=True)
class DatedNumber:
    """One row. `value` with its `unit`; None where the rule has no number. `zh` and `en` say what it limits."""

    key: str
    clause: str
    confidence: str
    zh: str
    en: str
    value: int | None
    unit: str
    valid_from: date
    valid_to: date | None

    @property
    def source(self) -> str:
        return document_of(self.clause).source

    def step(self, what: str, value: object, **details: object) -> Step:
        """A step of a derivation that rests on this number."""
        return Step(what, str(value), self.clause, self.confidence, {"number": self.value, **details})


def _rows(table: str) -> dict[str, DatedNumber]:
    return {key: _row(key, row) for key, row in read(table).items()}


def _row(key: str, row: dict[str, Any]) -> DatedNumber:
    document = document_of(row["clause"])
    defaults = {"value": None, "unit": "", "valid_from": document.valid_from, "valid_to": document.valid_to}
    return DatedNumber(key=key, **{**defaults, **row})


TIME_LIMITS = _rows("time_limits")
PARAMETERS = _rows("parameters")
NUMBERS = {**TIME_LIMITS, **PARAMETERS}


def last_day(key: str, begins: date) -> date:
    """The last day of a period counted in calendar days, the day it begins not counted."""
    assert NUMBERS[key].unit == "days", f"{key} is not counted in days"
    return begins + timedelta(days=number(key))


def number(key: str) -> int:
    """The value of a row that has one."""
    value = NUMBERS[key].value
    assert value is not None, f"{key} has no number"
    return value
