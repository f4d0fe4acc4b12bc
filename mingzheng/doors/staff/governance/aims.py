"""年度目标、公开承诺的履行、沿革与大事记、行业活动、职责矩阵."""

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import URLPattern, path

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.two import called, joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.governance.actions.end_duty import end_duty
from mingzheng.office.governance.actions.enter_trade_event import enter_trade_event
from mingzheng.office.governance.actions.give_duty import give_duty
from mingzheng.office.governance.actions.join_trade_event import join_trade_event
from mingzheng.office.governance.actions.leave_happening import leave_happening
from mingzheng.office.governance.actions.look_at_commitment import look_at_commitment
from mingzheng.office.governance.actions.pass_duty import pass_duty
from mingzheng.office.governance.actions.propose_happening import propose_happening
from mingzheng.office.governance.actions.set_objective import set_objective
from mingzheng.office.governance.actions.take_happening import take_happening
from mingzheng.office.governance.actions.tell_result import tell_result
from mingzheng.office.governance.queries import (
    commitments_seen_by,
    duties_on,
    duties_seen_by,
    happenings_seen_by,
    looks_at,
    objectives_seen_by,
    trade_events_seen_by,
)
from mingzheng.office.people.models import Person
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.responsibility import LOOKED_AT, NOT_PUBLIC, RESULT_KNOWN, SETTLED, Kept, Result
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

from ..fields import choice, day, line, multiple, people, text, yes
from ..recorded import Fact, Table
from ..register import Register, Verb, overview
from .stakeholders import CRUMB, ENGLISH, NUMBER, ReasonForm, ended, named, said


class ObjectiveForm(forms.Form):
    zh = line(t("目标", "Objective"), 200)
    en = line(ENGLISH, 300, required=False)
    target = line(t("衡量指标", "Measured by"), 200)
    owner = choice(t("责任部门", "Responsible department"), Owner, "owner")
    due_on = day(t("完成期限", "Due on"))


class ResultForm(forms.Form):
    result = choice(t("结果", "Result"), Result, "objective-result")
    told_zh = text(t("完成情况", "What came of it"), 3)
    told_en = text(ENGLISH, 3, required=False)
    evidence = line(t("证据（完成的必填）", "What shows it (needed unless missed)"), 300, required=False)


class LookForm(forms.Form):
    kept = choice(t("履行情况", "How it was kept"), Kept, "commitment-kept")
    zh = text(t("说明", "What was found"), 3)
    en = text(ENGLISH, 3, required=False)
    evidence = line(t("证据", "What shows it"), 300)


class TagsForm(forms.Form):
    milestone = yes(t("沿革", "A milestone of the body"))
    of_year = yes(t("大事记", "An event of the year"))


class HappeningForm(TagsForm):
    zh = line(t("事项", "What happened"), 300)
    en = line(ENGLISH, 500, required=False)
    happened_on = day(t("日期", "On"))
    field_order = ("zh", "en", "happened_on", "milestone", "of_year")


class JoinForm(forms.Form):
    people = people(t("参加人员", "Who was there"), many=True)


class TradeEventForm(JoinForm):
    zh = line(t("活动", "Activity"), 200)
    en = line(ENGLISH, 300, required=False)
    organiser = line(t("主办单位", "Held by"), 200)
    held_on = day(t("日期", "On"))
    place = line(t("地点", "Place"), required=False)
    field_order = ("zh", "en", "organiser", "held_on", "place", "people")


class PositionForm(forms.Form):
    position = choice(t("负责岗位", "Position that answers for it"), HELD_BY_PERSONS, "role")
    supporting = multiple(t("协助岗位", "Positions that help"), HELD_BY_PERSONS, "role", required=False)


class DutyForm(PositionForm):
    zh = line(t("职责", "Duty"), 200)
    en = line(ENGLISH, 300, required=False)
    field_order = ("zh", "en", "position", "supporting")


def settled(row: Any) -> list[Any]:
    return [SETTLED] if row.taken_on or row.left_on else []


def looked(row: Any) -> list[Any]:
    """Why a commitment cannot be looked at now."""
    found = [NOT_PUBLIC] if row.taken_down_on and row.taken_down_on <= today() else []
    return [*found, LOOKED_AT] if row.looked and row.looked.year == today().year else found


def looks(row: Any) -> list[Table]:
    """How it was kept, year by year: carried over until it is no longer in public."""
    rows = [
        ("", [one.year, say_lazy(f"commitment-kept.{one.kept}"), said(one.zh, one.en), one.evidence])
        for one in looks_at(row)
    ]
    heads = [
        t("年度", "Year"),
        t("履行情况", "How it was kept"),
        t("说明", "What was found"),
        t("证据", "What shows it"),
    ]
    return [Table(t("各年履行情况", "How it was kept"), heads, rows)]


OBJECTIVES = Register(
    "objectives",
    t("年度目标", "Objectives"),
    subject="objective",
    rows=objectives_seen_by,
    crumb=CRUMB,
    icon="star",
    columns=(
        NUMBER,
        named(t("目标", "Objective")),
        Column("target", t("衡量指标", "Measured by"), sort="target"),
        Column("owner", t("责任部门", "Department"), value=lambda row: say_lazy(f"owner.{row.owner}"), sort="owner"),
        Column("due_on", t("完成期限", "Due on"), Kind.DAY, sort="due_on"),
        Column("result", t("结果", "Result"), Kind.STATUS, words="objective-result", sort="result",
               tones={"met": "good", "partly": "busy", "missed": "bad"}),
    ),
    search=("number", "zh", "target"),
    tabs=(EVERYTHING, Tab("open", t("未登记结果", "No result yet"), Q(result=""))),
    order=("-due_on",),
    enter=Verb(set_objective, t("制订目标", "Set an objective"), ObjectiveForm, begin=lambda _: {"due_on": today().replace(month=12, day=31)}),
    verbs=(
        Verb(tell_result, t("登记结果", "Enter the result"), ResultForm, icon="check", primary=True,
             barred=lambda row: [RESULT_KNOWN] if row.result else []),
    ),
    facts=lambda row: [
        Fact(t("完成情况", "What came of it"), said(row.told_zh, row.told_en), long=True),
        Fact(t("证据", "What shows it"), row.evidence),
    ],
    papers=True,
)  # fmt: skip
COMMITMENTS = Register(
    "commitments",
    t("公开承诺的履行", "Commitments and how they were kept"),
    subject="commitment",
    rows=commitments_seen_by,
    crumb=CRUMB,
    icon="speakerphone",
    columns=(
        NUMBER,
        named(t("承诺", "Commitment"), "title_zh"),
        Column("published_on", t("发布日期", "Published on"), Kind.DAY, sort="published_on"),
        Column("looked", t("最近检查", "Last looked at"), Kind.DAY, sort="looked"),
        Column("taken_down_on", t("撤下日期", "Taken down on"), Kind.DAY, sort="taken_down_on"),
    ),
    search=("number", "title_zh"),
    tabs=(Tab("public", t("公开中", "In public"), Q(taken_down_on=None)), EVERYTHING),
    order=("-published_on",),
    verbs=(
        Verb(look_at_commitment, t("检查履行情况", "Say how it was kept"), LookForm, icon="check", primary=True, barred=looked),
    ),
    facts=lambda row: [Fact(t("承诺内容", "What was promised"), said(row.text_zh, row.text_en), long=True)],
    tables=looks,
)  # fmt: skip
HAPPENINGS = Register(
    "chronicle",
    t("沿革与大事记", "Milestones and events"),
    subject="happening",
    rows=happenings_seen_by,
    crumb=CRUMB,
    icon="calendar-event",
    columns=(
        NUMBER,
        Column("happened_on", t("日期", "On"), Kind.DAY, sort="happened_on"),
        named(t("事项", "What happened")),
        Column("milestone", t("沿革", "Milestone"), value=lambda row: t("是", "Yes") if row.milestone else ""),
        Column("of_year", t("大事记", "Event of the year"), value=lambda row: t("是", "Yes") if row.of_year else ""),
        Column("state", t("状态", "State"), Kind.STATUS, words="happening-state",
               value=lambda row: "taken" if row.taken_on else "left" if row.left_on else "proposed",
               tones={"taken": "good", "proposed": "busy"}),
    ),
    search=("number", "zh", "en"),
    filters=(Choice("of_year", t("大事记", "Event of the year"), [("True", t("是", "Yes")), ("False", t("否", "No"))]),),
    tabs=(EVERYTHING, Tab("proposed", t("待收录", "Proposed"), Q(taken_on=None, left_on=None))),
    order=("-happened_on", "-pk"),
    enter=Verb(propose_happening, t("提议收录", "Propose an entry"), HappeningForm, begin=lambda _: {"happened_on": today(), "of_year": True}),
    verbs=(
        Verb(take_happening, t("收录", "Take it in"), TagsForm, icon="check", primary=True,
             begin=lambda row: {"milestone": row.milestone, "of_year": row.of_year}, barred=settled),
        Verb(leave_happening, t("不收录", "Leave it out"), ReasonForm, icon="x", barred=settled),
    ),
    facts=lambda row: [Fact(t("未收录理由", "Left out because"), row.left_because)],
    papers=True,
)  # fmt: skip
TRADE_EVENTS = Register(
    "trade-events",
    t("行业活动", "Activities of the trade"),
    subject="trade-event",
    rows=trade_events_seen_by,
    crumb=CRUMB,
    icon="users-group",
    columns=(
        NUMBER,
        Column("held_on", t("日期", "On"), Kind.DAY, sort="held_on"),
        named(t("活动", "Activity")),
        Column("organiser", t("主办单位", "Held by"), sort="organiser"),
        Column("n", t("参加人数", "People"), Kind.NUMBER, sort="n"),
    ),
    search=("number", "zh", "en", "organiser"),
    order=("-held_on", "-pk"),
    enter=Verb(enter_trade_event, t("登记行业活动", "Enter an activity of the trade"), TradeEventForm,
               begin=lambda _: {"held_on": today()}),
    verbs=(Verb(join_trade_event, t("补登参加人员", "Add who else was there"), JoinForm, icon="plus"),),
    facts=lambda row: [Fact(t("地点", "Place"), row.place)],
    tables=lambda row: [
        Table(t("参加人员", "Who was there"), [t("人员", "Person"), t("部门", "Department")],
              [("", [called(one), one.department]) for one in row.people.order_by("pinyin")])
    ],
    papers=True,
)  # fmt: skip
DUTIES = Register(
    "position-duties",
    t("职责", "Duties"),
    subject="duty",
    rows=duties_seen_by,
    crumb=CRUMB,
    icon="clipboard-check",
    columns=(
        NUMBER,
        named(t("职责", "Duty")),
        Column("position", t("负责岗位", "Answers for it"), Kind.STATUS, words="role", sort="position"),
        Column("supporting", t("协助岗位", "Help"), value=lambda row: joined(say_lazy(f"role.{one}") for one in row.supporting)),
        Column("given_on", t("分配日期", "Given on"), Kind.DAY, sort="given_on"),
        Column("ended_on", t("取消日期", "Ended on"), Kind.DAY, sort="ended_on"),
    ),
    search=("number", "zh", "en"),
    tabs=(Tab("standing", t("现有", "Standing"), Q(ended_on=None)), EVERYTHING),
    order=("pk",),
    enter=Verb(give_duty, t("分配职责", "Give a duty"), DutyForm),
    verbs=(
        Verb(pass_duty, t("调整职责", "Pass it on"), PositionForm, icon="pencil", primary=True,
             begin=lambda row: {"position": row.position, "supporting": row.supporting}, barred=ended),
        Verb(end_duty, t("取消职责", "End it"), ReasonForm, icon="x", barred=ended),
    ),
    links=((t("职责矩阵", "Matrix of duties"), "staff:duty-matrix", "layout-dashboard"),),
)  # fmt: skip


def matrix(by: Any) -> list[Table]:
    """Every duty with its position, who holds it, and who helps; ● answers for it, ○ helps."""
    rows = list(duties_on(today()))
    named = {role for row in rows for role in (row.position, *row.supporting)}
    held = [role for role in HELD_BY_PERSONS if role in named]
    positions = [say_lazy(f"role.{role}") for role in held]
    heads = [t("职责（● 负责 ○ 协助）", "Duty (● answers for it, ○ helps)"), *positions]
    marks = [
        (DUTIES.url_of(row), [said(row.zh, row.en), *(_mark(row, role) for role in held)]) for row in rows
    ]
    who = [("", list(cells)) for cells in zip(positions, _holders(held), strict=True)]
    return [
        Table(t("职责矩阵", "Matrix of duties"), heads, marks),
        Table(t("岗位上的人", "Who holds the positions"), [t("岗位", "Position"), t("人员", "People")], who),
    ]


def _mark(row: Any, role: Role) -> str:
    if role == row.position:
        return "●"
    return "○" if role in row.supporting else ""


def _holders(roles: list[Role]) -> list[str]:
    people = list(Person.objects.filter(is_active=True).order_by("pinyin"))
    names = (joined(called(one) for one in people if role in one.roles) for role in roles)
    return [found or t("无人在岗", "Nobody holds it") for found in names]


def urls() -> list[URLPattern]:
    look = overview(t("职责矩阵", "Matrix of duties"), (DUTIES,), (), matrix)
    return [path("position-duties/matrix/", look, name="duty-matrix"), *DUTIES.urls()]
