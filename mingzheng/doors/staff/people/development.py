"""发展计划: who is to become competent for what, beside the plan of courses, and what of both has no result."""

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import URLPattern, path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.competence.actions.answer_step_request import answer_step_request
from mingzheng.office.competence.actions.conclude_development import conclude_development
from mingzheng.office.competence.actions.plan_development import plan_development
from mingzheng.office.competence.actions.request_step import request_step
from mingzheng.office.competence.queries import development_by_year, development_seen_by, requests_seen_by
from mingzheng.office.learning.queries import courses_by_year
from mingzheng.rulebook.development import (
    CONCLUDED,
    RequestKind,
    late_if_asked_before,
    objections_to_reply,
    plan_state,
)
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.technical_areas import technical_areas

from ..fields import choice, day, line, people, text, yes
from ..learning.courses import TONES
from ..recorded import Act, Fact, Table, subject_fact
from ..register import Register, Verb, overview

CRUMB = (t("发展计划与申请", "Development"), "staff:development-overview")
STATES = {"waiting": "wait", "late": "over", "agreed": "good", "declined": "idle"}


class PlanForm(forms.Form):
    login = people(t("人员", "Person"))
    standard = choice(t("体系", "System"), SYSTEMS, "standard")
    code = line(t("专业代码，如 17.10.02", "Technical area, as 17.10.02"), 12)
    measure = text(
        t("措施（培训、见习、跟组等）", "How (courses, audits beside an expert …)"), 3, max_length=300
    )
    due_on = day(t("完成期限", "By"))


class ResultForm(forms.Form):
    achieved = yes(t("已完成（该专业能力已评定）", "Achieved (the competence is recognised)"))
    result = text(t("结果或放弃原因（放弃的必填）", "Result, or why it is given up (required then)"), 3, max_length=300, required=False)  # fmt: skip


def state(row: Any) -> str:
    return plan_state(row.due_on, today(), done=row.achieved is True, dropped=row.achieved is False)


def area(row: Any) -> str:
    found = technical_areas().get(row.code)
    return t(found.zh, found.en) if found else ""


PLAN = Verb(
    plan_development,
    t("列入发展计划", "Plan somebody's development"),
    PlanForm,
    begin=lambda _: {"due_on": today().replace(month=12, day=31)},
)
DEVELOPMENT = Register(
    "development-plan",
    t("能力发展计划", "Development plan"),
    subject="development",
    rows=development_seen_by,
    crumb=CRUMB,
    icon="target",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("year", t("年度", "Year"), sort="year"),
        Column("person", t("人员", "Person"), value=lambda row: called(row.person), sort="person__pinyin"),
        Column("standard", t("体系", "System"), Kind.STANDARDS, value=lambda row: (row.standard,), sort="standard"),
        Column("code", t("专业代码", "Technical area"), Kind.CODE, sort="code"),
        Column("due_on", t("完成期限", "By"), Kind.DAY, sort="due_on"),
        Column("state", t("状态", "State"), value=lambda row: pill(say_lazy(f"plan-state.{state(row)}"), TONES[state(row)]),
               export=lambda row: str(say_lazy(f"plan-state.{state(row)}"))),
        Column("concluded_on", t("结果日期", "Result on"), Kind.DAY, sort="concluded_on"),
    ),
    search=("number", "code", "person__name_zh", "person__pinyin"),
    filters=(Choice("standard", t("体系", "System"), [(one, say_lazy(f"standard.{one}")) for one in SYSTEMS]),),
    tabs=(Tab("open", t("没有结果", "Without a result"), Q(concluded_on=None)), EVERYTHING),
    order=("-year", "due_on"),
    enter=PLAN,
    verbs=(
        Verb(conclude_development, t("登记结果", "Enter the result"), ResultForm, icon="check", primary=True,
             barred=lambda row: [CONCLUDED] if row.concluded_on else []),
    ),
    facts=lambda row: [
        Fact(t("专业名称", "Area"), area(row)),
        subject_fact(t("人员", "Person"), f"person:{row.person.login}", called(row.person)),
        Fact(t("措施", "How"), row.measure, long=True),
        Fact(t("结果", "Result"), row.result, long=True),
    ],
    papers=True,
)  # fmt: skip


class RequestForm(forms.Form):
    kind = choice(t("申请", "What you ask for"), RequestKind, "request-kind")
    standard = choice(t("体系", "System"), SYSTEMS, "standard")
    reason = text(t("理由", "Why"), 3, max_length=300)


class AnswerForm(forms.Form):
    agreed = yes(t("同意", "Agreed"))
    answer = text(t("答复", "Answer"), 3, max_length=300)


def then(row: Any, by: Any) -> list[Act]:
    """Once agreed to, where it is arranged."""
    if not (row.agreed and by.holds(Role.COMPETENCE_EVALUATOR)):
        return []
    name, label = {
        RequestKind.WITNESSING: ("plan-witnessing", t("安排见证", "Plan the witnessing")),
        RequestKind.PROMOTION: ("open-candidacy", t("发起注册申报", "Open a candidacy")),
    }[RequestKind(row.kind)]
    return [
        Act(
            label,
            f"{reverse(f'staff:{name}', args=[row.person.login])}?standard={row.standard}",
            "arrow-right",
        )
    ]


def answered(row: Any) -> str:
    if row.answered_on:
        return "agreed" if row.agreed else "declined"
    return "late" if row.asked_on < late_if_asked_before(today()) else "waiting"


REQUESTS = Register(
    "step-requests",
    t("见证和晋升申请", "Requests of auditors"),
    subject="step-request",
    rows=requests_seen_by,
    crumb=CRUMB,
    icon="message",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("person", t("申请人", "By"), value=lambda row: called(row.person), sort="person__pinyin"),
        Column("kind", t("申请", "Asked for"), value=lambda row: say_lazy(f"request-kind.{row.kind}"), sort="kind"),
        Column("standard", t("体系", "System"), Kind.STANDARDS, value=lambda row: (row.standard,), sort="standard"),
        Column("asked_on", t("申请日期", "Asked on"), Kind.DAY, sort="asked_on"),
        Column("state", t("答复", "Answer"),
               value=lambda row: pill(say_lazy(f"request-state.{answered(row)}"), STATES[answered(row)]),
               export=lambda row: str(say_lazy(f"request-state.{answered(row)}"))),
        Column("answered_on", t("答复日期", "Answered on"), Kind.DAY, sort="answered_on"),
    ),
    search=("number", "person__name_zh", "person__pinyin"),
    tabs=(EVERYTHING, Tab("open", t("待答复", "To answer"), Q(answered_on=None))),
    order=("-asked_on", "-pk"),
    enter=Verb(request_step, t("申请见证或晋升", "Ask to be witnessed or promoted"), RequestForm),
    verbs=(
        Verb(answer_step_request, t("答复", "Answer"), AnswerForm, icon="message", primary=True,
             barred_for=lambda row, by: objections_to_reply("-", own=row.person.login == by.login, answered=bool(row.answered_on))),
    ),
    acts=then,
    facts=lambda row: [
        Fact(t("理由", "Why"), row.reason, long=True),
        Fact(t("答复", "Answer"), row.answer, long=True),
    ],
    papers=True,
)  # fmt: skip


def panels(by: Any) -> list[Table]:
    """Plan and actual of both plans by year; what has no result once its year is over is 未完成."""
    plans = [(t("能力发展计划", "Development plan"), one) for one in development_by_year()]
    plans += [(t("培训计划", "Courses"), one) for one in courses_by_year()]
    lines = []
    for label, one in sorted(plans, key=lambda plan: -plan[1]["year"]):
        left = one["planned"] - one["done"] - one["dropped"]
        over = one["year"] < today().year
        unfinished, to_come = (pill(left, "over") if left else 0, "") if over else ("", left)
        lines.append(
            ("", [one["year"], label, one["planned"], one["done"], one["dropped"], unfinished, to_come])
        )
    heads = [
        t("年度", "Year"), t("计划", "Plan"), t("计划项", "Planned"), t("完成", "Done"), t("放弃或取消", "Given up"),
        t("未完成", "Unfinished"), t("待办", "To come"),
    ]  # fmt: skip
    return [
        Table(t("两项年度计划：计划与完成", "The two plans of each year: planned and done"), heads, lines)
    ]


REGISTERS = (DEVELOPMENT, REQUESTS)


def urls() -> list[URLPattern]:
    look = overview(CRUMB[0], REGISTERS, HELD_BY_PERSONS, panels)
    return [
        path("plans/", look, name="development-overview"),
        *(url for register in REGISTERS for url in register.urls()),
    ]
