"""员工满意度调查和建议箱."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.record.actors import Outsider
from mingzheng.office.workplace.actions.answer_staff_survey import answer_staff_survey
from mingzheng.office.workplace.actions.answer_suggestion import answer_suggestion
from mingzheng.office.workplace.actions.close_staff_survey import close_staff_survey
from mingzheng.office.workplace.actions.make_suggestion import make_suggestion
from mingzheng.office.workplace.actions.open_staff_survey import open_staff_survey
from mingzheng.office.workplace.staff_voice import (
    DEPARTMENT,
    ENGAGED,
    apart,
    staff_surveys_seen_by,
    suggestions_seen_by,
    whole_of,
)
from mingzheng.rulebook.questionnaires import SCALE, SMALLEST_CUT
from mingzheng.rulebook.staff_survey import (
    ANSWERED,
    CLOSED,
    OTHERS,
    TAKEN_ALREADY,
    Group,
    mean_of,
    objections_to_answering,
    objections_to_closing,
)
from mingzheng.words import pick

from ..asking import asked
from ..fields import day, text, yes
from ..recorded import Fact, Table
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page
from .union import CRUMB

UNNAMED = "suggestion-box"
UNNAMED_TOLD = t(
    "不记名：只累计各分值次数，不保存任何人的答卷；谁参加过有记录。结束之前不显示结果。",
    "Unnamed: how often each mark is given is counted, nobody's answers are kept; who took part is recorded. No results are "
    "shown before it is closed.",
)


class OpenForm(forms.Form):
    ends_on = day(t("截止日期", "Last day to answer"))


class AnswersForm(forms.Form):
    """A mark for each question; `initial` says which are asked."""

    def __init__(self, *args: Any, initial: dict[str, Any], **more: Any) -> None:
        super().__init__(*args, **more)
        for question in initial["questions"]:
            self.fields[question["code"]] = forms.TypedChoiceField(
                label=pick(question["zh"], question["en"], language()),
                choices=[(mark, say_lazy(f"mark.{mark}")) for mark in reversed(SCALE)],
                coerce=int,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        return {"answers": dict(self.cleaned_data)}


class SuggestionForm(forms.Form):
    text = text(t("建议", "Suggestion"), 5, max_length=2000)


class SuggestionAnswerForm(forms.Form):
    adopted = yes(t("采纳", "Adopted"))
    answer = text(t("答复（全员可见）", "Answer (everybody sees it)"), 4, max_length=2000)


def taken(row: Any, by: Any) -> Sequence[Any]:
    if row.closed_on or today() > row.ends_on:
        return [CLOSED]
    return [TAKEN_ALREADY] if row.mine else []


def results(row: Any) -> list[Table]:
    """By question, then by group as far as groups may be told apart."""
    whole = whole_of(row)
    if whole is None:
        return []
    heads = [t("问题", "Question"), t("平均分", "Mean"), *(say_lazy(f"mark.{mark}") for mark in SCALE)]
    lines = [
        ("", [pick(one["zh"], one["en"], language()), _mean(whole.marks[one["code"]]), *whole.marks[one["code"]]])
        for one in row.questions
    ]  # fmt: skip
    by_question = Table(t("各题（n/N = {n}/{all}）", "By question (n/N = {n}/{all})", n=whole.took, all=whole.asked), heads, lines)  # fmt: skip
    return [by_question, *_cut(row, DEPARTMENT, t("按部门", "By department")), *_cut(row, ENGAGED, t("按聘用方式", "By engagement"))]  # fmt: skip


def _cut(row: Any, family: str, title: str) -> list[Table]:
    groups = apart(row, family)
    heads = [t("组别", "Group"), "n/N", t("总平均分", "Mean of all")]
    lines = [("", [_name(family, one), f"{one.took}/{one.asked}", _mean(_all(one))]) for one in groups]
    return [Table(title, heads, lines)] if lines else []


def _name(family: str, group: Group) -> str:
    if group.name == OTHERS:
        return t("其他合计", "Others together")
    return say_lazy(f"engaged.{group.name}") if family == ENGAGED else group.name


def _all(group: Group) -> list[int]:
    return [sum(times) for times in zip(*group.marks.values(), strict=True)]


def _mean(times: Sequence[int]) -> str:
    return f"{mean_of(times):.2f}"


def told(row: Any) -> list[str]:
    """What the reader should know: that nobody is found out, and why he sees no results."""
    if not row.closed_on:
        return [UNNAMED_TOLD]
    least = t("答卷少于 {n} 份的组已并入其他组，合并后仍不足的不保留分组结果。", "Groups of fewer than {n} answers were put together with others; where that was too few still, no groups are kept.", n=SMALLEST_CUT)  # fmt: skip
    few = t(
        "答卷少于 {n} 份，分值已删除，没有结果。",
        "Fewer than {n} answered: their marks were deleted, there are no results.",
        n=SMALLEST_CUT,
    )
    return [least if whole_of(row) else few]


def state(row: Any) -> Any:
    return pill(t("已结束", "Closed"), "idle") if row.closed_on else pill(t("进行中", "Open"), "wait")


STAFF_SURVEYS = Register(
    "staff-surveys",
    t("员工满意度", "Staff surveys"),
    subject="staff-survey",
    rows=staff_surveys_seen_by,
    crumb=CRUMB,
    icon="mood-smile",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("opened_on", t("发起日期", "Opened on"), Kind.DAY, sort="opened_on"),
        Column("ends_on", t("截止日期", "Last day"), Kind.DAY, sort="ends_on"),
        Column("took", t("答卷 n", "Answered, n"), Kind.NUMBER, sort="took"),
        Column("staff", t("应答 N", "Asked, N"), Kind.NUMBER, value=lambda row: row.staff if row.closed_on else None),
        Column("closed_on", t("结束日期", "Closed on"), Kind.DAY, sort="closed_on"),
    ),
    order=("-opened_on",),
    enter=Verb(open_staff_survey, t("发起调查", "Ask the staff"), OpenForm),
    verbs=(
        Verb(answer_staff_survey, t("填写（不记名）", "Answer (unnamed)"), AnswersForm, primary=True, barred_for=taken,
             consequences=[UNNAMED_TOLD], begin=lambda row: {"questions": row.questions}, done=t("谢谢，已计入。", "Thank you, it is counted.")),
        Verb(close_staff_survey, t("结束调查", "Close it"), forms.Form, icon="check",
             barred=lambda row: objections_to_closing(row.ends_on, today(), closed=bool(row.closed_on))),
    ),
    remarks=told,
    state=state,
    tables=results,
)  # fmt: skip
SUGGESTIONS = Register(
    "suggestions",
    t("建议箱", "Suggestion box"),
    subject="suggestion",
    rows=suggestions_seen_by,
    crumb=CRUMB,
    icon="bulb",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("text", t("建议", "Suggestion"), value=lambda row: f"{row.text[:40]}…" if len(row.text) > 40 else row.text),
        Column("person", t("提出人", "By"), value=lambda row: called(row.person) or t("匿名", "Unnamed"), sort="person__pinyin"),
        Column("made_on", t("提出日期", "Made on"), Kind.DAY, sort="made_on"),
        Column("adopted", t("答复", "Answer"), value=lambda row: _outcome(row), export=lambda row: str(_said(row))),
        Column("answered_on", t("答复日期", "Answered on"), Kind.DAY, sort="answered_on"),
    ),
    search=("number", "text"),
    tabs=(EVERYTHING, Tab("open", t("待答复", "To answer"), Q(answered_on=None))),
    order=("-made_on", "-pk"),
    enter=Verb(make_suggestion, t("提出建议（署名）", "Suggest something, with your name"), SuggestionForm),
    links=((t("匿名提出", "Suggest without a name"), "staff:suggest-unnamed", "message"),),
    verbs=(
        Verb(answer_suggestion, t("答复", "Answer it"), SuggestionAnswerForm, icon="message", primary=True,
             barred=lambda row: [ANSWERED] if row.answered_on else [],
             barred_for=lambda row, by: objections_to_answering("-", own=bool(row.person and row.person.login == by.login), answered=False)),
    ),
    facts=lambda row: [
        Fact(t("建议全文", "In full"), row.text, long=True),
        Fact(t("答复全文", "Answer in full"), row.answer, long=True),
    ],
)  # fmt: skip


def _said(row: Any) -> str:
    if not row.answered_on:
        return t("待答复", "To answer")
    return t("已采纳", "Adopted") if row.adopted else t("未采纳", "Not adopted")


def _outcome(row: Any) -> Any:
    return pill(_said(row), "wait" if not row.answered_on else "good" if row.adopted else "idle")


@staff_page()
def suggest_unnamed(request: StaffRequest) -> HttpResponse:
    """Nobody in particular acts, so that no name stands anywhere, in the event either."""
    return asked(
        request,
        SuggestionForm(request.POST or None),
        lambda said: make_suggestion(**said, on=today(), by=Outsider(UNNAMED)),
        heading=t("匿名提出建议", "Suggest without a name"),
        back=reverse("staff:suggestions"),
        done=t("已放入建议箱，没有留下姓名。", "It is in the box, without your name."),
        consequences=[t("记录中没有您的姓名；答复在建议箱公布。", "Your name stands nowhere; the answer is posted in the box.")],
        step=make_suggestion,
    )  # fmt: skip


urlpatterns = [path("suggestions/unnamed/", suggest_unnamed, name="suggest-unnamed")]
