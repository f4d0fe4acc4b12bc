"""Registration of auditors with CCAA: from trainee to auditor, and registering again.

Public sources differ on several numbers, so all of them are parameters (``tables/parameters.toml``, confidence m).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import NUMBERS, number
from .verdict import Objection

CLAUSE = "CCAA-101"


class Education(StrEnum):
    """The highest degree."""

    COLLEGE = "college"  # 大专
    BACHELOR = "bachelor"  # 本科及以上


@dataclass(frozen=True)
class Trainee:
    """What an auditor in training can show."""

    education: Education
    work_years: int
    field_years: int
    audit_days: Decimal
    on_site_days: Decimal


@dataclass(frozen=True)
class Registered:
    """What a registered auditor has done since his last registration, which ends on `valid_until`."""

    valid_until: date
    cpd_hours: Decimal
    cpd_field_hours: Decimal
    audit_days: Decimal


def objections_to_promotion(trainee: Trainee) -> list[Objection]:
    """What is missing before a trainee may be registered as auditor."""
    wanted = {
        "work_years": (Decimal(trainee.work_years), f"ccaa_work_years_{trainee.education}"),
        "field_years": (Decimal(trainee.field_years), f"ccaa_field_years_{trainee.education}"),
        "audit_days": (trainee.audit_days, "ccaa_trainee_days"),
        "on_site_days": (trainee.on_site_days, "ccaa_trainee_on_site_days"),
    }
    return _short_of(wanted)


def apply_by(valid_until: date) -> date:
    """The last day to apply for registering again."""
    return add_months(valid_until, -number("ccaa_apply_before"))


def objections_to_registering_again(auditor: Registered, on: date) -> list[Objection]:
    """What is missing before an auditor may be registered again."""
    wanted = {
        "cpd_hours": (auditor.cpd_hours, "ccaa_cpd_hours"),
        "cpd_field_hours": (auditor.cpd_field_hours, "ccaa_cpd_field_hours"),
        "audit_days": (auditor.audit_days, "ccaa_audit_days"),
    }
    late = []
    if on > apply_by(auditor.valid_until):
        told = {"field": "valid_until", "by": apply_by(auditor.valid_until)}
        late.append(Objection("registration.apply-earlier", CLAUSE, told))
    return _short_of(wanted) + late


def _short_of(wanted: dict[str, tuple[Decimal, str]]) -> list[Objection]:
    return [
        Objection(f"registration.too-little.{name}", NUMBERS[key].clause, {"field": name, "had": had, "needed": number(key)})
        for name, (had, key) in wanted.items()
        if had < number(key)
    ]  # fmt: skip
