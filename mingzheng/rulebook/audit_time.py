"""How many auditor-days an audit takes: IAF MD 5 (CNAS-CC105) for one standard, IAF MD 11 for several together.

An auditor-day is 8 hours. Rounding to half days comes first and the caps and floors after it, so that no rounding
ever takes more than a rule allows. The bands are taken as steps, as everybody does; MD 5 calls them a continuum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from mingzheng.rulebook.audit_time_table import Band, Complexity, base_days, objections_to_looking_up
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.effective_personnel import PersonnelGroup, PersonnelKind, effective_personnel
from mingzheng.rulebook.half_days import HALF, ROUNDING_CLAUSE, half_day_not_below, nearest_half_day, plain
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Derivation, Objection, Step, refuse_if

__all__ = [
    "AuditKind",
    "AuditTime",
    "Band",
    "Complexity",
    "Factor",
    "PersonnelGroup",
    "PersonnelKind",
    "Standard",
    "audit_time",
    "effective_personnel",
    "integrated_time",
]

FACTORS_CLAUSE = "IAF MD 5:2019 3"
CAP_CLAUSE = "IAF MD 5:2019 3.9"
ON_SITE_CLAUSE = "IAF MD 5:2019 2.1.2"
STAGES_CLAUSE = "ISO/IEC 17021-1:2015 9.3.1"
INTEGRATION_CLAUSE = "IAF MD 11:2019"

GREATEST_REDUCTION_PERCENT = number("reduction_cap")  # IAF MD 5:2019 3.9
ON_SITE_SHARE = Fraction(number("on_site_share"), 100)  # IAF MD 5:2019 2.1.2
GREATEST_INTEGRATION_PERCENT = number("integration_cap")  # IAF MD 11:2019
SHORTESTLATER_AUDIT = Decimal(1)  # IAF MD 5:2019 5 and 6: less than a day is unlikely
PLAUSIBLE_PERCENT = (-100, 1000)  # no rule: what lies outside is a slip of the pen
STAGE_ONE_PERCENT = Decimal(number("stage_one_share"))  # no rule: the body's, unless it hands in another

REASON_MISSING = Objection("audit-time.reason-missing", FACTORS_CLAUSE)
PERCENT_OUT_OF_RANGE = Objection("audit-time.percent-out-of-range", FACTORS_CLAUSE)
STAGE_ONE_OUT_OF_RANGE = Objection("audit-time.stage-one-out-of-range", STAGES_CLAUSE)
NOTHING_TO_INTEGRATE = Objection("audit-time.nothing-to-integrate", INTEGRATION_CLAUSE)
DAYS_NOT_POSITIVE = Objection("audit-time.days-not-positive", INTEGRATION_CLAUSE)
REDUCTION_OUT_OF_RANGE = Objection("audit-time.reduction-out-of-range", INTEGRATION_CLAUSE)


class AuditKind(StrEnum):
    """Which audit of the cycle the time is for."""

    INITIAL = "initial"  # 初次认证审核: stage 1 + stage 2
    SURVEILLANCE = "surveillance"  # 监督审核, one year's
    RECERTIFICATION = "recertification"  # 再认证审核


@dataclass(frozen=True)
class Later:
    share: Fraction
    clause: str
    confidence: str


LATER = {
    AuditKind.SURVEILLANCE: Later(Fraction(1, 3), "IAF MD 5:2019 5", "S"),
    AuditKind.RECERTIFICATION: Later(Fraction(2, 3), "IAF MD 5:2019 6", "M"),
}
_CHINESE_RULE = {
    Standard.QMS: "CNCA-QMS-01:2025",
    Standard.EMS: "CNCA-EMS-01:2026",
    Standard.OHSMS: "CNCA-OHSMS-01:2026",
}


@dataclass(frozen=True)
class Factor:
    """A reason to take more time than the table says or less, and the percent of the table value it is worth."""

    reason: str
    percent: Decimal | int


@dataclass(frozen=True)
class AuditTime:
    """Auditor-days of one audit. `table_days` is always the base of an initial audit; only that has stages."""

    table_days: Decimal
    days: Decimal
    stage1_days: Decimal
    stage2_days: Decimal
    on_site_at_least: Decimal


def audit_time(
    standard: Standard,
    personnel: int,
    complexity: Complexity | None,
    kind: AuditKind,
    factors: Sequence[Factor] = (),
    *,
    progression: Sequence[Band] = (),
    stage_one_percent: Decimal | int = STAGE_ONE_PERCENT,
    not_less_than: bool = True,
) -> Derivation[AuditTime]:
    """The auditor-days for `personnel` effective people, with every step.

    A QMS has no risk columns: its `complexity` (or None) is only noted. Above the last band `progression` is the
    body's own table. `not_less_than` holds the Chinese rule that 1/3 and 2/3 of the initial time are floors; without
    it they are "about", as IAF says, and rounded to the nearest half day.
    """
    refuse_if(
        [
            *objections_to_looking_up(standard, personnel, complexity, progression),
            *_objections_to_factors(factors),
            *_objections_to_stage_one(stage_one_percent),
        ]
    )
    table = base_days(standard, personnel, complexity, progression)
    initial = _initial_days(table.value, tuple(factors))
    steps = [*table.steps, *initial.steps]
    days, stage1 = initial.value, Decimal(0)
    if kind == AuditKind.INITIAL:
        stage1 = _stage_one(days, stage_one_percent)
        steps += _stage_steps(stage1, days - stage1, stage_one_percent)
    else:
        later = _later_days(days, LATER[kind], kind, _CHINESE_RULE[standard] if not_less_than else "")
        days, steps = later.value, [*steps, *later.steps]
    on_site = half_day_not_below(ON_SITE_SHARE * Fraction(days))
    steps.append(Step("audit-time.on-site", plain(on_site), ON_SITE_CLAUSE))
    stage2 = days - stage1 if kind == AuditKind.INITIAL else Decimal(0)
    return Derivation(AuditTime(table.value, days, stage1, stage2, on_site), tuple(steps))


def integrated_time(
    days: Sequence[Decimal], reduction_percent: Decimal | int, reason: str = ""
) -> Derivation[Decimal]:
    """The auditor-days of one audit to several standards: their sum, less at most 20 % for integration.

    `days` are the results for each standard after MD 5. The percent comes from the body's own table of integration
    and ability; `reason` is what the table was entered with. More than 20 % counts as 20 %.
    """
    refuse_if(_objections_to_integrating(days, reduction_percent))
    total = sum(days, Decimal(0))
    percent = min(Fraction(reduction_percent), Fraction(GREATEST_INTEGRATION_PERCENT))
    exact = Fraction(total) * (1 - percent / 100)
    floor = half_day_not_below(Fraction(total) * (1 - Fraction(GREATEST_INTEGRATION_PERCENT, 100)))
    result = max(nearest_half_day(exact), floor)
    steps = [
        Step("audit-time.system-days", plain(d), "IAF MD 5:2019", "S", {"number": n})
        for n, d in enumerate(days, 1)
    ]
    steps.append(Step("audit-time.sum", plain(total), INTEGRATION_CLAUSE))
    given = f"-{plain(Decimal(reduction_percent))} %"
    steps.append(
        Step("audit-time.integration-because", given, INTEGRATION_CLAUSE, "body", {"reason": reason})
        if reason.strip()
        else Step("audit-time.integration", given, INTEGRATION_CLAUSE, "body")
    )
    if percent < reduction_percent:
        steps.append(
            Step("audit-time.integration-capped", f"-{GREATEST_INTEGRATION_PERCENT} %", INTEGRATION_CLAUSE)
        )
    steps += _rounding_steps(exact, floor, INTEGRATION_CLAUSE, INTEGRATION_CLAUSE)
    return Derivation(result, tuple(steps))


@lru_cache(maxsize=4096)
def _initial_days(table_days: Decimal, factors: tuple[Factor, ...]) -> Derivation[Decimal]:
    """What an initial audit would take today: the table value changed by the factors, at most 30 % down."""
    wanted = sum((Fraction(factor.percent) for factor in factors), Fraction(0))
    percent = max(wanted, Fraction(-GREATEST_REDUCTION_PERCENT))
    exact = Fraction(table_days) * (1 + percent / 100)
    floor = half_day_not_below(Fraction(table_days) * (1 - Fraction(GREATEST_REDUCTION_PERCENT, 100)))
    steps = [
        Step(
            "audit-time.factor",
            f"{plain(Decimal(f.percent))} %",
            FACTORS_CLAUSE,
            "body",
            {"reason": f.reason},
        )
        for f in factors
    ]
    steps.append(Step("audit-time.factors-sum", f"{plain(wanted)} %", FACTORS_CLAUSE))
    if percent != wanted:
        steps.append(Step("audit-time.reduction-capped", f"-{GREATEST_REDUCTION_PERCENT} %", CAP_CLAUSE))
    steps += _rounding_steps(exact, floor, FACTORS_CLAUSE, CAP_CLAUSE)
    return Derivation(max(nearest_half_day(exact), floor), tuple(steps))


def _rounding_steps(exact: Fraction, floor: Decimal, clause: str, floor_clause: str) -> Iterable[Step]:
    rounded = nearest_half_day(exact)
    yield Step("audit-time.exact", plain(exact), clause)
    yield Step("audit-time.rounded", plain(rounded), ROUNDING_CLAUSE, "M")
    if rounded < floor:
        yield Step("audit-time.raised-to-cap", plain(floor), floor_clause)


@lru_cache(maxsize=4096)
def _later_days(initial: Decimal, later: Later, kind: AuditKind, floor_clause: str) -> Derivation[Decimal]:
    """Surveillance or recertification: its share of the initial time needed today, at least one day."""
    exact = Fraction(initial) * later.share
    steps = [Step(f"audit-time.share.{kind}", plain(exact), later.clause, later.confidence)]
    if floor_clause:
        days = half_day_not_below(exact)
        # Seen only in a public excerpt that does not name the edition, hence medium.
        steps.append(Step("audit-time.rounded-up", plain(days), floor_clause, "m"))
    else:
        days = nearest_half_day(exact)
        steps.append(Step("audit-time.rounded", plain(days), ROUNDING_CLAUSE, "M"))
    if days < SHORTESTLATER_AUDIT:
        days = SHORTESTLATER_AUDIT
        steps.append(Step("audit-time.at-least-a-day", plain(days), later.clause, "m"))
    return Derivation(days, tuple(steps))


@lru_cache(maxsize=4096)
def _stage_one(days: Decimal, percent: Decimal | int) -> Decimal:
    share = nearest_half_day(Fraction(days) * Fraction(percent) / 100)
    return min(max(share, HALF), days - HALF)


def _stage_steps(stage1: Decimal, stage2: Decimal, percent: Decimal | int) -> list[Step]:
    share: dict[str, object] = {"percent": plain(Decimal(percent))}
    return [
        Step("audit-time.stage-one", plain(stage1), STAGES_CLAUSE, "body", share),
        Step("audit-time.stage-two", plain(stage2), STAGES_CLAUSE, "body"),
    ]


def _objections_to_factors(factors: Sequence[Factor]) -> Iterable[Objection]:
    for place, factor in enumerate(factors):
        if not factor.reason.strip():
            yield REASON_MISSING.because(field=f"factors[{place}].reason")
        if not _lies_within(factor.percent, *PLAUSIBLE_PERCENT):
            yield PERCENT_OUT_OF_RANGE.because(field=f"factors[{place}].percent", value=factor.percent)


def _objections_to_stage_one(percent: Decimal | int) -> list[Objection]:
    if _lies_within(percent, 0, 100):
        return []
    return [STAGE_ONE_OUT_OF_RANGE.because(field="stage_one_percent", value=percent)]


def _objections_to_integrating(days: Sequence[Decimal], percent: Decimal | int) -> Iterable[Objection]:
    if len(days) < 2:
        yield NOTHING_TO_INTEGRATE.because(field="days")
    for place, one in enumerate(days):
        if not Decimal(one).is_finite() or one <= 0:
            yield DAYS_NOT_POSITIVE.because(field=f"days[{place}]", value=one)
    if not _lies_within(percent, 0, 100):
        yield REDUCTION_OUT_OF_RANGE.because(field="reduction_percent", value=percent)


def _lies_within(number: Decimal | int, least: int, most: int) -> bool:
    return Decimal(number).is_finite() and least <= number <= most
