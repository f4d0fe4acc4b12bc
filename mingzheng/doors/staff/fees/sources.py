"""客户来源."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import called, t
from mingzheng.office.fees.actions.enter_source import enter_source
from mingzheng.office.fees.queries import READERS, sources_seen_by
from mingzheng.rulebook.fees import Source

from ..fields import choice, line
from ..register import Register, Verb
from .contracts import CRUMB

TONES = {"own": "good", "agent": "busy", "partner": "plain"}


class SourceForm(forms.Form):
    source = choice(t("客户来源", "How the client came"), Source, "source")
    name = line(t("代理或合作方名称", "Name of the agent or partner"), 200, required=False)


def begin(row: Any) -> dict[str, Any]:
    return {"source": row.source or Source.OWN, "name": row.agent or ""}


SOURCES = Register(
    "sources",
    t("客户来源", "Client sources"),
    subject="client-source",
    rows=sources_seen_by,
    roles=READERS,
    crumb=CRUMB,
    heading=called,
    beside=lambda row: [f"client:{row.number}"],
    columns=(
        Column("number", t("统一社会信用代码", "Unified social credit code"), Kind.CODE, sort="uscc"),
        Column("name", t("客户", "Client"), value=called, sort="name_zh"),
        Column("source", t("来源", "Source"), Kind.STATUS, words="source", tones=TONES, sort="source"),
        Column("agent", t("代理或合作方", "Agent or partner")),
        Column("source_since", t("登记日期", "Entered on"), Kind.DAY),
    ),
    search=("uscc", "name_zh", "pinyin"),
    tabs=(Tab("none", t("未登记", "Not entered"), Q(source=None)), EVERYTHING),
    order=("pk",),
    verbs=(Verb(enter_source, t("登记客户来源", "Enter the source"), SourceForm, primary=True, begin=begin),),
)
