"""Which sites of an organisation are visited, and for how long: IAF MD 1.

All in whole numbers: a sample is the least n with n² ≥ share² · sites, so that an exact square never becomes one more
by a rounding of the machine. The central function is audited every time and is not one of the sites.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from .audit_time import AuditKind, Factor
from .dated_numbers import number
from .half_days import ROUNDING_CLAUSE, half_day_not_below, nearest_half_day, plain
from .verdict import Derivation, Objection, Step, refuse_if

SAMPLE_CLAUSE = "IAF MD 1:2018 6.1.3"
RANDOM_CLAUSE = "IAF MD 1:2018 6.1.2"
NOT_SAMPLED_CLAUSE = "IAF MD 1:2018 6.2.1"
CENTRAL_CLAUSE = "IAF MD 1:2018 6.1.3"
ELIGIBLE_CLAUSE = "IAF MD 1:2018 6.1.1"
TIME_CLAUSE = "IAF MD 1:2018 7.3"

TENTHS = {
    AuditKind.INITIAL: 10,
    AuditKind.SURVEILLANCE: 6,
    AuditKind.RECERTIFICATION: 10,
}  # of the root, MD 1 6.1.3
TENTHS_IF_EFFECTIVE = 8  # recertification of a system that proved effective, MD 1 6.1.3

NO_SITES = Objection("sampling.no-sites", SAMPLE_CLAUSE)
SITE_TWICE = Objection("sampling.site-twice", RANDOM_CLAUSE)
TOO_MANY_DRAWN = Objection("sampling.too-many-drawn", RANDOM_CLAUSE)
NO_REASON = Objection("sampling.no-reason", TIME_CLAUSE)
DAYS_NOT_POSITIVE = Objection("sampling.days-not-positive", TIME_CLAUSE)


@dataclass(frozen=True)
class Stratum:
    """Sites alike in kind or level, sampled for themselves."""

    name: str
    sites: int


@dataclass(frozen=True)
class StratumSample:
    """How many sites of a stratum are visited, how many of them drawn at random."""

    name: str
    sites: int
    random_at_least: int


@dataclass(frozen=True)
class SiteSample:
    """How many sites are visited in all, besides the central function."""

    sites: int
    random_at_least: int
    central_function: bool
    strata: tuple[StratumSample, ...]


def sample_of_sites(
    strata: Sequence[Stratum],
    kind: AuditKind,
    *,
    effective_system: bool = False,
    sampling_allowed: bool = True,
) -> Derivation[SiteSample]:
    """How many sites an audit of this kind visits; each stratum counts for itself.

    `effective_system`: the system proved effective over the cycle, which lessens a recertification's sample.
    Where sampling is not allowed all sites are visited, at surveillance 30 % of them every calendar year.
    """
    refuse_if(NO_SITES.because(field=f"strata[{n}].sites") for n, s in enumerate(strata) if s.sites < 1)
    refuse_if([] if strata else [NO_SITES.because(field="strata")])
    drawn = [_stratum(one, kind, effective_system, sampling_allowed) for one in strata]
    samples = tuple(one.value for one in drawn)
    total = SiteSample(sum(s.sites for s in samples), sum(s.random_at_least for s in samples), True, samples)
    steps = [step for one in drawn for step in one.steps]
    if sum(one.sites for one in strata) == 1:
        steps.append(Step("sampling.nothing-to-sample", "1", ELIGIBLE_CLAUSE))
    steps.append(Step("sampling.total", str(total.sites), SAMPLE_CLAUSE))
    steps.append(Step("sampling.central-function", "1", CENTRAL_CLAUSE))
    return Derivation(total, tuple(steps))


def _stratum(one: Stratum, kind: AuditKind, effective: bool, allowed: bool) -> Derivation[StratumSample]:
    first = Step("sampling.stratum", str(one.sites), SAMPLE_CLAUSE, "body", {"name": one.name})
    if not allowed:
        return _unsampled(one, kind, first)
    tenths = TENTHS_IF_EFFECTIVE if kind == AuditKind.RECERTIFICATION and effective else TENTHS[kind]
    sites = least_root(tenths, one.sites)
    random = -(-sites * number("random_share") // 100)
    share = plain(Decimal(tenths) / 10)
    steps = (
        first,
        Step("sampling.root", str(sites), SAMPLE_CLAUSE, "S", {"share": share, "sites": one.sites}),
        Step("sampling.random", str(random), RANDOM_CLAUSE, "S", {"percent": number("random_share")}),
    )
    return Derivation(StratumSample(one.name, sites, random), steps)


def _unsampled(one: Stratum, kind: AuditKind, first: Step) -> Derivation[StratumSample]:
    if kind != AuditKind.SURVEILLANCE:
        step = Step("sampling.all-sites", str(one.sites), NOT_SAMPLED_CLAUSE)
        return Derivation(StratumSample(one.name, one.sites, 0), (first, step))
    percent = number("nonsampled_multisite_surv")
    sites = -(-one.sites * percent // 100)
    step = Step("sampling.share-a-year", str(sites), NOT_SAMPLED_CLAUSE, "S", {"percent": percent})
    return Derivation(StratumSample(one.name, sites, 0), (first, step))


def least_root(tenths: int, sites: int) -> int:
    """The least whole n that is not less than tenths/10 · √sites."""
    squared = tenths * tenths * sites
    n = isqrt(squared // 100)
    return n if 100 * n * n >= squared else n + 1


def draw_sites(names: Sequence[str], count: int, seed: str, *, visited: Collection[str] = ()) -> list[str]:
    """`count` of the sites, drawn so that anybody can draw them again: smallest SHA-256 of ``seed/name`` first.

    Sites visited earlier in the cycle come last.
    """
    twice = sorted({name for name in names if names.count(name) > 1})
    refuse_if(SITE_TWICE.because(field="names", name=name) for name in twice)
    if count > len(names):
        refuse_if([TOO_MANY_DRAWN.because(field="count", count=count, sites=len(names))])
    return sorted(names, key=lambda name: (name in visited, _lot(seed, name)))[:count]


def _lot(seed: str, name: str) -> str:
    return hashlib.sha256(f"{seed}/{name}".encode()).hexdigest()


def site_time(table_days: Decimal, reductions: Sequence[Factor]) -> Derivation[Decimal]:
    """Auditor-days at one sampled site: the table value less at most 50 %, all reasons together (MD 1 7.3)."""
    if table_days <= 0:
        refuse_if([DAYS_NOT_POSITIVE.because(field="table_days")])
    refuse_if(
        NO_REASON.because(field=f"reductions[{n}].reason")
        for n, one in enumerate(reductions)
        if not one.reason.strip()
    )
    wanted = sum((Fraction(one.percent) for one in reductions), Fraction(0))
    cap = -Fraction(number("site_time_cap"))
    exact = Fraction(table_days) * (1 + max(wanted, cap) / 100)
    floor = half_day_not_below(Fraction(table_days) * (1 + cap / 100))
    days = max(nearest_half_day(exact), floor)
    steps = [Step("audit-time.table-days", plain(table_days), "IAF MD 5:2019 Annex A, B, C")]
    for one in reductions:
        told: dict[str, object] = {"reason": one.reason}
        steps.append(Step("audit-time.factor", f"{plain(Decimal(one.percent))} %", TIME_CLAUSE, "body", told))
    if wanted < cap:
        steps.append(Step("audit-time.reduction-capped", f"{plain(cap)} %", TIME_CLAUSE))
    steps.append(Step("audit-time.exact", plain(exact), TIME_CLAUSE))
    steps.append(Step("audit-time.rounded", plain(nearest_half_day(exact)), ROUNDING_CLAUSE, "M"))
    if nearest_half_day(exact) < floor:
        steps.append(Step("audit-time.raised-to-cap", plain(floor), TIME_CLAUSE))
    return Derivation(days, tuple(steps))
