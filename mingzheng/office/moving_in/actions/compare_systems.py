"""Compare one figure in both systems 比对 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.moving_in import Measure, objections_to_comparing
from mingzheng.rulebook.verdict import refuse_if

from ..models import Comparison
from ..queries import KEEPERS, counted, locked_run


@dataclass(frozen=True)
class SystemsCompared(Happened, kind="trial-run.compared"):
    number: str
    measure: Measure
    there: int
    here: int
    explanation: str


@action(*KEEPERS, clause="own procedure")
def compare_systems(
    number: str, measure: Measure, *, there: int, explanation: str = "", on: date, by: Actor
) -> SystemsCompared:
    """`there`: as the earlier system shows it; what this one says is counted now."""
    run, here = locked_run(number), counted(measure, on)
    refuse_if(objections_to_comparing(run.facts, there, here, explanation))
    Comparison.objects.create(
        run=run,
        measure=measure,
        there=there,
        here=here,
        explanation=explanation.strip(),
        compared_on=on,
        compared_by=by.login,
    )
    return SystemsCompared(number, measure, there, here, explanation.strip())
