"""Clients in two tiers, for service alone: whom it is kept from, and whether applicants and complainants wait alike.

Clauses: ISO/IEC 17021-1:2015 5.2.1 and 5.2.2 (impartial in every act), 9.5.1 (decisions by the facts of the file), 9.7 and 9.8
(whoever appeals or complains is treated alike). The sizes are those of the statistical classes of industry (2017), by people alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from .dated_numbers import number
from .roles import Role
from .verdict import Objection

IMPARTIAL = "ISO/IEC 17021-1:2015 5.2.2"
REASON_MISSING = Objection("client-tier.reason-missing", "own procedure")
HELD_ALREADY = Objection("client-tier.held-already", "own procedure")
NOT_FOR_DECIDERS = Objection("client-tier.not-for-deciders", IMPARTIAL)
TIED_TO_SERVICE = (Role.MARKET, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR)
KEPT_FROM = (Role.REVIEWER, Role.DECISION_MAKER)
LARGE, MEDIUM, SMALL = 1000, 300, 20  # people: 统计上大中小微型企业划分办法（2017）, industry


class Tier(StrEnum):
    """How a client is served; never how it is audited, reviewed or decided on."""

    PREMIUM = "premium"  # 优质客户: somebody senior goes where the planner can find one
    STANDARD = "standard"  # 一般客户: everybody until set otherwise


class Size(StrEnum):
    """How large a client is."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"
    UNKNOWN = "unknown"


def may_see(held: Collection[Role]) -> bool:
    """Whoever serves clients sees tiers; whoever reviews or decides does not, whatever else he does."""
    return any(role in held for role in TIED_TO_SERVICE) and not any(role in held for role in KEPT_FROM)


def objections_to_tier(held: Tier, asked: Tier, reason: str, *, decides: bool) -> list[Objection]:
    """`decides`: whoever sets it also reviews or decides."""
    return (
        [NOT_FOR_DECIDERS] * decides
        + [HELD_ALREADY] * (held == asked)
        + [REASON_MISSING] * (not reason.strip())
    )


def size_of(employees: int | None) -> Size:
    """The class of so many people."""
    if employees is None:
        return Size.UNKNOWN
    steps = ((LARGE, Size.LARGE), (MEDIUM, Size.MEDIUM), (SMALL, Size.SMALL))
    return next((size for least, size in steps if employees >= least), Size.MICRO)


class Matter(StrEnum):
    """What is handled for a client: from the day it came in to the day it was answered."""

    APPLICATION = "application"  # handed in, until accepted or refused (9.1.2.2)
    CASE = "case"  # a complaint or appeal received, until answered (9.7, 9.8)


@dataclass(frozen=True)
class Handled:
    """One matter that was answered."""

    matter: Matter
    tier: Tier
    size: Size
    days: int


@dataclass(frozen=True)
class Handling:
    """How many of a kind were handled, and the median of their days; none without any."""

    number: int
    days: float | None


def handling(days: Sequence[int]) -> Handling:
    return Handling(len(days), float(median(days)) if days else None)


def apart(of: Mapping[str, Handling]) -> float:
    """By how many days the longest median exceeds the shortest; groups without any do not count."""
    known = [one.days for one in of.values() if one.days is not None]
    return max(known) - min(known) if known else 0.0


def is_unequal(of: Mapping[str, Handling]) -> bool:
    """Do the medians lie further apart than the body allows itself? Then a note says why."""
    return apart(of) > number("handling_apart")


def by_tier(of: Iterable[Handled], matter: Matter) -> dict[str, Handling]:
    """Every tier with its median, for one kind of matter."""
    rows = [one for one in of if one.matter is matter]
    return {tier: handling([one.days for one in rows if one.tier is tier]) for tier in Tier}


def by_size(of: Iterable[Handled], matter: Matter) -> dict[str, Handling]:
    """Every size with its median, for one kind of matter."""
    rows = [one for one in of if one.matter is matter]
    return {size: handling([one.days for one in rows if one.size is size]) for size in Size}
