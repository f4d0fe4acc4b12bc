"""What the body works under: laws with the yearly evaluation of compliance, and the standards of its system by level.

The branches of the system are those of a service organisation's standard system (GB/T 24421.2); their names are short
titles of our own, confidence m.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"


class LawKind(StrEnum):
    """Who made it, from the highest down."""

    LAW = "law"  # 法律
    REGULATION = "regulation"  # 行政法规
    RULE = "rule"  # 部门规章
    NOTICE = "notice"  # 规范性文件: notices and announcements of authorities
    LOCAL = "local"  # 地方性法规、规章
    SCHEME = "scheme"  # 认可规范: what the accreditation and the registration body ask


class Compliance(StrEnum):
    """What an evaluation found."""

    MET = "met"
    NOT_MET = "not_met"


class Level(StrEnum):
    """Whose standard it is. The first three are what the yearly report calls national, industry and local standards."""

    NATIONAL = "national"  # GB
    INDUSTRY = "industry"  # 行业标准
    LOCAL = "local"  # DB
    ASSOCIATION = "association"  # 团体标准
    INTERNATIONAL = "international"  # ISO, IEC, IAF


class Branch(StrEnum):
    """服务标准体系: where a standard stands; the part before the dot is the sub-system."""

    GENERAL_GUIDES = "general.guides"  # 通用基础: 标准化导则
    GENERAL_TERMS = "general.terms"
    GENERAL_SYMBOLS = "general.symbols"
    GENERAL_NUMBERS = "general.numbers"  # 数值与数据、量和单位
    SUPPORT_ENVIRONMENT = "support.environment"  # 保障: 环境和能源
    SUPPORT_SAFETY = "support.safety"  # 安全与应急、职业健康
    SUPPORT_INFORMATION = "support.information"
    SUPPORT_FINANCE = "support.finance"
    SUPPORT_EQUIPMENT = "support.equipment"
    SUPPORT_PEOPLE = "support.people"
    SUPPORT_CONTRACTS = "support.contracts"
    SERVICE_SPECIFICATION = "service.specification"  # 提供: 服务规范
    SERVICE_PROVISION = "service.provision"
    SERVICE_OPERATION = "service.operation"
    SERVICE_CONTROL = "service.control"
    SERVICE_IMPROVEMENT = "service.improvement"

    @property
    def system(self) -> str:
        return self.value.partition(".")[0]


SYSTEMS = tuple(dict.fromkeys(branch.system for branch in Branch))
REPORTED = (Level.NATIONAL, Level.INDUSTRY, Level.LOCAL)

NAME_MISSING = Objection("law.name-missing", OWN)
KNOWN_ALREADY = Objection("law.known-already", OWN)
NOTHING_APPLIES = Objection("law.nothing-applies", OWN)
IN_FORCE_BEFORE_ISSUED = Objection("law.in-force-before-issued", OWN)
REPEALED_ALREADY = Objection("law.repealed-already", OWN)
REPEALED_EARLY = Objection("law.repealed-early", OWN)
NONE_TO_EVALUATE = Objection("law.none-to-evaluate", OWN)
NOT_IN_FORCE = Objection("law.not-in-force", OWN)
FINDINGS_MISSING = Objection("law.findings-missing", OWN)
CODE_MISSING = Objection("norm.code-missing", OWN)
CODE_KNOWN = Objection("norm.code-known", OWN)
WITHDRAWN_ALREADY = Objection("norm.withdrawn-already", OWN)
WITHDRAWN_EARLY = Objection("norm.withdrawn-early", OWN)
REPLACES_ITSELF = Objection("norm.replaces-itself", OWN)
CRITERION_WITHDRAWN = Objection("norm.criterion-withdrawn", f"{ISO} 9.1.3")


@dataclass(frozen=True, slots=True)
class LawEntry:
    """One law as a register tells it. `document` is the number it was issued under; `repealed_on` its first day no more."""

    name: str
    document: str
    kind: LawKind
    issuer: str
    in_force_from: date
    applies_to: str
    issued_on: date | None = None
    repealed_on: date | None = None
    department: str = ""


@dataclass(frozen=True, slots=True)
class NormEntry:
    """One standard as a register tells it: ``GB/T 19001-2016``. `withdrawn_on` is its first day no more."""

    code: str
    level: Level
    branch: Branch
    title_zh: str
    in_force_from: date
    title_en: str = ""
    withdrawn_on: date | None = None
    replaced_by: str = ""


def objections_to_law(entry: LawEntry, *, known: bool) -> list[Objection]:
    """May this law be entered? Once, with what of the body's work it bears on. `field` names what is wrong."""
    found = [KNOWN_ALREADY.because(field="name", name=entry.name)] if known else []
    found += [] if entry.name.strip() else [NAME_MISSING.because(field="name")]
    found += [] if entry.applies_to.strip() else [NOTHING_APPLIES.because(field="applies_to")]
    if entry.issued_on and entry.in_force_from < entry.issued_on:
        found.append(IN_FORCE_BEFORE_ISSUED.because(field="in_force_from"))
    if entry.repealed_on and entry.repealed_on <= entry.in_force_from:
        found.append(REPEALED_EARLY.because(field="repealed_on"))
    return found


def objections_to_repeal(in_force_from: date, repealed: date | None, repeals: date) -> list[Objection]:
    """May it be entered that a law is in force no more from a day on?"""
    if repealed:
        return [REPEALED_ALREADY]
    return [REPEALED_EARLY] if repeals <= in_force_from else []


def objections_to_evaluation(laws: int, in_force: int, found: Compliance, findings: str) -> list[Objection]:
    """May compliance with these laws be evaluated so? `in_force` of them are in force; what is not met is said."""
    against = [] if laws else [NONE_TO_EVALUATE]
    against += [] if in_force == laws else [NOT_IN_FORCE]
    return against + ([] if found is Compliance.MET or findings.strip() else [FINDINGS_MISSING])


def evaluation_due(last: date) -> date:
    """By when compliance with a law is evaluated again."""
    return add_months(last, number("law_evaluation_every"))


def evaluated_since(on: date) -> date:
    """Laws last looked at before this day are due for evaluation."""
    return add_months(on, -number("law_evaluation_every"))


def objections_to_norm(entry: NormEntry, *, known: bool) -> list[Objection]:
    """May this standard be entered? One edition is one entry. `field` names what is wrong."""
    found = [CODE_KNOWN.because(field="code", code=entry.code)] if known else []
    found += [] if entry.code.strip() and entry.title_zh.strip() else [CODE_MISSING.because(field="code")]
    if entry.withdrawn_on and entry.withdrawn_on <= entry.in_force_from:
        found.append(WITHDRAWN_EARLY.because(field="withdrawn_on"))
    return found


def objections_to_withdrawal(
    code: str, in_force_from: date, withdrawn: date | None, withdraws: date, replaced_by: str
) -> list[Objection]:
    """May it be entered that a standard is in force no more from a day on?"""
    if withdrawn:
        return [WITHDRAWN_ALREADY]
    found = [WITHDRAWN_EARLY] if withdraws <= in_force_from else []
    return found + ([REPLACES_ITSELF] if replaced_by.strip() == code else [])


def withdrawn_criteria(criteria: Collection[str], withdrawn: Collection[tuple[str, str]]) -> list[Objection]:
    """Which criteria of an audit are withdrawn: a warning. `withdrawn`: (code, code of what replaces it)."""
    known = dict(withdrawn)
    return [
        CRITERION_WITHDRAWN.because(code=code, by=known[code] or "--") for code in criteria if code in known
    ]


def share(part: int, whole: int) -> int | None:
    """Per cent, rounded half up: 121 of 199 are 61 %. None of nothing."""
    if not whole:
        return None
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP))
