"""上报义务: the calendar of what the body owes, by when, whose it is, and how far it is."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.returns.actions.answer_return import answer_return
from mingzheng.office.returns.models import Duty
from mingzheng.office.returns.queries import READERS, duties_seen_by
from mingzheng.rulebook.return_duties import ANSWERED, NOT_SENT, OF_A_YEAR, DutyKind
from mingzheng.rulebook.verdict import Objection

from ..fields import line, text
from ..recorded import Fact
from ..register import Register, Verb

TONES = {"due": "wait", "sent": "busy", "accepted": "good", "rejected": "over"}
PREVAILS = t("以平台现行模板为准。", "The platform's current template prevails.")


class AnswerForm(forms.Form):
    accepted = forms.TypedChoiceField(
        label=t("平台结果", "What the platform said"),
        choices=[("1", t("已接收", "Taken")), ("0", t("退回", "Sent back"))],
        coerce=lambda said: said == "1",
    )
    receipt = line(t("回执号（已接收的必填）", "Number of the receipt (where taken)"), 80, required=False)
    remark = text(
        t("退回原因（退回的必填）", "Why it was sent back (where it was)"), 3, max_length=300, required=False
    )


def _barred(row: Duty) -> Sequence[Objection]:
    if row.sent_on is None:
        return [NOT_SENT]
    return [ANSWERED] if row.answered_on else []


def _facts(row: Duty) -> list[Fact]:
    file = reverse("staff:return-file", args=[row.number])
    found = [
        Fact(t("上报人", "Sent by"), row.sent_by),
        Fact(t("上报行数", "Rows sent"), len(row.rows) if row.sent_on else ""),
        Fact(t("校验摘要 SHA-256", "SHA-256 of the rows"), row.digest),
        Fact(t("回执号", "Receipt"), row.receipt),
        Fact(t("退回原因", "Why sent back"), row.remark, long=True),
    ]
    if DutyKind(row.kind).file:
        found.insert(
            0,
            Fact(
                t("文件", "File"), t("查看、导出、与记录核对", "Look, export, hold against the record"), file
            ),
        )
    if row.kind in OF_A_YEAR:
        book = reverse("staff:yearly-workbook", args=[row.first.year])
        found.insert(
            0, Fact(t("年度三表", "The year's three sheets"), t("下载 Excel", "Download as Excel"), book)
        )
    return found


def _period(row: Duty) -> str:
    return f"{row.first:%Y}" if row.kind in OF_A_YEAR else f"{row.first:%Y-%m}"


def _owner(row: Duty) -> Any:
    return say_lazy(f"role.{DutyKind(row.kind).owner}")


DUTIES = Register(
    "duties",
    t("信息上报", "Reports to the regulator"),
    subject="return",
    rows=duties_seen_by,
    roles=READERS,
    columns=(
        Column("kind", t("内容", "What"), Kind.STATUS, words="duty", sort="kind"),
        Column("period", t("期间", "Period"), Kind.CODE, value=_period, sort="first"),
        Column("due_on", t("期限", "Due"), Kind.DAY, sort="due_on"),
        Column("owner", t("责任人", "Owner"), value=_owner),
        Column("state", t("状态", "State"), Kind.STATUS, words="duty-state", tones=TONES, sort="state"),
        Column("sent_on", t("上报日期", "Sent on"), Kind.DAY, sort="sent_on"),
        Column("answered_on", t("回执日期", "Answered on"), Kind.DAY, sort="answered_on"),
    ),
    search=("number", "receipt"),
    filters=(Choice("kind", t("内容", "What"), [(kind, say_lazy(f"duty.{kind}")) for kind in DutyKind]),),
    tabs=(
        Tab("due", t("待上报", "To send"), Q(state__in=["due", "rejected"])),
        Tab("sent", t("待回执", "Without a receipt"), Q(state="sent")),
        Tab("accepted", t("已接收", "Taken"), Q(state="accepted")),
        EVERYTHING,
    ),
    order=("-first", "kind"),
    verbs=(
        Verb(
            answer_return,
            t("登记回执", "Enter the platform's answer"),
            AnswerForm,
            icon="receipt",
            primary=True,
            barred=_barred,
        ),
    ),
    heading=lambda row: f"{say_lazy(f'duty.{row.kind}')} {_period(row)}",
    facts=_facts,
    links=(
        (t("校验文件", "Check a file"), "staff:check-return", "file-search"),
        (t("上报审核计划", "Plan file"), "staff:plan-file", "file-export"),
    ),
    above=lambda: [PREVAILS],
    icon="file-export",
)
