"""Determine the audit time 确定审核人日 — ISO/IEC 17021-1:2015 9.1.4, IAF MD 5, IAF MD 11."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import (
    INTEGRATION_WITHOUT_REASON,
    NOT_CLASSIFIED,
    Part,
    objections_to_reviewing,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import Row
from ..lapsing import lapse
from ..models import Application, AuditTime
from ..queries import locked
from ..reckoning import reckon


@dataclass(frozen=True)
class AuditTimeDetermined(Happened, kind="application.audit-time-determined"):
    number: str
    name_zh: str
    personnel: int  # effective number
    days: dict[str, str]  # of the initial audit by standard, auditor-days before integration
    integration_percent: int


def objections(application: Application) -> list[Objection]:
    """Why the audit time cannot be determined now: it starts from the technical reviewer's complexity."""
    open_ones = [standard for standard in application.standards if standard not in application.complexities]
    return [
        *objections_to_reviewing(application.status),
        *(NOT_CLASSIFIED.because(standard=standard) for standard in open_ones),
    ]


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.4")
def determine_audit_time(
    number: str,
    *,
    factors: Mapping[str, Sequence[Row]],
    shares: Mapping[str, Row] | None = None,
    integration_percent: int = 0,
    integration_reason: str = "",
    on: date,
    by: Actor,
) -> AuditTimeDetermined:
    """`factors`: for each standard rows (reason, percent); `shares`: personnel rows that count in part, by place,
    rows (percent, reason); `integration_percent`: the reduction for one integrated audit (IAF MD 11)."""
    application = locked(number, by)
    refuse_if(
        [*objections(application), *_objections_to_integration(integration_percent, integration_reason)]
    )
    application.personnel_shares = {place: dict(share) for place, share in (shares or {}).items()}
    several = len(application.standards) > 1
    application.integration_percent = integration_percent if several else 0
    application.integration_reason = integration_reason.strip() if several else ""
    times = reckon(application, factors)
    lapse(application, Part.PROGRAMME, audit_time=True)
    for time in times:
        time.determined_on, time.determined_by = on, by.login
    AuditTime.objects.bulk_create(times)
    application.save(update_fields=["personnel_shares", "integration_percent", "integration_reason"])
    days = {time.standard: str(time.stage1_days + time.stage2_days) for time in times}
    return AuditTimeDetermined(number, application.name_zh, times[0].personnel, days, integration_percent)


def _objections_to_integration(percent: int, reason: str) -> list[Objection]:
    return [INTEGRATION_WITHOUT_REASON] if percent and not reason.strip() else []
