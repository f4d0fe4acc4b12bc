"""Registration of auditors with CCAA: confirmed every year, from trainee to auditor, and registering again.

Public sources differ on several numbers, so all of them are parameters (``tables/parameters.toml``, confidence m).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import NUMBERS, number
from .verdict import NOT_YOURS, Objection

CLAUSE = "CCAA-101"
NOTHING_TO_CONFIRM = Objection("registration.nothing-to-confirm", CLAUSE)
CONFIRMED_TOO_EARLY = Objection("registration.confirmed-too-early", CLAUSE)
NO_EVIDENCE = Objection("registration.no-evidence", CLAUSE)
NO_PRODUCTS = Objection("registration.no-products", CLAUSE)
GREEN_ALREADY = Objection("registration.green-already", CLAUSE)
NOT_GREEN = Objection("registration.not-green", CLAUSE)
NO_DAYS = Objection("registration.no-days", CLAUSE)
MORE_ON_SITE = Objection("registration.more-on-site", CLAUSE)
ENDS_BEFORE_IT_BEGINS = Objection("person.ends-before-it-begins", CLAUSE)
COUNTED_ALREADY = Objection("registration.counted-already", CLAUSE)
NO_REASON = Objection("registration.no-reason", CLAUSE)
IN_FUTURE = Objection("registration.in-future", CLAUSE)
NO_HOURS = Objection("registration.no-hours", CLAUSE)
OWN_TRAINING = Objection("registration.own-training", CLAUSE)
REVIEWED_ALREADY = Objection("registration.reviewed-already", CLAUSE)
NOT_A_TRAINEE = Objection("registration.not-a-trainee", CLAUSE)
OWN_MENTOR = Objection("registration.own-mentor", CLAUSE)
MENTOR_NOT_REGISTERED = Objection("registration.mentor-not-registered", CLAUSE)


FIELD_SHORT = Objection("registration.field-short", "认证机构管理办法")


class Education(StrEnum):
    """The highest degree."""

    COLLEGE = "college"  # 大专
    BACHELOR = "bachelor"  # 本科及以上


class TrainingKind(StrEnum):
    """How somebody went on learning 继续教育."""

    COURSE = "course"  # 培训课程
    SEMINAR = "seminar"  # 研讨、交流
    TEACHING = "teaching"  # 授课
    WRITING = "writing"  # 标准、教材、论文
    SELF_STUDY = "self_study"  # 自学


@dataclass(frozen=True)
class AuditLog:
    """审核经历: what somebody did on audits, over a time. Days are auditor-days; `led` counts audits led."""

    audit_days: Decimal = Decimal(0)
    on_site_days: Decimal = Decimal(0)
    led: int = 0
    audits: int = 0

    def __add__(self, other: "AuditLog") -> "AuditLog":
        return AuditLog(
            self.audit_days + other.audit_days,
            self.on_site_days + other.on_site_days,
            self.led + other.led,
            self.audits + other.audits,
        )


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
    return short_of(wanted)


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
    return short_of(wanted) + late


def confirm_by(valid_from: date, valid_until: date, on: date) -> date | None:
    """The last day of the yearly confirmation that comes next on a day; None when the registration ends before: it is
    registered again then. One whose day has passed when the registration is entered was somebody else's to make."""
    months, due = number("ccaa_confirmation_months"), valid_from
    years = 0
    while due <= on or not years:
        years += 1
        due = add_months(valid_from, months * years)
    return due if due <= valid_until else None


def confirm_after(due: date, valid_until: date) -> date | None:
    """The last day of the confirmation that follows the one due on a day."""
    after = add_months(due, number("ccaa_confirmation_months"))
    return after if after <= valid_until else None


def objections_to_confirming(due: date, evidence: str, on: date) -> list[Objection]:
    """`due`: the last day of the confirmation that comes next; it can be made in the months CCAA opens before it."""
    early = on < add_months(due, -number("ccaa_apply_before"))
    return [CONFIRMED_TOO_EARLY.because(due=due)] * early + [NO_EVIDENCE] * (not evidence.strip())


def objections_to_marking_green(first_day: date, evidence: str, on: date, *, marked: bool) -> list[Objection]:
    """Is somebody an inspector of green products from this day on? `marked`: he is one then, or later, already."""
    return [GREEN_ALREADY] * marked + _told(first_day, evidence, on)


def objections_to_unmarking_green(
    first_day: date, last_day: date, evidence: str, on: date
) -> list[Objection]:
    """Was somebody who is one since `first_day` one for the last time on this day?"""
    return [ENDS_BEFORE_IT_BEGINS] * (last_day < first_day) + _told(last_day, evidence, on)


def _told(day: date, evidence: str, on: date) -> list[Objection]:
    return [IN_FUTURE] * (day > on) + [NO_EVIDENCE] * (not evidence.strip())


def objections_to_experience(
    first_day: date,
    last_day: date,
    audit_days: Decimal,
    on_site_days: Decimal,
    evidence: str,
    on: date,
    *,
    counted: bool,
) -> list[Objection]:
    """An earlier audit that is entered: it is over, it took days, something proves it, and it counts once."""
    return [
        objection
        for objection, stands in [
            (ENDS_BEFORE_IT_BEGINS, last_day < first_day),
            (IN_FUTURE, last_day > on),
            (NO_DAYS, audit_days <= 0 or on_site_days < 0),
            (MORE_ON_SITE, on_site_days > audit_days),
            (NO_EVIDENCE, not evidence.strip()),
            (COUNTED_ALREADY, counted),
        ]
        if stands
    ]


def objections_to_training(
    hours: Decimal, held: date, evidence: str, on: date, *, may: bool
) -> list[Objection]:
    """Everyone enters his own continuing education, the competence evaluator anyone's."""
    return [
        objection
        for objection, stands in [
            (NOT_YOURS, not may),
            (NO_HOURS, hours <= 0),
            (IN_FUTURE, held > on),
            (NO_EVIDENCE, not evidence.strip()),
        ]
        if stands
    ]


def objections_to_accepting(accepted: bool, reason: str, *, own: bool, reviewed: bool) -> list[Objection]:
    """Continuing education is reviewed once, by another person; what is not accepted is told why."""
    return [
        objection
        for objection, stands in [
            (OWN_TRAINING, own),
            (REVIEWED_ALREADY, reviewed),
            (NO_REASON, not accepted and not reason.strip()),
        ]
        if stands
    ]


def objections_to_mentor(*, trainee: bool, own: bool, mentor_registered: bool) -> list[Objection]:
    """A trainee learns from a registered auditor for the same standard."""
    return [
        *([] if trainee else [NOT_A_TRAINEE]),
        *([OWN_MENTOR] if own else []),
        *([] if mentor_registered else [MENTOR_NOT_REGISTERED]),
    ]


def fields_short(full_time: Mapping[str, int]) -> list[Objection]:
    """The fields with fewer full-time auditors than the regulator asks of a body; `full_time`: how many, by standard."""
    least = number("full_time_per_field")
    return [FIELD_SHORT.because(field=of, has=n, least=least) for of, n in full_time.items() if n < least]


def short_of(wanted: dict[str, tuple[Decimal, str]]) -> list[Objection]:
    """What is had, against the parameter that says how much is needed: one objection for each that is too little."""
    return [
        Objection(f"registration.too-little.{name}", NUMBERS[key].clause,
                  {"field": name, "had": had, "needed": number(key), "short": number(key) - had})
        for name, (had, key) in wanted.items()
        if had < number(key)
    ]  # fmt: skip
