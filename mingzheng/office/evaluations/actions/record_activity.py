"""Record what was done to evaluate, and what it found 登记评价活动 (ISO/IEC 17065:2012 7.4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.evaluations import Activity as Kind
from mingzheng.rulebook.evaluations import objections_to_recording
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_evaluation, registered_for


@dataclass(frozen=True)
class ActivityRecorded(Happened, kind="evaluation.activity-recorded"):
    number: str
    activity: Kind
    last_day: date
    conforms: bool


@action(Role.AUDITOR, Role.PROGRAMME_MANAGER, Role.TECHNICAL, clause="ISO/IEC 17065:2012 7.4.9")
def record_activity(
    number: str,
    *,
    kind: Kind,
    first_day: date,
    last_day: date,
    people: Collection[str] = (),
    laboratory: str = "",
    report: str,
    conforms: bool,
    on: date,
    by: Actor,
) -> ActivityRecorded:
    """`people` by their logins; a type test is made by a `laboratory`."""
    row = locked_evaluation(number)
    registered = registered_for(Standard(row.standard), people, last_day)
    refuse_if(
        objections_to_recording(
            row.facts, kind, first_day=first_day, last_day=last_day, people=people, registered=registered,
            laboratory=laboratory, report=report, on=on,
        )
    )  # fmt: skip
    row.activities.create(
        kind=kind, first_day=first_day, last_day=last_day, people=sorted(people), laboratory=laboratory.strip(),
        report=report.strip(), conforms=conforms, recorded_on=on, recorded_by=by.login,
    )  # fmt: skip
    return ActivityRecorded(number, kind, last_day, conforms)
