"""Confirm the programme part of the review 申请评审（方案） — ISO/IEC 17021-1:2015 9.1.2.1: personnel, sites, audit time, capacity."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import Part
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from .. import confirming
from ..models import Application
from ..queries import locked


@dataclass(frozen=True)
class ProgrammeConfirmed(Happened, kind="application.programme-confirmed"):
    number: str
    name_zh: str
    points: list[str]


def objections(application: Application, by: Actor) -> list[Objection]:
    """Why this person cannot confirm this part now."""
    return confirming.objections(application, Part.PROGRAMME, by.login)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.2.1")
def confirm_programme(
    number: str, *, points: Collection[str], remarks: str = "", on: date, by: Actor
) -> ProgrammeConfirmed:
    """`points` are codes of rulebook.contract_review.POINTS; all of them must be confirmed."""
    application = locked(number, by)
    refuse_if(confirming.objections(application, Part.PROGRAMME, by.login, points))
    confirming.confirm(application, Part.PROGRAMME, points, remarks, on, by.login)
    return ProgrammeConfirmed(number, application.name_zh, list(points))
