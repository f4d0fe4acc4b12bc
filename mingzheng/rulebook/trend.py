"""Three years of a figure: rising, falling or neither, and whether a text may call that growth.

Clause: ISO 26000:2010 7.6.2 (claims are true); seed item 146: an indicator that fell is not printed as 提升.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

YEARS = 3  # this one, the one before, the one before that
INDICATORS = (
    "valid-certificates",
    "certified-clients",
    "visits",
    "applications",
    "contracts-signed",
    "income-invoiced",
    "people-trained",
)
"""年度业绩指标, by the names of their figures."""
GROWTH = re.compile(
    r"(?<![负未零])(?<!没有)(?<!并无)(提升|增长|上升|提高|增加|攀升)"
    r"|\b(grew|grown|grows|growth|rose|risen|rising|increas\w+|improv\w+)\b",
    re.IGNORECASE,
)
STEADY = re.compile(
    r"连续|持续|逐年|不断|年年|稳步|\b(steadil?y?|continu\w+|every year|year after year)\b", re.IGNORECASE
)
PERFORMANCE = re.compile(
    r"业绩|业务量|业务规模|经营(规模|收入)|\b(performance|business|turnover)\b", re.IGNORECASE
)
CLAUSE = re.compile(
    r"[^。;；!！?？]+"
)  # what is claimed together; an English full stop may be a decimal point


class Trend(StrEnum):
    RISING = "rising"  # each year more than the one before
    FALLING = "falling"
    UNEVEN = "uneven"
    UNKNOWN = "unknown"  # a year was not counted


def trend(values: Sequence[float | None]) -> Trend:
    """How a figure went, the oldest year first."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Trend.UNKNOWN
    steps = [later - earlier for earlier, later in pairwise(known)]
    if all(step > 0 for step in steps):
        return Trend.RISING
    return Trend.FALLING if all(step < 0 for step in steps) else Trend.UNEVEN


def may_be_called_growth(values: Sequence[float | None], *, steady: bool) -> bool:
    """May a text say that it grew, or that it grew `steady`, year after year? What was not counted forbids nothing."""
    known = [value for value in values if value is not None]
    wanted = list(pairwise(known)) if steady else list(pairwise(known))[-1:]
    return all(later > earlier for earlier, later in wanted)
