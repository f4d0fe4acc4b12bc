"""What the body uses and emits: energy by month, temperatures, paper, travel, audits from afar (seed items 95-99).

A factor is a dated row with its source (``tables/emission_factors.toml``); what is entered keeps the CO2 of the factor that
was in force on its day. A month without a reading is missing, never nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .dated_numbers import number
from .tables import read
from .verdict import Objection

OWN = "own procedure"
TEMPERATURES = "GBF 2007/42"
GRAM = Decimal("0.001")  # kg


class Meter(StrEnum):
    """What is read every month."""

    ELECTRICITY = "electricity"  # kWh
    WATER = "water"  # m3
    GAS = "gas"  # m3


class Season(StrEnum):
    COOLING = "cooling"
    HEATING = "heating"


class Mode(StrEnum):
    """How somebody travels."""

    METRO = "metro"
    TRAIN = "train"
    BUS = "bus"
    PLANE = "plane"
    CAR = "car"
    BICYCLE = "bicycle"  # or on foot


PUBLIC = (Mode.METRO, Mode.TRAIN, Mode.BUS)


class Topic(StrEnum):
    """What clients were made aware of during an audit."""

    ENERGY_WEEK = "energy_week"  # 全国节能宣传周, 低碳日
    SOCIAL_RESPONSIBILITY = "social_responsibility"


@dataclass(frozen=True)
class Factor:
    """Kilograms of CO2 for a unit of something, in force from a day on."""

    of: str
    kg: Decimal
    valid_from: date
    confidence: str
    source: str
    source_zh: str


FACTORS = tuple(Factor(**{**row, "kg": Decimal(row["kg"])}) for row in read("emission_factors")["factor"])

IN_FUTURE = Objection("footprint.in-future", OWN)
NEGATIVE = Objection("footprint.negative", OWN)
MONTH_NOT_OVER = Objection("footprint.month-not-over", OWN)
READ_ALREADY = Objection("footprint.read-already", OWN)
COUNTED_ALREADY = Objection("footprint.counted-already", OWN)
REASON_MISSING = Objection("footprint.reason-missing", OWN)
MONTHS_MISSING = Objection("footprint.months-missing", OWN)
TOO_COLD = Objection("footprint.too-cold", TEMPERATURES)
TOO_WARM = Objection("footprint.too-warm", TEMPERATURES)
NO_DISTANCE = Objection("footprint.no-distance", OWN)
MODE_KNOWN = Objection("footprint.mode-known", OWN)
NOT_ON_TEAM = Objection("footprint.not-on-team", OWN)
SHARE_OUT_OF_RANGE = Objection("footprint.share-out-of-range", "IAF MD 4:2023")
RISK_UNASSESSED = Objection("footprint.risk-unassessed", "IAF MD 4:2023")
REMOTE_ALREADY = Objection("footprint.remote-already", OWN)
NOT_HELD = Objection("footprint.not-held", OWN)
SIGNATURE_MISSING = Objection("footprint.signature-missing", OWN)
AWARE_ALREADY = Objection("footprint.aware-already", OWN)


def factor_on(of: str, day: date) -> Factor | None:
    """The factor in force on a day; None where there is none to be had."""
    known = [one for one in FACTORS if one.of == of and one.valid_from <= day]
    return max(known, key=lambda one: one.valid_from, default=None)


def emitted(of: str, amount: Decimal, day: date) -> Decimal | None:
    """Kilograms of CO2 of so much of something on a day, to a gram; None where there is no factor."""
    factor = factor_on(of, day)
    return (amount * factor.kg).quantize(GRAM) if factor else None


def months_of(first: date, last: date) -> list[date]:
    """The first days of the months from a day to a day."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def missing_months(read_for: Collection[date], first: date, last: date) -> list[Objection]:
    """What keeps a figure of energy from being printed: the months without a reading."""
    missing = [month for month in months_of(first, last) if month not in read_for]
    told = "、".join(f"{month:%Y-%m}" for month in missing)
    return [MONTHS_MISSING.because(months=told)] if missing else []


def month_over(month: date, on: date) -> bool:
    return (month.year, month.month) < (on.year, on.month)


def objections_to_reading(amount: Decimal, month: date, on: date, *, known: bool) -> list[Objection]:
    """May a meter be entered for a month? Once, after it is over; nothing used is a reading too."""
    found = [] if amount.is_finite() and amount >= 0 else [NEGATIVE]
    found += [] if month_over(month, on) else [MONTH_NOT_OVER]
    return found + ([READ_ALREADY.because(month=f"{month:%Y-%m}")] if known else [])


def objections_to_correcting(amount: Decimal, reason: str) -> list[Objection]:
    found = [] if amount.is_finite() and amount >= 0 else [NEGATIVE]
    return found + ([] if reason.strip() else [REASON_MISSING])


def objections_to_temperature(season: Season, degrees: Decimal) -> list[Objection]:
    """Is a room kept as the rule has it? Cooled to no less than 26 degrees, heated to no more than 20."""
    if season is Season.COOLING:
        least = number("cooling_least")
        return [TOO_COLD.because(degrees=degrees, least=least)] if degrees < least else []
    most = number("heating_most")
    return [TOO_WARM.because(degrees=degrees, most=most)] if degrees > most else []


def objections_to_day(day: date, on: date) -> list[Objection]:
    """May something be entered as of this day?"""
    return [IN_FUTURE] if day > on else []


def objections_to_prints(month: date, on: date, *, known: bool) -> list[Objection]:
    """May a month's sheets be entered? Once, after it is over."""
    found = [] if month_over(month, on) else [MONTH_NOT_OVER]
    return found + ([COUNTED_ALREADY.because(month=f"{month:%Y-%m}")] if known else [])


def objections_to_trip(km: Decimal, travelled: date, on: date, *, on_team: bool) -> list[Objection]:
    """May a trip be entered for a visit? Of one of its team; without its mode it waits to be completed."""
    found = [] if km.is_finite() and km > 0 else [NO_DISTANCE]
    return found + objections_to_day(travelled, on) + ([] if on_team else [NOT_ON_TEAM])


def objections_to_remote(
    share: int, risk: str, saved_km: Decimal, *, held: bool, known: bool
) -> list[Objection]:
    """May a visit be entered as held from afar, in whole or in part? With the assessment of the risks of doing so."""
    found = [] if held else [NOT_HELD]
    found += [REMOTE_ALREADY] if known else []
    found += [] if 0 < share <= 100 else [SHARE_OUT_OF_RANGE]
    found += [] if risk.strip() else [RISK_UNASSESSED]
    return found + ([] if saved_km.is_finite() and saved_km >= 0 else [NEGATIVE])


def objections_to_awareness(signed_by: str, *, begun: bool, known: bool) -> list[Objection]:
    """May it be entered that a client was made aware? At a visit, signed by somebody of the client, once a topic."""
    found = [] if begun else [NOT_HELD]
    found += [AWARE_ALREADY] if known else []
    return found + ([] if signed_by.strip() else [SIGNATURE_MISSING])
