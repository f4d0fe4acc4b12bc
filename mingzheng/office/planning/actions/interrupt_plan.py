"""Stop the planner with the best plan it has 中止排程运算 (ISO/IEC 17021-1:2015 9.2.3.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.planning import RUN_ENDED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PlanRun


@dataclass(frozen=True)
class PlanInterrupted(Happened, kind="plan.interrupted"):
    run: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.1")
def interrupt_plan(number: str, *, on: date, by) -> PlanInterrupted:
    """The planner's process sees it within a second and concludes the run."""
    run = PlanRun.objects.select_for_update().get(number=number)
    refuse_if([RUN_ENDED.because(run=number)] if run.concluded_on else [])
    run.stop_asked = True
    run.save(update_fields=["stop_asked"])
    return PlanInterrupted(number)
