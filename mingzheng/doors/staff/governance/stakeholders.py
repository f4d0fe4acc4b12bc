"""相关方、沟通记录和诉求."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.governance.actions.answer_demand import answer_demand
from mingzheng.office.governance.actions.contact_stakeholder import contact_stakeholder
from mingzheng.office.governance.actions.end_stakeholder import end_stakeholder
from mingzheng.office.governance.actions.enter_stakeholder import enter_stakeholder
from mingzheng.office.governance.actions.raise_demand import raise_demand
from mingzheng.office.governance.queries import demands_seen_by, stakeholders_seen_by
from mingzheng.rulebook.responsibility import ANSWERED, ENDED, Channel, Party
from mingzheng.words import pick

from ..fields import choice, day, line, text
from ..recorded import Fact, Table
from ..register import Register, Verb

CRUMB = (t("治理与相关方", "Governance and stakeholders"), "staff:governance")
ENGLISH = t("英文（报告英文版用，可不填）", "In English (for the English report; may be empty)")
NUMBER = Column("number", t("编号", "Number"), Kind.CODE, sort="number")


def said(zh: str, en: str) -> str:
    """What was entered, in the reader's language where it is there."""
    return pick(zh, en or zh, language())


def named(label: str, name: str = "zh") -> Column:
    """A column of what was entered in both languages."""
    english = name.replace("zh", "en")
    return Column(name, label, sort=name, value=lambda row: said(getattr(row, name), getattr(row, english)))


def choices(label: str, name: str, values: Any, family: str) -> Choice:
    return Choice(name, label, [(one, say_lazy(f"{family}.{one}")) for one in values])


class StakeholderForm(forms.Form):
    party = choice(t("类别", "Kind"), Party, "party")
    zh = line(t("名称", "Name"), 200)
    en = line(ENGLISH, 200, required=False)


class ReasonForm(forms.Form):
    reason = line(t("原因", "Reason"), 200)


class ContactForm(forms.Form):
    channel = choice(t("方式", "How"), Channel, "contact-channel")
    held_on = day(t("日期", "On"))
    text = text(t("沟通内容", "What was said"), 4)


class DemandForm(forms.Form):
    zh = line(t("要求", "What is required"), 200)
    en = line(ENGLISH, 300, required=False)
    expects_zh = line(t("期望", "What is hoped for"), 200, required=False)
    expects_en = line(ENGLISH, 300, required=False)


class AnswerForm(forms.Form):
    answer_zh = text(t("对应措施", "What is done about it"), 3)
    answer_en = text(ENGLISH, 3, required=False)


def ended(row: Any) -> list[Any]:
    return [ENDED] if row.ended_on else []


def contacts(row: Any) -> Table:
    rows = [
        ("", [one.held_on, say_lazy(f"contact-channel.{one.channel}"), one.text])
        for one in row.contacts.order_by("-held_on", "-pk")
    ]
    return Table(
        t("沟通记录", "Talks"), [t("日期", "On"), t("方式", "How"), t("内容", "What was said")], rows
    )


def asked_for(row: Any) -> Table:
    rows = [
        (DEMANDS.url_of(one), [one.number, said(one.zh, one.en), said(one.answer_zh, one.answer_en)])
        for one in row.demands.order_by("pk")
    ]
    heads = [t("编号", "Number"), t("要求", "What is required"), t("对应措施", "What is done about it")]
    return Table(t("诉求", "Demands"), heads, rows)


STAKEHOLDERS = Register(
    "stakeholders",
    t("相关方", "Stakeholders"),
    subject="stakeholder",
    rows=stakeholders_seen_by,
    crumb=CRUMB,
    icon="users-group",
    columns=(
        NUMBER,
        Column("party", t("类别", "Kind"), Kind.STATUS, words="party", sort="party"),
        named(t("名称", "Name")),
        Column("open", t("未回应诉求", "Open demands"), Kind.NUMBER, sort="open"),
        Column("last", t("最近沟通", "Last spoken with"), Kind.DAY, sort="last"),
        Column("ended_on", t("移出日期", "Taken off on"), Kind.DAY, sort="ended_on"),
    ),
    search=("number", "zh", "en"),
    filters=(choices(t("类别", "Kind"), "party", Party, "party"),),
    tabs=(Tab("listed", t("在册", "Listed"), Q(ended_on=None)), EVERYTHING),
    order=("party", "pk"),
    enter=Verb(enter_stakeholder, t("登记相关方", "Enter a stakeholder"), StakeholderForm),
    verbs=(
        Verb(contact_stakeholder, t("登记沟通", "Enter a talk"), ContactForm, icon="messages", primary=True,
             begin=lambda _: {"held_on": today()}, barred=ended),
        Verb(raise_demand, t("登记诉求", "Enter a demand"), DemandForm, icon="plus", barred=ended),
        Verb(end_stakeholder, t("移出名单", "Take off the list"), ReasonForm, icon="x", barred=ended),
    ),
    tables=lambda row: [asked_for(row), contacts(row)],
)  # fmt: skip
DEMANDS = Register(
    "demands",
    t("相关方诉求", "Demands of stakeholders"),
    subject="demand",
    rows=demands_seen_by,
    crumb=CRUMB,
    icon="message-report",
    columns=(
        NUMBER,
        Column("stakeholder", t("相关方", "Stakeholder"), value=lambda row: said(row.stakeholder.zh, row.stakeholder.en), sort="stakeholder__zh"),
        named(t("要求", "What is required")),
        named(t("期望", "What is hoped for"), "expects_zh"),
        Column("raised_on", t("提出日期", "Raised on"), Kind.DAY, sort="raised_on"),
        Column("answered_on", t("回应日期", "Answered on"), Kind.DAY, sort="answered_on"),
    ),
    search=("number", "zh", "stakeholder__zh"),
    tabs=(EVERYTHING, Tab("open", t("待回应", "To answer"), Q(answered_on=None))),
    order=("-raised_on", "-pk"),
    verbs=(
        Verb(answer_demand, t("回应诉求", "Answer it"), AnswerForm, icon="check", primary=True,
             barred=lambda row: [ANSWERED] if row.answered_on else []),
    ),
    facts=lambda row: [Fact(t("对应措施", "What is done about it"), said(row.answer_zh, row.answer_en), long=True)],
)  # fmt: skip
