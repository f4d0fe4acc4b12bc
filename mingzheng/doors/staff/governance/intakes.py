"""检测认证一站式受理: applications shared with a laboratory, and what passed between the two."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.queries import READERS
from mingzheng.office.governance.actions.end_consent import end_consent
from mingzheng.office.governance.actions.enter_laboratory_order import enter_laboratory_order
from mingzheng.office.governance.actions.pass_on import pass_on
from mingzheng.office.governance.actions.share_application import share_application
from mingzheng.office.governance.queries import intakes_seen_by, intakes_to_take
from mingzheng.office.people.queries import names_of
from mingzheng.rulebook.shared_intake import CONSENT_ENDED, ORDER_KNOWN, Content, Direction

from ..fields import choice, day, line, text
from ..recorded import Fact, Table, subject_fact
from ..register import Register, Verb
from .stakeholders import CRUMB, NUMBER, ReasonForm


def applications() -> list[tuple[str, str]]:
    return [(row.number, f"{row.number} · {called(row)}") for row in intakes_to_take()]


class ShareForm(forms.Form):
    application = forms.ChoiceField(label=t("认证申请", "Application"), choices=applications)
    laboratory = line(t("检测机构", "Laboratory"), 200)
    laboratory_uscc = line(t("检测机构统一社会信用代码", "Unified social credit code of the laboratory"), 18)
    consent_by = line(t("委托方同意书签字人", "Who signed the consent for the client"), 60)
    consented_on = day(t("同意书日期", "Consented on"))
    safeguard = text(
        t("公正性保障措施（关联机构必填）", "How impartiality is kept (with a related body)"),
        3,
        required=False,
    )


class OrderForm(forms.Form):
    order = line(t("检测委托单号", "Number of the laboratory's order"), 60)


class PassForm(forms.Form):
    direction = choice(t("方向", "Which way"), Direction, "passing-direction")
    content = choice(t("类别", "Kind"), Content, "passing-content")
    what = line(t("内容", "What exactly"), 300)
    recipient = line(t("接收人", "Who received it"), 60)
    passed_on = day(t("传递日期", "Passed on"))


def ended(row: Any) -> list[Any]:
    return [CONSENT_ENDED] if row.consent_ended_on else []


def state(row: Any) -> tuple[str, str]:
    """Words and tone."""
    if row.consent_ended_on:
        return t("同意已收回", "Consent taken back"), "idle"
    return (
        (t("两单齐全", "Both orders"), "good")
        if row.order and row.ours
        else (t("办理中", "Under way"), "wait")
    )


def passed(row: Any) -> list[Table]:
    """The latest first."""
    rows = list(row.passings.order_by("-passed_on", "-pk"))
    names = names_of(one.by for one in rows)
    heads = [
        t("传递日期", "Passed on"),
        t("方向", "Which way"),
        t("类别", "Kind"),
        t("内容", "What exactly"),
        t("接收人", "Who received it"),
        t("登记人", "Entered by"),
    ]
    cells = [
        ("", [one.passed_on, say_lazy(f"passing-direction.{one.direction}"), say_lazy(f"passing-content.{one.content}"),
              one.what, one.recipient, names.get(one.by, one.by)])
        for one in rows
    ]  # fmt: skip
    return [Table(t("信息传递记录", "What was passed on"), heads, cells)]


INTAKES = Register(
    "shared-intakes",
    t("检测认证一站式受理", "Shared with a laboratory"),
    subject="shared-intake",
    rows=intakes_seen_by,
    roles=READERS,
    crumb=CRUMB,
    icon="microscope",
    columns=(
        NUMBER,
        Column("applicant", t("申请方", "Applicant"), value=lambda row: called(row.application), sort="application__name_zh"),
        Column("laboratory", t("检测机构", "Laboratory"), sort="laboratory"),
        Column("ours", t("认证合同", "Our contract"), Kind.CODE, sort="ours"),
        Column("order", t("检测委托单", "The laboratory's order"), Kind.CODE, sort="order"),
        Column("taken_on", t("受理日期", "Taken in on"), Kind.DAY, sort="taken_on"),
        Column("state", t("状态", "State"), value=lambda row: pill(*state(row)), export=lambda row: str(state(row)[0])),
    ),
    search=("number", "laboratory", "application__name_zh", "application__number"),
    tabs=(
        EVERYTHING,
        Tab("open", t("待检测委托单", "Without the laboratory's order"), Q(order="", consent_ended_on=None)),
    ),
    enter=Verb(share_application, t("一站式受理", "Take in together"), ShareForm,
               begin=lambda _: {"consented_on": today()},
               consequences=[t("请把委托方签字的同意书归入本单。", "File the consent the client signed with this entry.")]),
    verbs=(
        Verb(enter_laboratory_order, t("登记检测委托单", "Enter the laboratory's order"), OrderForm, primary=True,
             barred=lambda row: ended(row) or ([ORDER_KNOWN] if row.order else [])),
        Verb(pass_on, t("登记信息传递", "Record what was passed on"), PassForm, icon="arrows-exchange",
             begin=lambda _: {"passed_on": today()}, barred=ended),
        Verb(end_consent, t("收回同意", "Consent taken back"), ReasonForm, icon="x", barred=ended,
             consequences=[t("此后不得再互通信息；已传递的记录保留。", "Nothing passes any more; what passed stays recorded.")]),
    ),
    facts=lambda row: [
        subject_fact(t("认证申请", "Application"), f"application:{row.application.number}"),
        Fact(t("检测机构统一社会信用代码", "Unified social credit code of the laboratory"), row.laboratory_uscc),
        Fact(t("同意书", "Consent"), f"{row.consent_by} · {row.consented_on}"),
        Fact(t("收回同意", "Consent taken back"), row.consent_ended_on),
        Fact(t("公正性保障措施", "How impartiality is kept"), row.safeguard, long=True),
    ],
    tables=passed,
    notes=lambda row: [t("检测机构是关联机构。", "The laboratory is a related body.")] if row.related else [],
    papers=True,
)  # fmt: skip
