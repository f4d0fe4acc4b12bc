"""The planner's process: takes the runs that wait, one after the other, and keeps what the planner proposes.

Until a run is concluded nothing has happened: killed in the middle, it is begun again when the process comes back.
"""

import logging
from collections.abc import Callable
from datetime import date

from mingzheng.office.planning.actions.conclude_plan import conclude_plan
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.problem import problem_of
from mingzheng.office.planning.progress import claim, give_back, tell
from mingzheng.office.planning.situation import promises
from mingzheng.office.record.actors import CLOCK
from mingzheng.planner import planning
from mingzheng.planner.plan import Plan, Progress
from mingzheng.planner.problem import Problem

log = logging.getLogger(__name__)
Planner = Callable[..., Plan]


def work_off(on: date, plan: Planner = planning.plan) -> int:
    """Work off every run that waits; returns how many were concluded. One that fails says why and stops no other."""
    done = 0
    for run in PlanRun.objects.filter(concluded_on=None).order_by("pk"):
        if claim(run.number):
            _work(run, on, plan)
            give_back(run.number)
            done += 1
    return done


def _work(run: PlanRun, on: date, plan: Planner) -> None:
    try:
        found = _planned(run, on, plan)
    except Exception as error:
        log.exception("run %s failed", run.number)
        conclude_plan(run.number, None, failure=f"{type(error).__name__}: {error}", on=on, by=CLOCK)
    else:
        conclude_plan(run.number, found, on=on, by=CLOCK)


def _planned(run: PlanRun, on: date, plan: Planner) -> Plan:
    """Begun with what stands in the record, so that a run after a change touches as little as it can."""
    problem: Problem = problem_of(run.first_day, run.last_day, on, keeps_appointed=run.keeps_appointed)
    started = Plan(tuple(promises(problem)))

    def watch(progress: Progress) -> bool:
        tell(run.number, progress)
        return not PlanRun.objects.filter(pk=run.pk, stop_asked=True).exists()

    return plan(problem, seconds=run.seconds, seed=run.seed, warm=started, progress=watch)
