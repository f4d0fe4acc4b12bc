"""Rules to ask: organisations with several sites."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from mingzheng.rulebook.audit_time import AuditKind, Factor
from mingzheng.rulebook.sampling import NO_SITES, Stratum, draw_sites, sample_of_sites, site_time
from mingzheng.rulebook.verdict import Step, refuse_if

from .auditor_days import AdjustedBy, Days
from .rule import Answer, Case, rule
from .schema import Between

SUBJECT = "sites"


@dataclass(frozen=True)
class StratumAsked:
    name: str
    sites: Annotated[int, Between(1)]


@dataclass(frozen=True)
class SampleAsked:
    sites: Annotated[int, Between(0)] = 0
    kind: AuditKind = AuditKind.INITIAL
    effective_system: bool = False
    sampling_allowed: bool = True
    strata: tuple[StratumAsked, ...] = ()


@dataclass(frozen=True)
class StratumFound:
    name: str
    sites: int
    random_at_least: int


@dataclass(frozen=True)
class SampleFound:
    sites: int
    random_at_least: int
    central_function: bool
    strata: tuple[StratumFound, ...]


@rule(
    "multi-site-sample",
    "IAF MD 1:2018 6.1.3",
    subject=SUBJECT,
    example={"sites": 30, "kind": "initial", "effective_system": True, "sampling_allowed": True},
)
def ask_multi_site_sample(given: SampleAsked, case: Case) -> Answer[SampleFound]:
    """`sites` without the central function; or `strata`, each sampled for itself."""
    if not given.sites and not given.strata:
        refuse_if([NO_SITES.because(field="sites")])
    strata = [Stratum(one.name, one.sites) for one in given.strata] or [Stratum("", given.sites)]
    derived = sample_of_sites(
        strata,
        given.kind,
        effective_system=given.effective_system,
        sampling_allowed=given.sampling_allowed,
    )
    sample = derived.value
    parts = tuple(StratumFound(one.name, one.sites, one.random_at_least) for one in sample.strata)
    found = SampleFound(sample.sites, sample.random_at_least, sample.central_function, parts)
    return Answer(found, derived.steps)


@dataclass(frozen=True)
class DrawAsked:
    names: tuple[str, ...]
    count: Annotated[int, Between(0)]
    seed: str
    visited: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawn:
    drawn: tuple[str, ...]
    seed: str


@rule(
    "multi-site-draw",
    "IAF MD 1:2018 6.1.2",
    subject=SUBJECT,
    example={"names": ["北门店", "东门店", "南门店", "西门店"], "count": 1, "seed": "2026-1"},
)
def ask_multi_site_draw(given: DrawAsked, case: Case) -> Answer[Drawn]:
    """The same seed always draws the same sites, so the draw can be kept and repeated."""
    drawn = tuple(draw_sites(given.names, given.count, given.seed, visited=given.visited))
    step = Step("sampling.drawn", "; ".join(drawn), "IAF MD 1:2018 6.1.2", "body", {"seed": given.seed})
    return Answer(Drawn(drawn, given.seed), (step,))


@dataclass(frozen=True)
class SiteTimeAsked:
    table_days: Decimal
    reductions: tuple[AdjustedBy, ...] = ()


@rule(
    "site-time",
    "IAF MD 1:2018 7.3",
    subject=SUBJECT,
    example={
        "table_days": 6,
        "reductions": [{"reason": "风险低", "percent": -30}, {"reason": "中心职能承担过程", "percent": -25}],
    },
)
def ask_site_time(given: SiteTimeAsked, case: Case) -> Answer[Days]:
    derived = site_time(given.table_days, [Factor(one.reason, one.percent) for one in given.reductions])
    return Answer(Days(derived.value), derived.steps)
