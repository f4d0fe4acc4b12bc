"""Set an objective of the year 制订年度目标 (ISO 26000:2010 7.4.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.responsibility import objections_to_objective
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Objective


@dataclass(frozen=True)
class ObjectiveSet(Happened, kind="objective.set", begins=True):
    number: str
    objective: str
    target: str
    due_on: date


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO 26000:2010 7.4.2")
def set_objective(
    zh: str, *, en: str = "", target: str, owner: Owner, due_on: date, on: date, by: Actor
) -> ObjectiveSet:
    """`target`: what it is measured by. It belongs to the year of the day it is due."""
    refuse_if(objections_to_objective(zh, target, due_on, on))
    row = Objective.objects.create(
        number=next_number(Objective, "MB", due_on.year),
        year=due_on.year,
        zh=zh.strip(),
        en=en.strip(),
        target=target.strip(),
        owner=owner,
        due_on=due_on,
    )
    return ObjectiveSet(row.number, row.zh, row.target, due_on)
