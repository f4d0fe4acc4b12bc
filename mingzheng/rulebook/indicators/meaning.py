"""The meaning of a figure: over a time or at a moment, in which unit, whose it is, and what it is a share of."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Nature(StrEnum):
    """Over a time, or at the end of its last day."""

    FLOW = "flow"
    STOCK = "stock"


class Unit(StrEnum):
    """What is counted, or summed up."""

    COUNT = "count"
    CNY = "cny"
    HOURS = "hours"
    DAYS = "days"
    KWH = "kwh"
    KG_CO2 = "kg_co2"
    KM = "km"
    SHEETS = "sheets"
    PEOPLE = "people"
    PAPERS = "papers"
    MARKS = "marks"
    WORKING_DAYS = "working_days"


class Owner(StrEnum):
    """The department that answers for a figure, an issue or a chapter."""

    DIRECTION = "direction"  # 管理层
    GENERAL = "general"  # 综合管理部
    MARKET = "market"  # 市场开发部
    PROGRAMME = "programme"  # 项目管理部
    AUDIT = "audit"  # 审核技术部
    TECHNICAL = "technical"  # 技术开发部
    QUALITY = "quality"  # 质量管理部
    UNION = "union"  # 工会
    INTEGRITY = "integrity"  # 党支部（廉洁监督）


@dataclass(frozen=True)
class Period:
    """From a day to a day, both inside: a year, or a month of it."""

    first: date
    last: date

    @classmethod
    def of(cls, year: int, month: int | None = None) -> "Period":
        first, last = month or 1, month or 12
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @property
    def days(self) -> tuple[date, date]:
        """For a query: ``received_on__range=period.days``."""
        return self.first, self.last


@dataclass(frozen=True)
class Meaning:
    """One figure. Its name and its definition in words are ``figure.<name>`` and ``figure-means.<name>``.

    `items` are the places of the report it answers for, as the seed's list of 168 numbers them. `of` names the figure it
    is a share of: n of N, both counted.
    """

    name: str
    nature: Nature
    owner: Owner
    items: tuple[int, ...] = ()
    unit: Unit = Unit.COUNT
    of: str = ""


def over(name: str, owner: Owner, *items: int, unit: Unit = Unit.COUNT, of: str = "") -> Meaning:
    """期间数: what happened over a time; the year is the sum of its months."""
    return Meaning(name, Nature.FLOW, owner, items, unit, of)


def at_end(name: str, owner: Owner, *items: int, unit: Unit = Unit.COUNT, of: str = "") -> Meaning:
    """时点数: what stands at the end of the last day."""
    return Meaning(name, Nature.STOCK, owner, items, unit, of)
