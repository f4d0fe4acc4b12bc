"""试运行: begun, compared and concluded; its page is the report, made from the record, and prints as PDF."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import joined, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.moving_in.actions.begin_trial_run import begin_trial_run
from mingzheng.office.moving_in.actions.compare_systems import compare_systems
from mingzheng.office.moving_in.actions.conclude_trial_run import conclude_trial_run
from mingzheng.office.moving_in.papers import Told, report, told
from mingzheng.office.moving_in.queries import READERS, named, runs_seen_by
from mingzheng.rulebook.moving_in import CONCLUDED, Measure, objections_to_concluding
from mingzheng.words import pick

from .fields import count, line, text
from .pdf import pdf_answer
from .recorded import Act, Fact, Table
from .register import Register, Verb
from .rights import StaffRequest, staff_page

TONES = {"running": "busy", "succeeded": "good", "failed": "over"}
MOST = 2_147_483_647  # the highest whole number a column of the database holds
SHOWN = 200  # refused rows on the page; the report holds all of them


class BeginForm(forms.Form):
    system = line(t("原系统名称", "Name of the earlier system"))


class CompareForm(forms.Form):
    measure = forms.TypedChoiceField(
        label=t("比对项目", "Measure"), choices=[(one, t(*named(one))) for one in Measure], coerce=Measure
    )
    there = count(t("原系统的数", "As the earlier system shows it"), max_value=MOST)
    explanation = line(t("差异说明（一致时不填）", "Why they differ (when they do)"), 300, required=False)


class ConcludeForm(forms.Form):
    succeeded = forms.TypedChoiceField(
        label=t("结论", "Outcome"),
        choices=[("1", say_lazy("trial-state.succeeded")), ("0", say_lazy("trial-state.failed"))],
        coerce="1".__eq__,
    )
    conclusion = text(t("说明", "In words"))


def state_of(row: Any) -> str:
    return "running" if row.succeeded is None else "succeeded" if row.succeeded else "failed"


def barred(row: Any) -> list[Any]:
    return [CONCLUDED] if row.concluded_on else []


def to_judge(row: Any, by: Any) -> list[Any]:
    return objections_to_concluding(row.facts, ".", by.login, succeeded=False)


def told_of(row: Any) -> Told:
    """What the record tells of a run, reckoned once a page."""
    if not hasattr(row, "told"):
        row.told = told(row, today())
    return row.told


def facts(row: Any) -> list[Fact]:
    known = told_of(row)
    return [
        Fact(t("读入行数", "Rows read"), known.rows),
        Fact(t("在册", "Kept"), known.kept),
        Fact(t("拒收", "Refused"), known.refused),
        Fact(t("开始人", "Begun by"), known.names.get(row.begun_by, row.begun_by)),
        Fact(t("结论人", "Concluded by"), known.names.get(row.concluded_by, row.concluded_by)),
        Fact(t("结论", "Conclusion"), row.conclusion, long=True),
    ]


def tables(row: Any) -> list[Table]:
    known = told_of(row)
    return [imports_of(known), refusals_of(known), comparisons_of(known)]


def imports_of(known: Told) -> Table:
    heads = [
        t("编号", "No."), t("台账", "Register"), t("文件", "File"), t("日期", "On"), t("读入", "Read"), t("接收", "Taken"),
        t("修正", "Mended"), t("重复", "Repeated"), t("已有", "Known"), t("拒收", "Refused"), t("未读的工作表", "Sheets not read"),
    ]  # fmt: skip
    rows = [
        ("", [one.number, say_lazy(f"register.{one.register}"), one.file, one.carried_on, one.rows, one.taken,
              one.mended, one.repeated, one.known, one.refused, joined(one.unread)])
        for one in known.imports
    ]  # fmt: skip
    return Table(t("导入的台账", "Registers carried in"), heads, rows)


def refusals_of(known: Told) -> Table:
    heads = [t("导入", "Import"), t("位置", "Place"), t("编号", "Key"), t("原因", "Why"), t("后来导入", "Carried in later")]  # fmt: skip
    rows = [("", [one.number, one.place, one.key, pick(*one.why, language()), one.later]) for one in known.refusals[:SHOWN]]  # fmt: skip
    return Table(t("拒收的行", "Rows refused"), heads, rows)


def comparisons_of(known: Told) -> Table:
    heads = [
        t("日期", "On"), t("项目", "Measure"), t("原系统", "There"), t("本系统", "Here"),
        t("差异说明", "Why they differ"), t("比对人", "By"),
    ]  # fmt: skip
    rows = [
        ("", [one.compared_on, t(*named(one.measure)), one.there, one.here, one.explanation,
              known.names.get(one.compared_by, one.compared_by)])
        for one in known.comparisons
    ]  # fmt: skip
    return Table(t("并行运行的比对", "What was compared"), heads, rows)


TRIAL_RUNS = Register(
    "trial-runs",
    t("试运行", "Trial runs"),
    subject="trial-run",
    rows=runs_seen_by,
    roles=READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("system", t("原系统", "Earlier system"), sort="system"),
        Column("begun_on", t("开始", "Begun"), Kind.DAY, sort="begun_on"),
        Column("concluded_on", t("结束", "Concluded"), Kind.DAY, sort="concluded_on"),
        Column("n", t("比对次数", "Comparisons"), Kind.NUMBER, sort="n"),
        Column("state", t("状态", "State"), Kind.STATUS, value=state_of, words="trial-state", tones=TONES),
    ),
    search=("number", "system"),
    enter=Verb(begin_trial_run, t("开始试运行", "Begin a trial run"), BeginForm),
    verbs=(
        Verb(compare_systems, t("比对", "Compare"), CompareForm, barred=barred, icon="switch-horizontal", primary=True),
        Verb(conclude_trial_run, t("作出结论", "Conclude"), ConcludeForm, barred_for=to_judge, icon="check"),
    ),
    facts=facts,
    tables=tables,
    acts=lambda row, by: [Act(t("试运行报告", "Report"), reverse("staff:trial-report", args=[row.number]), "file-type-pdf")],
    state=lambda row: pill(say_lazy(f"trial-state.{state_of(row)}"), TONES[state_of(row)]),
    notes=lambda row: notes(row),
)  # fmt: skip


def notes(row: Any) -> list[str]:
    """What the reader should not miss."""
    refused = told_of(row).refusals
    waiting = sum(not one.later for one in refused)
    found = [t("拒收的行中 {n} 行至今未导入。", "Refused rows not carried in since: {n}.", n=waiting)] if waiting else []  # fmt: skip
    if len(refused) > SHOWN:
        found.append(t("只列前 {n} 行，全部见报告。", "The first {n} refused rows; all are in the report.", n=SHOWN))  # fmt: skip
    return found


@staff_page(*READERS)
def paper(request: StaffRequest, number: str) -> HttpResponse:
    run = get_object_or_404(runs_seen_by(request.user), number=number)
    return pdf_answer(report(run, on=today(), language=language()), f"{number} {t('试运行报告', 'Report of the trial run')}")  # fmt: skip


urlpatterns = [
    path("trial-runs/<str:number>/report/", paper, name="trial-report"),
    *TRIAL_RUNS.urls(),
]
