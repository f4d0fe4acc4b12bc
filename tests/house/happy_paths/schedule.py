"""Dates, teams and plans."""

from datetime import time, timedelta

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.models import Appointment
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.special_approvals import Limit
from tests import rows

from . import Call, Cast, E, Q, call, happy
from .programmes import MON, TUE, combined, planner


def appointed(cast: Cast) -> Visit:
    visit = combined()
    Appointment.objects.create(visit=visit, starts_on=MON, ends_on=TUE)
    return visit


def teamed(cast: Cast, *, announced: bool = False, planned: bool = False) -> str:
    """The number of a visit with its dates, a leader "liu" and a member "chen"."""
    visit, by = appointed(cast), cast["programme_manager"]
    for login, role in (("liu", TeamRole.LEADER), ("chen", TeamRole.AUDITOR)):
        rows.auditor(login)
        call("schedule.assign_member", visit.number, login, role=role, standards=(Q, E), by=by)()
    if announced:
        call("schedule.announce_visit", visit.number, by=by)()
    if planned:
        call("schedule.plan_audit", visit.number, PLAN, by=by)()
    return visit.number


PLAN = [
    Line(MON, time(9), time(11), ("liu",), "生产部", (Q, E), "8.1、9.1"),
    Line(TUE, time(9), time(11), ("chen",), "质检部", (Q, E), "8.1、9.2"),
]


@happy("schedule.assign_member")
def _(cast: Cast) -> Call:
    visit, role = appointed(cast), TeamRole.LEADER
    rows.auditor("liu")
    return call("schedule.assign_member", visit.number, "liu", role=role, standards=(Q, E), by=planner(cast))


@happy("schedule.request_special_approval")
def _(cast: Cast) -> Call:
    told = {"limit": Limit.DAYS_OUT, "login": rows.auditor("liu").login, "reason": "唯一人选"}
    told |= {"first_day": MON, "last_day": MON}
    return call("schedule.request_special_approval", combined().number, **told, by=planner(cast))


@happy("schedule.decide_special_approval")
def _(cast: Cast) -> Call:
    told = {"limit": Limit.REMOTE, "share": 60, "reason": "交通中断"}
    number = call("schedule.request_special_approval", combined().number, **told, by=planner(cast))().number
    return call("schedule.decide_special_approval", number, granted=True, by=cast["director"])


@happy("schedule.announce_visit")
def _(cast: Cast) -> Call:
    return call("schedule.announce_visit", teamed(cast), by=planner(cast))


@happy("schedule.record_team_objection")
def _(cast: Cast) -> Call:
    number, told = teamed(cast, announced=True), {"reason": "曾任职", "valid": True}
    return call("schedule.record_team_objection", number, "chen", **told, by=planner(cast))


@happy("schedule.release_member")
def _(cast: Cast) -> Call:
    number = teamed(cast, announced=True, planned=True)
    return call("schedule.release_member", number, "chen", reason="生病", by=planner(cast))


@happy("schedule.plan_audit")
def _(cast: Cast) -> Call:
    number = teamed(cast, announced=True)
    return call("schedule.plan_audit", number, PLAN, by=Person.objects.get(login="liu"))


@happy("schedule.send_plan")
def _(cast: Cast) -> Call:
    number = teamed(cast, announced=True, planned=True)
    return call("schedule.send_plan", number, by=Person.objects.get(login="liu"))


@happy("schedule.move_visit")
def _(cast: Cast) -> Call:
    number, week = teamed(cast, announced=True, planned=True), timedelta(days=7)
    dates = {"starts_on": MON + week, "ends_on": TUE + week}
    return call("schedule.move_visit", number, **dates, reason="企业停产", by=planner(cast))


@happy("schedule.change_remote_share")
def _(cast: Cast) -> Call:
    number = teamed(cast, announced=True, planned=True)
    told = {"remote_percent": 20, "reason": "企业停产"}
    return call("schedule.change_remote_share", number, **told, by=planner(cast))


@happy("schedule.cancel_appointment")
def _(cast: Cast) -> Call:
    number = teamed(cast, announced=True, planned=True)
    return call("schedule.cancel_appointment", number, reason="企业停产", by=planner(cast))


@happy("schedule.give_account")
def _(cast: Cast) -> Call:
    return call("schedule.give_account", rows.client().uscc, owner="market", by=cast["director"])


@happy("schedule.end_account")
def _(cast: Cast) -> Call:
    client = rows.client()
    call("schedule.give_account", client.uscc, owner="market", by=cast["market"])()
    return call("schedule.end_account", client.uscc, reason="调岗", by=cast["market"])
