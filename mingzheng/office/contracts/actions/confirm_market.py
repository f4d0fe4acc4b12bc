"""Confirm the market part of the review 申请评审（市场） — ISO/IEC 17021-1:2015 9.1.2.1: identity, permits, completeness, no ban, impartiality."""

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
class MarketConfirmed(Happened, kind="application.market-confirmed"):
    number: str
    name_zh: str
    points: list[str]


def objections(application: Application, by: Actor) -> list[Objection]:
    """Why this person cannot confirm this part now."""
    return confirming.objections(application, Part.MARKET, by.login)


@action(Role.MARKET, clause="ISO/IEC 17021-1:2015 9.1.2.1")
def confirm_market(
    number: str, *, points: Collection[str], remarks: str = "", on: date, by: Actor
) -> MarketConfirmed:
    """`points` are codes of rulebook.contract_review.POINTS; all of them must be confirmed."""
    application = locked(number, by)
    refuse_if(confirming.objections(application, Part.MARKET, by.login, points))
    confirming.confirm(application, Part.MARKET, points, remarks, on, by.login)
    return MarketConfirmed(number, application.name_zh, list(points))
