"""Rules to ask: how many people count, how many auditor-days an audit takes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from mingzheng.rulebook.audit_time import AuditKind, Factor, audit_time, integrated_time
from mingzheng.rulebook.audit_time_table import Band, Complexity
from mingzheng.rulebook.effective_personnel import (
    PersonnelGroup,
    PersonnelKind,
    effective_personnel,
    objections_to_groups,
)
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.integration import Cell, ability_percent, reduction_percent
from mingzheng.rulebook.special_cases import SpecialCase, objections_to_special_case, special_case_steps
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from .rule import Answer, Case, fields_renamed, rule
from .schema import Between

SUBJECT = "time"
People = Annotated[int, Between(1, 10_000_000)]
Percent = Annotated[int, Between(0, 100)]


@dataclass(frozen=True)
class PartTime:
    """People who work some hours a day."""

    count: People
    hours: Decimal


@dataclass(frozen=True)
class InPart:
    """People of whom the body's documented method counts a share, for a reason."""

    count: People
    hours: Decimal = Decimal(8)
    share_percent: Decimal = Decimal(100)
    reason: str = ""


@dataclass(frozen=True)
class Shift:
    """The people of one shift; all of them count unless the body's method says otherwise, with a reason."""

    count: People
    name: str
    share_percent: Decimal = Decimal(100)
    reason: str = ""


@dataclass(frozen=True)
class Personnel:
    full_time: Annotated[int, Between(0, 10_000_000)] = 0
    part_time: tuple[PartTime, ...] = ()
    repetitive: tuple[InPart, ...] = ()
    temporary: tuple[InPart, ...] = ()
    shifts: tuple[Shift, ...] = ()

    def groups(self) -> dict[str, PersonnelGroup]:
        """The groups as the rule wants them, by the name of the field they came from."""
        groups = {"full_time": PersonnelGroup(self.full_time)} if self.full_time else {}
        for n, some in enumerate(self.part_time):
            groups[f"part_time[{n}]"] = PersonnelGroup(some.count, some.hours, PersonnelKind.PART_TIME)
        for field, kind in (("repetitive", PersonnelKind.REPETITIVE), ("temporary", PersonnelKind.TEMPORARY_UNSKILLED)):  # fmt: skip
            for n, one in enumerate(getattr(self, field)):
                groups[f"{field}[{n}]"] = PersonnelGroup(
                    one.count, one.hours, kind, share_percent=one.share_percent, reason=one.reason
                )
        for n, shift in enumerate(self.shifts):
            groups[f"shifts[{n}]"] = PersonnelGroup(
                shift.count, shift=shift.name, share_percent=shift.share_percent, reason=shift.reason
            )
        return groups


@dataclass(frozen=True)
class EffectivePersonnel:
    personnel: int


@rule(
    "effective-personnel",
    "IAF MD 5:2019 2.3",
    subject=SUBJECT,
    example={"full_time": 10, "part_time": [{"count": 12, "hours": 6}]},
)
def ask_effective_personnel(given: Personnel, case: Case) -> Answer[EffectivePersonnel]:
    named = given.groups()
    if objections := objections_to_groups(list(named.values())):
        names = {f"groups[{n}]": field for n, field in enumerate(named)} | {"groups": "full_time"}
        refuse_if(fields_renamed(objections, names))
    derived = effective_personnel(list(named.values()))
    return Answer(EffectivePersonnel(derived.value), derived.steps)


@dataclass(frozen=True)
class AdjustedBy:
    reason: str
    percent: Decimal


@dataclass(frozen=True)
class OwnBand:
    """A band of the body's own progression above the table."""

    up_to: People
    days: Decimal


@dataclass(frozen=True)
class AuditTimeAsked:
    personnel: Annotated[int, Between(-1_000_000_000)]
    standard: Standard = Standard.QMS
    complexity: Complexity | None = None
    kind: AuditKind = AuditKind.INITIAL
    factors: tuple[AdjustedBy, ...] = ()
    special_case: SpecialCase | None = None
    special_reason: str = ""
    progression: tuple[OwnBand, ...] = ()
    stage_one_percent: Decimal = Decimal(30)
    not_less_than: bool | None = None


@dataclass(frozen=True)
class AuditTimeFound:
    table_days: Decimal
    days: Decimal
    stage1_days: Decimal
    stage2_days: Decimal
    on_site_at_least: Decimal


@rule(
    "audit-time",
    "IAF MD 5:2019",
    subject=SUBJECT,
    example={
        "standard": "QMS",
        "personnel": 85,
        "complexity": "medium",
        "kind": "initial",
        "factors": [{"reason": "体系成熟", "percent": -10}],
    },
)
def ask_audit_time(given: AuditTimeAsked, case: Case) -> Answer[AuditTimeFound]:
    """`not_less_than`: 1/3 and 2/3 are floors, as the Chinese rules say; unless told, the edition decides."""
    refuse_if(objections_to_special_case(given.standard, given.special_case, given.special_reason))
    floors = case.edition.jurisdiction == "CN" if given.not_less_than is None else given.not_less_than
    derived = audit_time(
        given.standard,
        given.personnel,
        given.complexity,
        given.kind,
        [Factor(one.reason, one.percent) for one in given.factors],
        progression=[Band(one.up_to, one.days) for one in given.progression],
        stage_one_percent=given.stage_one_percent,
        not_less_than=floors,
    )
    time = derived.value
    found = AuditTimeFound(
        time.table_days, time.days, time.stage1_days, time.stage2_days, time.on_site_at_least
    )
    return Answer(found, (*special_case_steps(given.special_case, given.special_reason), *derived.steps))


@dataclass(frozen=True)
class IntegratedAsked:
    days: tuple[Decimal, ...]
    reduction_percent: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True)
class Days:
    days: Decimal


@rule(
    "integrated-time",
    "IAF MD 11:2019",
    subject=SUBJECT,
    example={"days": [7, 6, 6], "reduction_percent": 20},
)
def ask_integrated_time(given: IntegratedAsked, case: Case) -> Answer[Days]:
    derived = integrated_time(given.days, given.reduction_percent, given.reason)
    return Answer(Days(derived.value), derived.steps)


@dataclass(frozen=True)
class AbleMember:
    """An auditor of the team and the standards he may audit."""

    standards: tuple[Standard, ...]


@dataclass(frozen=True)
class OwnCell:
    integration: Percent
    ability: Percent
    percent: Percent


@dataclass(frozen=True)
class ReductionAsked:
    standards: tuple[Standard, ...]
    team: tuple[AbleMember, ...]
    integration_percent: Percent
    table: tuple[OwnCell, ...] = ()


@dataclass(frozen=True)
class Reduction:
    ability_percent: Decimal
    reduction_percent: int


@rule(
    "integration-reduction",
    "IAF MD 11:2019",
    subject=SUBJECT,
    confidence="m",
    example={
        "standards": ["QMS", "EMS"],
        "team": [{"standards": ["QMS", "EMS"]}, {"standards": ["QMS"]}],
        "integration_percent": 80,
        "table": [
            {"integration": 60, "ability": 40, "percent": 10},
            {"integration": 80, "ability": 80, "percent": 20},
        ],
    },
)
def ask_integration_reduction(given: ReductionAsked, case: Case) -> Answer[Reduction]:
    ability = ability_percent(given.standards, [member.standards for member in given.team])
    table = [Cell(one.integration, one.ability, one.percent) for one in given.table]
    granted = reduction_percent(given.integration_percent, ability.value, table)
    found = Reduction(Decimal(plain(ability.value)), granted.value)
    return Answer(found, (*ability.steps, *granted.steps))
