"""Conclude a trial run 试运行结论 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.moving_in import objections_to_concluding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import imports_of, locked_run


@dataclass(frozen=True)
class TrialRunConcluded(Happened, kind="trial-run.concluded"):
    number: str
    succeeded: bool
    conclusion: str


@action(Role.QUALITY, Role.DIRECTOR, clause="own procedure")
def conclude_trial_run(
    number: str, *, succeeded: bool, conclusion: str, on: date, by: Actor
) -> TrialRunConcluded:
    run = locked_run(number)
    refuse_if(objections_to_concluding(run.facts, conclusion, by.login, succeeded=succeeded))
    run.imports.set(imports_of(run))
    run.concluded_on, run.concluded_by = on, by.login
    run.succeeded, run.conclusion = succeeded, conclusion.strip()
    run.save(update_fields=["concluded_on", "concluded_by", "succeeded", "conclusion"])
    return TrialRunConcluded(number, succeeded, run.conclusion)
