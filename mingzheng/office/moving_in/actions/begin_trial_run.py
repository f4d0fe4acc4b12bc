"""Begin to run this system beside the earlier one 开始试运行 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.moving_in import objections_to_beginning
from mingzheng.rulebook.verdict import refuse_if

from ..models import TrialRun
from ..queries import KEEPERS


@dataclass(frozen=True)
class TrialRunBegun(Happened, kind="trial-run.begun", begins=True):
    number: str
    system: str


@action(*KEEPERS, clause="own procedure")
def begin_trial_run(system: str, *, on: date, by: Actor) -> TrialRunBegun:
    name = system.strip()
    refuse_if(
        objections_to_beginning(name, runs=TrialRun.objects.filter(system=name, concluded_on=None).exists())
    )
    row = TrialRun.objects.create(
        number=next_number(TrialRun, "SY", on.year), system=name, begun_on=on, begun_by=by.login
    )
    return TrialRunBegun(row.number, name)
