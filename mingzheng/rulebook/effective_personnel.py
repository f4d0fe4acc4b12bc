"""How many people count: the effective number of personnel (IAF MD 5:2019 2.3), where the tables start."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.verdict import Derivation, Objection, Step, refuse_if

FULL_DAY_HOURS = 8  # IAF MD 5:2019 2.2.1
PERSONNEL_CLAUSE = "IAF MD 5:2019 2.3"
SHIFTS_CLAUSE = "IAF MD 5:2019 2.3.5"

NO_PERSONNEL = Objection("personnel.none", PERSONNEL_CLAUSE)
COUNT_NOT_POSITIVE = Objection("personnel.count-not-positive", PERSONNEL_CLAUSE)
HOURS_OUT_OF_RANGE = Objection("personnel.hours-out-of-range", "IAF MD 5:2019 2.3.3")
SHARE_OUT_OF_RANGE = Objection("personnel.share-out-of-range", PERSONNEL_CLAUSE)
SHARE_WITHOUT_REASON = Objection("personnel.share-without-reason", "IAF MD 5:2019 2.3.2")
SHARE_NOT_ALLOWED = Objection("personnel.share-not-allowed", PERSONNEL_CLAUSE)


class PersonnelKind(StrEnum):
    """How a group of people works, as far as it matters for counting them."""

    FULL_TIME = "full_time"  # 全职
    PART_TIME = "part_time"  # 兼职、非全日制
    REPETITIVE = "repetitive"  # 从事重复性相同工作
    TEMPORARY_UNSKILLED = "temporary_unskilled"  # 临时非技术人员


_CLAUSES = {
    PersonnelKind.FULL_TIME: (PERSONNEL_CLAUSE, "S"),
    PersonnelKind.PART_TIME: ("IAF MD 5:2019 2.3.3", "M"),
    PersonnelKind.REPETITIVE: ("IAF MD 5:2019 2.3.4", "S"),
    PersonnelKind.TEMPORARY_UNSKILLED: ("IAF MD 5:2019 2.3.6", "M"),
}
_MAY_COUNT_IN_PART = {PersonnelKind.REPETITIVE, PersonnelKind.TEMPORARY_UNSKILLED}


@dataclass(frozen=True)
class PersonnelGroup:
    """Some people under the scope who work alike.

    `hours` a day turn everybody but full-time staff into full-time equivalents (8 hours are one). Everybody counts
    whole, in every shift, unless the body's own documented method lets only `share_percent` of a repetitive,
    temporary unskilled or shift group count, for a `reason` it can show.
    """

    count: int
    hours: Decimal | int = FULL_DAY_HOURS
    kind: PersonnelKind = PersonnelKind.FULL_TIME
    shift: str = ""
    share_percent: Decimal | int = 100
    reason: str = ""

    @property
    def equivalents(self) -> Fraction:
        """Full-time equivalents of the group, exact."""
        part_of_day = (
            Fraction(1) if self.kind == PersonnelKind.FULL_TIME else Fraction(self.hours) / FULL_DAY_HOURS
        )
        return self.count * part_of_day * Fraction(self.share_percent) / 100


def effective_personnel(groups: Sequence[PersonnelGroup]) -> Derivation[int]:
    """The effective number of personnel: full-time equivalents of all groups, their sum rounded up."""
    refuse_if(objections_to_groups(groups))
    exact = sum((group.equivalents for group in groups), Fraction(0))
    personnel = -(-exact.numerator // exact.denominator)
    steps = [step for group in groups for step in _steps_of(group)]
    steps.append(Step("personnel.sum", plain(exact), PERSONNEL_CLAUSE))
    # No rule says how to round people; up never makes an audit shorter.
    steps.append(Step("personnel.effective", str(personnel), PERSONNEL_CLAUSE, "body"))
    return Derivation(personnel, tuple(steps))


def objections_to_groups(groups: Sequence[PersonnelGroup]) -> list[Objection]:
    """Everything wrong with the groups as handed in; each objection names the field."""
    if not groups:
        return [NO_PERSONNEL.because(field="groups")]
    return [o for number, group in enumerate(groups) for o in _objections_to(group, f"groups[{number}]")]


def _objections_to(group: PersonnelGroup, where: str) -> Iterable[Objection]:
    if group.count < 1:
        yield COUNT_NOT_POSITIVE.because(field=f"{where}.count", value=group.count)
    if not _lies_within(group.hours, FULL_DAY_HOURS if group.kind != PersonnelKind.FULL_TIME else 24):
        yield HOURS_OUT_OF_RANGE.because(field=f"{where}.hours", value=group.hours)
    if not _lies_within(group.share_percent, 100):
        yield SHARE_OUT_OF_RANGE.because(field=f"{where}.share_percent", value=group.share_percent)
    elif group.share_percent < 100:
        if group.kind not in _MAY_COUNT_IN_PART and not group.shift:
            yield SHARE_NOT_ALLOWED.because(field=f"{where}.share_percent")
        if not group.reason.strip():
            yield SHARE_WITHOUT_REASON.because(field=f"{where}.reason")


def _lies_within(number: Decimal | int, most: int) -> bool:
    return Decimal(number).is_finite() and 0 < number <= most


def _steps_of(group: PersonnelGroup) -> Iterable[Step]:
    clause, confidence = _CLAUSES[group.kind]
    if group.shift:
        yield Step("personnel.shift", group.shift, SHIFTS_CLAUSE, "M")
    if group.share_percent < 100:
        share = plain(Decimal(group.share_percent))
        yield Step("personnel.share", f"{share} %", clause, "body", {"reason": group.reason})
    facts = {"count": group.count, "hours": plain(Decimal(group.hours))}
    yield Step(f"personnel.{group.kind}", plain(group.equivalents), clause, confidence, facts)
