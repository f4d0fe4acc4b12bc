"""差旅、远程审核和宣贯."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.footprint.actions.complete_trip import complete_trip
from mingzheng.office.footprint.actions.enter_trip import enter_trip
from mingzheng.office.footprint.actions.record_awareness import record_awareness
from mingzheng.office.footprint.actions.record_remote_audit import record_remote_audit
from mingzheng.office.footprint.queries import (
    TRAVELLERS,
    awareness_seen_by,
    remote_audits_seen_by,
    trips_seen_by,
)
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.footprint import MODE_KNOWN, Mode, Topic

from ..fields import choice, count, day, line, people, text
from ..recorded import Fact, subject_fact
from ..register import Register, Verb
from .energy import CRUMB

MODES = [(one, say_lazy(f"mode.{one}")) for one in Mode]


def km(label: str, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=8, decimal_places=1, min_value=0, **more)


class VisitForm(forms.Form):
    visit = line(t("项目编号", "Project"), 20)

    def clean_visit(self) -> str:
        number = self.cleaned_data["visit"].strip()
        if not Visit.objects.filter(number=number).exists():
            raise forms.ValidationError(t("没有此项目", "No project has this number"))
        return number


class TripForm(VisitForm):
    login = people(t("出行人", "Who travelled"))
    travelled_on = day(t("出行日期", "Travelled on"))
    km = km(t("往返公里数", "Kilometres there and back"))
    mode = forms.ChoiceField(
        label=t("出行方式（可稍后补）", "Mode (may follow later)"),
        choices=[("", "--"), *MODES],
        required=False,
    )


class ModeForm(forms.Form):
    mode = choice(t("出行方式", "Mode"), Mode, "mode")


class RemoteForm(VisitForm):
    share = count(t("远程人日比例（%）", "Share of the auditor-days (%)"), 1, max_value=100)
    means = line(t("使用的手段和录屏存放", "Means used, and where recordings are kept"), 200)
    risk = text(t("信息通信技术风险评估和双方约定", "Assessment of the risks, and what both sides agreed"), 4)
    saved_km = km(t("免去的出行（全组公里数）", "Travel saved (km, whole team)"))
    saved_mode = choice(t("原本的出行方式", "How they would have travelled"), Mode, "mode")


class AwarenessForm(VisitForm):
    topic = choice(t("宣贯内容", "About"), Topic, "awareness-topic")
    signed_by = line(t("企业签收人", "Signed by"), 60)
    signed_on = day(t("签收日期", "Signed on"))


def client(row: Any) -> str:
    return called(row.visit.client)


VISIT = Column("visit", t("项目编号", "Project"), Kind.CODE, value="visit.number", sort="visit__number")
CLIENT = Column("client", t("客户", "Client"), value=client, sort="visit__client__name_zh")
SEARCH = ("number", "visit__number", "visit__client__name_zh")


def of_visit(row: Any) -> Fact:
    return subject_fact(t("项目编号", "Project"), f"visit:{row.visit.number}")


TRIPS = Register(
    "trips",
    t("差旅", "Travel"),
    subject="trip",
    rows=trips_seen_by,
    roles=TRAVELLERS,
    crumb=CRUMB,
    icon="route",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        VISIT,
        CLIENT,
        Column("person", t("出行人", "Who"), value=lambda row: called(row.person), sort="person__name_zh"),
        Column("travelled_on", t("出行日期", "Travelled on"), Kind.DAY, sort="travelled_on"),
        Column("mode", t("方式", "Mode"), Kind.STATUS, words="mode", sort="mode"),
        Column("km", t("公里", "Km"), Kind.NUMBER, sort="km"),
        Column("co2_kg", t("二氧化碳（千克）", "CO₂ (kg)"), Kind.NUMBER, sort="co2_kg"),
    ),
    search=(*SEARCH, "person__name_zh"),
    filters=(Choice("mode", t("方式", "Mode"), MODES), Days("travelled_on", t("出行日期", "Travelled"))),
    tabs=(EVERYTHING, Tab("open", t("方式待补", "Without a mode"), Q(mode=""))),
    order=("-travelled_on",),
    enter=Verb(enter_trip, t("登记差旅", "Enter a trip"), TripForm, begin=lambda _: {"travelled_on": today()}),
    verbs=(
        Verb(complete_trip, t("补登出行方式", "Enter the mode"), ModeForm, primary=True,
             barred=lambda row: [MODE_KNOWN] if row.mode else []),
    ),
    facts=lambda row: [of_visit(row)],
)  # fmt: skip
UNAPPROVED = t("远程比例超限，审核前未经特批", "More from afar than the limit, not approved before the visit")
REMOTE = Register(
    "remote-audits",
    t("远程审核", "Audits from afar"),
    subject="remote-audit",
    rows=remote_audits_seen_by,
    roles=TRAVELLERS,
    crumb=CRUMB,
    icon="device-laptop",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        VISIT,
        CLIENT,
        Column("held_on", t("审核日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("share", t("远程比例（%）", "Share (%)"), Kind.NUMBER, sort="share"),
        Column("saved_km", t("少行公里", "Km saved"), Kind.NUMBER, sort="saved_km"),
        Column("saved_co2_kg", t("减少二氧化碳（千克）", "CO₂ saved (kg)"), Kind.NUMBER, sort="saved_co2_kg"),
    ),
    search=SEARCH,
    order=("-held_on",),
    enter=Verb(record_remote_audit, t("登记远程审核", "Enter an audit from afar"), RemoteForm),
    facts=lambda row: [
        of_visit(row),
        *([Fact(t("偏离", "Deviation"), UNAPPROVED)] if row.unapproved else []),
        Fact(t("原本的出行方式", "How they would have travelled"), say_lazy(f"mode.{row.saved_mode}")),
        Fact(t("使用的手段和录屏存放", "Means used, and where recordings are kept"), row.means, long=True),
        Fact(t("风险评估", "Assessment of the risks"), row.risk, long=True),
    ],
    papers=True,
)
AWARENESS = Register(
    "awareness-records",
    t("宣贯记录", "Clients made aware"),
    subject="awareness",
    rows=awareness_seen_by,
    roles=TRAVELLERS,
    crumb=CRUMB,
    icon="bulb",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        VISIT,
        CLIENT,
        Column("topic", t("宣贯内容", "About"), Kind.STATUS, words="awareness-topic", sort="topic"),
        Column("signed_by", t("企业签收人", "Signed by")),
        Column("signed_on", t("签收日期", "Signed on"), Kind.DAY, sort="signed_on"),
    ),
    search=SEARCH,
    order=("-signed_on",),
    enter=Verb(record_awareness, t("登记宣贯", "Enter that a client was made aware"), AwarenessForm,
               begin=lambda _: {"signed_on": today()}),
    facts=lambda row: [of_visit(row)],
    papers=True,
)  # fmt: skip
