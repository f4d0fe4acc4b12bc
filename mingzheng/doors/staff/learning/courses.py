"""培训和季度专题研讨."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t, why
from mingzheng.doors.today import today
from mingzheng.office.learning.actions.cancel_course import cancel_course
from mingzheng.office.learning.actions.hold_course import hold_course
from mingzheng.office.learning.actions.plan_course import plan_course
from mingzheng.office.learning.queries import courses_seen_by, quarters_without_seminar
from mingzheng.rulebook.development import plan_state
from mingzheng.rulebook.learning import CourseKind, objections_to_open_course

from ..fields import choice, day, line, people, text
from ..recorded import Fact, Table
from ..register import Register, Verb

TONES = {"planned": "wait", "late": "busy", "unfinished": "over", "done": "good", "dropped": "idle"}


def hours(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=5, decimal_places=1, min_value=Decimal("0.5"))


class PlanForm(forms.Form):
    kind = choice(t("类别", "Kind"), CourseKind, "course-kind")
    title = line(t("题目", "Title"), 200)
    planned_on = day(t("计划日期", "Planned for"))
    hours = hours(t("学时", "Hours"))
    department = line(t("主办部门", "Department"), 40, required=False)


class HeldForm(forms.Form):
    held_on = day(t("举办日期", "Held on"))
    hours = hours(t("学时", "Hours"))
    attended = people(t("到场人员", "Who was there"), many=True)
    remark = text(t("内容和考核", "What it was about, and how it was tested"), 4)


class CancelForm(forms.Form):
    reason = text(t("取消理由", "Why it is cancelled"), 2)


def state(row: Any) -> str:
    return plan_state(row.planned_on, today(), done=bool(row.held_on), dropped=bool(row.cancelled_on))


def over(row: Any) -> list[Any]:
    return objections_to_open_course(held=bool(row.held_on), cancelled=bool(row.cancelled_on))


def came(row: Any) -> list[Table]:
    rows = row.attendances.select_related("person").order_by("person__pinyin")
    heads = [t("人员", "Person"), t("部门", "Department"), t("学时", "Hours")]
    return [
        Table(
            t("到场人员", "Who was there"),
            heads,
            [("", [called(one.person), one.person.department, one.hours]) for one in rows],
        )
    ]


def missing() -> list[str]:
    """The quarters of this year and the last that had no seminar."""
    on = today()
    return [why(one) for year in (on.year - 1, on.year) for one in quarters_without_seminar(year, on)]


COURSES = Register(
    "courses",
    t("培训与研讨", "Training and seminars"),
    subject="course",
    rows=courses_seen_by,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="course-kind", sort="kind"),
        Column("title", t("题目", "Title"), sort="title"),
        Column("planned_on", t("计划日期", "Planned for"), Kind.DAY, sort="planned_on"),
        Column("held_on", t("举办日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("came", t("到场", "Came"), Kind.NUMBER, sort="came"),
        Column("in_all", t("学时合计", "Hours in all"), Kind.NUMBER, sort="in_all"),
        Column("state", t("状态", "State"), value=lambda row: pill(say_lazy(f"course-state.{state(row)}"), TONES[state(row)]),
               export=lambda row: str(say_lazy(f"course-state.{state(row)}"))),
    ),
    search=("number", "title", "department"),
    filters=(
        Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"course-kind.{one}")) for one in CourseKind]),
        Days("planned_on", t("计划日期", "Planned")),
    ),
    tabs=(EVERYTHING, Tab("open", t("未办", "To come"), Q(held_on=None, cancelled_on=None))),
    order=("-planned_on",),
    above=missing,
    enter=Verb(plan_course, t("制订培训计划", "Plan a course"), PlanForm),
    verbs=(
        Verb(hold_course, t("登记举办", "Enter as held"), HeldForm, icon="check", primary=True, barred=over,
             begin=lambda row: {"held_on": today(), "hours": row.hours}),
        Verb(cancel_course, t("取消培训", "Cancel it"), CancelForm, icon="x", barred=over),
    ),
    facts=lambda row: [
        Fact(t("主办部门", "Department"), row.department),
        Fact(t("内容或取消理由", "What it was about, or why it was cancelled"), row.remark, long=True),
    ],
    tables=came,
    papers=True,
)  # fmt: skip
