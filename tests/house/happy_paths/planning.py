"""Wishes, terms, runs of the planner, calendars."""

from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.record.actors import CLOCK
from mingzheng.planner.plan import Plan
from tests import rows
from tests.rows import DAY

from . import Call, Cast, call, happy
from .programmes import MON, TUE


@happy("planning.state_wishes")
def _(cast: Cast) -> Call:
    return call("planning.state_wishes", rows.client().uscc, wished=[(MON, TUE)], by=cast["market"])


@happy("planning.name_company")
def _(cast: Cast) -> Call:
    rows.auditor("liu")
    return call(
        "planning.name_company", rows.visit().number, companions=["liu"], by=cast["programme_manager"]
    )


@happy("planning.set_terms")
def _(cast: Cast) -> Call:
    return call("planning.set_terms", {"km": 0.6}, by=cast["director"])


@happy("planning.request_plan")
def _(cast: Cast) -> Call:
    return call("planning.request_plan", DAY, TUE, by=cast["programme_manager"])


def waiting(cast: Cast) -> str:
    return request_plan(DAY, TUE, on=DAY, by=cast["programme_manager"]).run


@happy("planning.interrupt_plan")
def _(cast: Cast) -> Call:
    return call("planning.interrupt_plan", waiting(cast), by=cast["programme_manager"])


@happy("planning.conclude_plan")
def _(cast: Cast) -> Call:
    return call("planning.conclude_plan", waiting(cast), Plan(()), by=CLOCK)


@happy("planning.open_calendar")
def _(cast: Cast) -> Call:
    return call("planning.open_calendar", login="market", by=cast["market"])


@happy("planning.close_calendar")
def _(cast: Cast) -> Call:
    call("planning.open_calendar", login="market", by=cast["market"])()
    return call("planning.close_calendar", login="market", by=cast["market"])
