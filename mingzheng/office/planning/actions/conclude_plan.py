"""Keep what the planner proposes 排程运算完成 (ISO/IEC 17021-1:2015 9.2.3.1)."""

from dataclasses import dataclass
from datetime import date
from json import loads

from mingzheng.office.record.action import Happened, action
from mingzheng.planner.plan import Plan
from mingzheng.rulebook.planning import RUN_ENDED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PlanRun


@dataclass(frozen=True)
class PlanConcluded(Happened, kind="plan.concluded"):
    run: str
    planned: int
    unplanned: int
    cost: int  # yuan
    bound: int
    failure: str


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.2.3.1")
def conclude_plan(number: str, plan: Plan | None, *, failure: str = "", on: date, by) -> PlanConcluded:
    """A plan, or why there is none. Nothing of it holds until somebody takes it."""
    run = PlanRun.objects.select_for_update().get(number=number)
    refuse_if([RUN_ENDED.because(run=number)] if run.concluded_on else [])
    run.concluded_on, run.failure = on, failure[:300]
    run.plan = loads(plan.to_json()) if plan else None
    run.save(update_fields=["concluded_on", "failure", "plan"])
    if plan is None:
        return PlanConcluded(number, 0, 0, 0, 0, run.failure)
    counts = len(plan.assignments), len(plan.unplanned)
    return PlanConcluded(number, *counts, round(plan.cost.total), round(plan.bound), "")
