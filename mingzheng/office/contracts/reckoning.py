"""The auditor-days of an application: what it declares and the reviewers determined, through the rulebook, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from mingzheng.rulebook.audit_time import (
    AuditKind,
    Complexity,
    Factor,
    Standard,
    audit_time,
    effective_personnel,
    integrated_time,
)
from mingzheng.rulebook.audit_time import (
    AuditTime as Time,
)
from mingzheng.rulebook.verdict import Derivation, Step

from .declared import Row, personnel_groups
from .models import Application, AuditTime


def reckon(application: Application, factors: Mapping[str, Sequence[Row]]) -> list[AuditTime]:
    """The audit time of each standard applied for; not stored. Raises Refused where the rulebook objects."""
    people = effective_personnel(personnel_groups(application))
    times = [
        _reckon(application, Standard(name), people, factors.get(name, ())) for name in application.standards
    ]
    integrations(application, times)  # refuses a percentage that cannot be meant
    return times


def _reckon(
    application: Application, standard: Standard, people: Derivation[int], factors: Sequence[Row]
) -> AuditTime:
    given = [Factor(row["reason"], Decimal(str(row["percent"]))) for row in factors]
    complexity = Complexity(application.complexities[standard])
    initial, surveillance, recertification = (
        audit_time(standard, people.value, complexity, kind, given) for kind in AuditKind
    )
    return AuditTime(
        application=application,
        standard=standard,
        complexity=complexity,
        personnel=people.value,
        factors=[{"reason": factor.reason, "percent": str(factor.percent)} for factor in given],
        table_days=initial.value.table_days,
        stage1_days=initial.value.stage1_days,
        stage2_days=initial.value.stage2_days,
        surveillance_days=surveillance.value.days,
        recertification_days=recertification.value.days,
        steps={
            "personnel": _told(people.steps),
            "initial": _told(initial.steps),
            "surveillance": _told(_after(initial, surveillance)),
            "recertification": _told(_after(initial, recertification)),
        },
    )


def _after(initial: Derivation[Time], later: Derivation[Time]) -> Sequence[Step]:
    """The steps of a later audit from where it leaves the way of the initial one."""
    shared = 0
    while shared < len(initial.steps) and initial.steps[shared] == later.steps[shared]:
        shared += 1
    return later.steps[shared:]


def _told(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Steps as the row keeps them."""
    return [asdict(step) | {"details": {k: str(v) for k, v in step.details.items()}} for step in steps]


def steps_of(time: AuditTime, audit: str) -> list[Step]:
    """The derivation of one audit (personnel, initial, surveillance, recertification) as it was printed."""
    return [Step(**step) for step in time.steps[audit]]


def integrations(application: Application, times: Sequence[AuditTime]) -> dict[str, Derivation[Decimal]]:
    """How the days of several standards become those of one integrated audit, visit by visit; empty for one standard."""
    if len(times) < 2:
        return {}
    visits = {
        "stage1": [time.stage1_days for time in times],
        "stage2": [time.stage2_days for time in times],
        "surveillance": [time.surveillance_days for time in times],
        "recertification": [time.recertification_days for time in times],
    }
    percent, reason = application.integration_percent, application.integration_reason
    return {visit: integrated_time(days, percent, reason) for visit, days in visits.items()}
