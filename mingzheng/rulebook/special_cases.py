"""Activities for which the environmental table has no number: the time is justified case by case (MD 5 table EMS 2).

They are never silently taken for "high": the body chooses a complexity for the looking up and writes down why.
"""

from enum import StrEnum

from .standards import Standard
from .verdict import Objection, Step

CLAUSE = "IAF MD 5:2019 Annex B"
REASON_MISSING = Objection("special-case.reason-missing", CLAUSE)
ONLY_EMS = Objection("special-case.only-ems", CLAUSE)


class SpecialCase(StrEnum):
    """What makes an organisation a special case for EMS."""

    NUCLEAR = "nuclear"  # 核
    NUCLEAR_POWER = "nuclear-power"  # 核电
    HAZARDOUS_STORAGE = "hazardous-storage"  # 大量危险品储存
    PUBLIC_ADMINISTRATION = "public-administration"  # 公共管理
    LOCAL_AUTHORITY = "local-authority"  # 地方政府
    SENSITIVE_PRODUCTS = "sensitive-products"  # 环境敏感产品、服务
    FINANCIAL_INSTITUTION = "financial-institution"  # 金融机构


def objections_to_special_case(standard: Standard, case: SpecialCase | None, reason: str) -> list[Objection]:
    """May the table be used for this case? Only with the body's reason."""
    if case is None:
        return []
    if standard is not Standard.EMS:
        return [ONLY_EMS.because(field="special_case")]
    return [] if reason.strip() else [REASON_MISSING.because(field="special_reason")]


def special_case_steps(case: SpecialCase | None, reason: str) -> tuple[Step, ...]:
    """What the derivation says of it."""
    if case is None:
        return ()
    return (
        Step(f"special-case.{case}", "", CLAUSE, "M"),
        Step("special-case.justified", reason, CLAUSE, "body"),
    )
