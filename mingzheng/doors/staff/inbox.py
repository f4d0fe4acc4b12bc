"""来信: mail to the body's address, its text alone and never its markup; made a case, or set aside."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.files.content import kept
from mingzheng.office.inbox.actions.make_case import make_case
from mingzheng.office.inbox.actions.set_mail_aside import set_mail_aside
from mingzheng.office.inbox.queries import READERS, mails_seen_by
from mingzheng.office.people.queries import names_of
from mingzheng.office.voices.queries import KEEPERS as CASES_KEPT_BY
from mingzheng.rulebook.inbox import Aside, objections_to_settling
from mingzheng.rulebook.voices import CaseKind, Topic

from .fields import choice, line, text
from .recorded import Act, Fact, Table
from .register import Register, Verb
from .rights import StaffRequest, staff_page

TONES = {"waiting": "wait", "case": "busy", "aside": "idle"}
LONGEST = 20_000  # characters of what was said; the whole mail is kept


class MakeCaseForm(forms.Form):
    kind = choice(t("类别", "Kind"), CaseKind, "case-kind")
    topic = choice(t("关于", "About"), Topic, "case-topic")
    name = line(t("提出人", "Brought by"), required=False,
                help_text=t("匿名的不填；申诉须署名", "Empty when unnamed; an appeal needs a name"))  # fmt: skip
    contact = line(t("联系方式", "Contact"), required=False)
    reference = line(t("来人所指编号或名称", "Number or name given"), 200, required=False)
    text = text(t("情况说明", "What was said"), 10, max_length=LONGEST)


class AsideForm(forms.Form):
    why = choice(t("理由", "Reason"), Aside, "mail-aside")
    note = text(t("如何处理的", "What became of it"), 3, required=False, max_length=2000,
                help_text=t("垃圾邮件可以不写", "Needless for junk"))  # fmt: skip


def state_of(row: Any) -> str:
    return "case" if row.case_id else "aside" if row.aside else "waiting"


def barred(row: Any) -> list[Any]:
    return objections_to_settling(settled=row.settled)


def as_case(row: Any) -> dict[str, str]:
    """What the form of a case starts with: as the mail says it."""
    said = f"{row.subject}\n\n{row.text}".strip()
    return {"name": row.sender[:100], "contact": row.address[:100], "text": said[:LONGEST]}


def facts(row: Any) -> list[Fact]:
    names = names_of([row.settled_by])
    settled = [
        Fact(t("处理", "Dealt with"), row.settled_on),
        Fact(t("处理人", "By"), names.get(row.settled_by, row.settled_by)),
        Fact(t("登记为", "Entered as"), row.case.number)
        if row.case
        else Fact(t("不成案的理由", "Why it was set aside"), say_lazy(f"mail-aside.{row.aside}")),
    ]
    return [
        Fact(t("发件地址", "Address"), row.address),
        Fact(t("发件日期", "Sent on"), row.sent_on),
        *(settled if row.settled else []),
        *([Fact(t("如何处理的", "What became of it"), row.note, long=True)] if row.note else []),
        Fact(t("正文", "Text"), row.text, long=True),
    ]


def tables(row: Any) -> list[Table]:
    heads = [t("名称", "Name"), t("大小（字节）", "Size (bytes)")]
    rows = [("", [name, size]) for name, size in row.attachments]
    return [Table(t("附件（在原件中）", "Attachments (in the message)"), heads, rows)] if rows else []


def acts(row: Any, by: Any) -> list[Act]:
    found = [
        Act(
            t("下载原件", "Download the message"),
            reverse("staff:mail-message", args=[row.number]),
            "download",
        )
    ]
    if row.case and any(by.holds(role) for role in CASES_KEPT_BY):
        found.append(Act(t("打开申投诉", "Open the case"), reverse("staff:case", args=[row.case.number]), "message-report"))  # fmt: skip
    return found


MAILS = Register(
    "mails",
    t("来信", "Incoming mail"),
    subject="mail",
    rows=mails_seen_by,
    roles=READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("subject", t("主题", "Subject"), sort="subject"),
        Column("sender", t("发件人", "From"), value=lambda row: row.sender or row.address, sort="sender"),
        Column("received_on", t("收到", "Received"), Kind.DAY, sort="received_on"),
        Column("attachments", t("附件", "Attachments"), Kind.NUMBER, value=lambda row: len(row.attachments)),
        Column("state", t("状态", "State"), Kind.STATUS, value=state_of, words="mail-state", tones=TONES),
        Column("deal_by", t("期限", "Due"), Kind.DEADLINE, value=lambda row: None if row.settled else row.deal_by, sort="deal_by"),
    ),
    search=("number", "subject", "sender", "address"),
    tabs=(
        Tab("waiting", t("待处理", "To deal with"), Q(settled_on=None)),
        Tab("cases", t("已成案", "Cases"), Q(case__isnull=False)),
        Tab("aside", t("不成案", "Set aside"), ~Q(aside="")),
        EVERYTHING,
    ),
    verbs=(
        Verb(make_case, t("登记为申投诉", "Make it a case"), MakeCaseForm, barred=barred, begin=as_case, icon="message-report",
             primary=True, consequences=[t("期限自来信收到之日起算。", "Its limits run from the day the mail came in.")]),
        Verb(set_mail_aside, t("不成案", "Set it aside"), AsideForm, barred=barred, icon="archive"),
    ),
    facts=facts,
    tables=tables,
    acts=acts,
    state=lambda row: pill(say_lazy(f"mail-state.{state_of(row)}"), TONES[state_of(row)]),
    above=lambda: [t("由任何人发来，内容未经核实；附件在原件中，打开前请查毒。",
                     "Sent by anybody, and not verified; attachments are in the message: scan it before you open them.")],
)  # fmt: skip


@staff_page(*READERS)
def message(request: StaffRequest, number: str) -> HttpResponse:
    """The message as it came: saved, never shown by the browser."""
    mail = get_object_or_404(mails_seen_by(request.user), number=number)
    headers = {"Content-Disposition": f'attachment; filename="{mail.number}.eml"'}
    return HttpResponse(kept(mail.raw), content_type="application/octet-stream", headers=headers)


urlpatterns = [
    path("mails/<str:number>/message.eml", message, name="mail-message"),
    *MAILS.urls(),
]
