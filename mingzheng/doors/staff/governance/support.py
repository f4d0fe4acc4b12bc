"""帮扶记录: what was done for clients in hard times, each thing with what shows it."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.clients.models import Client
from mingzheng.office.governance.actions.tag_support import tag_support
from mingzheng.office.governance.actions.take_support_back import take_support_back
from mingzheng.office.governance.queries import SUPPORT_READERS, supports_seen_by
from mingzheng.rulebook.support import TAKEN_BACK, SupportKind

from ..fields import choice, day, line
from ..recorded import Fact, subject_fact
from ..register import Register, Verb
from .stakeholders import CRUMB, NUMBER, ReasonForm, choices


def clients() -> list[tuple[str, str]]:
    return [(row.uscc, f"{called(row)} · {row.uscc}") for row in Client.objects.order_by("name_zh")]


class SupportForm(forms.Form):
    client = forms.ChoiceField(label=t("客户", "Client"), choices=clients)
    kind = choice(t("类别", "Kind"), SupportKind, "support-kind")
    occasion = line(t("缘由", "Occasion"), 60)
    what = line(t("帮扶内容", "What was done"), 300)
    proof = line(
        t("记录编号", "Number in the record"),
        60,
        required=False,
        help_text=t(
            "减免单、远程审核或证书的编号；日期以该记录为准",
            "Of the relief, the audit from afar or the certificate; its day is taken from there",
        ),
    )
    done_on = day(
        t("帮扶日期（没有记录编号时填写）", "Done on (where there is no such number)"), required=False
    )


def facts(row: Any) -> list[Fact]:
    kept = Fact(t("撤销日期", "Taken back on"), row.taken_back_on)
    return [subject_fact(t("记录编号", "Number in the record"), row.proof), kept] if row.proof else [kept]


SUPPORTS = Register(
    "supports",
    t("帮扶记录", "Support of clients"),
    subject="support",
    rows=supports_seen_by,
    roles=SUPPORT_READERS,
    crumb=CRUMB,
    icon="heart",
    columns=(
        NUMBER,
        Column("client", t("客户", "Client"), value=lambda row: called(row.client), sort="client__name_zh"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="support-kind", sort="kind"),
        Column("occasion", t("缘由", "Occasion"), sort="occasion"),
        Column("what", t("帮扶内容", "What was done")),
        Column("done_on", t("帮扶日期", "Done on"), Kind.DAY, sort="done_on"),
    ),
    search=("number", "client__name_zh", "client__uscc", "occasion", "what"),
    filters=(choices(t("类别", "Kind"), "kind", SupportKind, "support-kind"),),
    tabs=(
        Tab("counted", t("有效", "Counted"), Q(taken_back_on=None)),
        EVERYTHING,
    ),
    order=("-done_on", "-pk"),
    enter=Verb(tag_support, t("登记帮扶", "Enter support"), SupportForm, begin=lambda _: {"done_on": today()}),
    verbs=(
        Verb(take_support_back, t("撤销登记", "Take back"), ReasonForm, icon="x",
             barred=lambda row: [TAKEN_BACK] if row.taken_back_on else []),
    ),
    facts=facts,
    papers=True,
)  # fmt: skip
