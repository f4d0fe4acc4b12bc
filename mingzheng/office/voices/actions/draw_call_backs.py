"""Draw visits to call back at random, in strata, with a kept seed 回访抽样 (ISO/IEC 17021-1:2015 10.2.5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.questionnaires import Form
from mingzheng.rulebook.random_draw import PERIOD_BACKWARDS, drawn, objections_to_draw
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..frames import Stratum, frame
from ..models import CallBack, Draw
from ..queries import questionnaire_on


@dataclass(frozen=True)
class CallBacksDrawn(Happened, kind="draw.made"):
    number: str
    first_day: date
    last_day: date
    strata: list[str]
    frame: int  # how many could have been drawn; which were stays hidden from their teams
    count: int
    seed: int


@action(Role.QUALITY, clause="ISO/IEC 17021-1:2015 10.2.5.2")
def draw_call_backs(
    *, first_day: date, last_day: date, strata: Sequence[Stratum], count: int, seed: int, on: date, by: Actor
) -> CallBacksDrawn:
    """Of the visits held in these days; whoever knows the seed draws the same from the kept frame."""
    refuse_if([PERIOD_BACKWARDS] if last_day < first_day else [])
    units, rows = frame(first_day, last_day, strata)
    refuse_if(objections_to_draw(units, count))

    draw = Draw.objects.create(
        number=next_number(Draw, "HF", on.year),
        first_day=first_day,
        last_day=last_day,
        strata=list(strata),
        count=count,
        seed=seed,
        frame=[list(unit) for unit in units],
        drawn_on=on,
        drawn_by=by.login,
    )
    script = questionnaire_on(Form.CALL_BACK, on)
    CallBack.objects.bulk_create(
        CallBack(draw=draw, visit_id=rows[unit.name], stratum=unit.stratum, questionnaire=script)
        for unit in drawn(units, count, seed)
    )
    return CallBacksDrawn(draw.number, first_day, last_day, list(strata), len(units), count, seed)
