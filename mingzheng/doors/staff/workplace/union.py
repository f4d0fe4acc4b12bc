"""协商公告、选举、慰问和捐赠."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, joined, t
from mingzheng.doors.today import today
from mingzheng.office.people.actions.join_union import join_union
from mingzheng.office.people.actions.leave_union import leave_union
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import union_members_seen_by
from mingzheng.office.workplace.actions.close_drive import close_drive
from mingzheng.office.workplace.actions.enter_gift import enter_gift
from mingzheng.office.workplace.actions.open_drive import open_drive
from mingzheng.office.workplace.actions.post_consultation import post_consultation
from mingzheng.office.workplace.actions.read_notice import read_notice
from mingzheng.office.workplace.actions.record_care_visit import record_care_visit
from mingzheng.office.workplace.actions.record_election import record_election
from mingzheng.office.workplace.queries import (
    care_visits_seen_by,
    consultations_seen_by,
    drives_seen_by,
    elections_seen_by,
    staff,
)
from mingzheng.rulebook.engagement import UNION_LEFT
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.workplace import (
    DRIVE_CLOSED,
    READ_ALREADY,
    CareReason,
    reminder_due,
    turnout,
)

from ..fields import choice, count, day, line, lines, money, people, several, text
from ..recorded import Fact, Table
from ..register import Register, Verb

CRUMB = (t("员工与工会", "Staff and union"), "staff:workplace")


class ConsultationForm(forms.Form):
    topic = line(t("事项", "Subject"), 200)
    held_on = day(t("协商日期", "Consulted on"))
    minutes = text(t("协商纪要", "Minutes"), 5)
    notice = text(t("公告（全员签阅）", "Notice (everybody signs that he read it)"), 4)


class ElectionForm(forms.Form):
    office = line(t("选举事项", "What is elected"))
    held_on = day(t("选举日期", "Held on"))
    eligible = count(t("有选举权人数", "How many may vote"), 1)
    votes = count(t("投票人数", "How many voted"))
    elected = several(t("当选人", "Who was elected"))

    def clean_elected(self) -> list[str]:
        return lines(self.cleaned_data["elected"])


class CareForm(forms.Form):
    login = people(t("慰问对象", "Who was visited"))
    reason = choice(t("原因", "Reason"), CareReason, "care-reason")
    visited_on = day(t("慰问日期", "Visited on"))
    amount = money(
        t("慰问金或物品（元，仅工会可见）", "What was brought (CNY; the union alone sees it)"),
        min_value=Decimal(0),
    )


class JoinForm(forms.Form):
    login = people(t("会员", "Member"))
    joined_on = day(t("入会日期", "Joined on"))


class LeaveUnionForm(forms.Form):
    left_on = day(t("退会日期", "Left on"))


class DriveForm(forms.Form):
    purpose = line(t("用途", "For"), 200)
    receiver = line(t("受赠方", "Receiver"), 200)


class GiftForm(forms.Form):
    amount = money(t("捐款金额（元）", "Given (CNY)"))
    login = people(t("捐款人（匿名不填）", "By whom (empty: unnamed)"), required=False)


class CloseDriveForm(forms.Form):
    handed_over = money(t("移交金额（元）", "Handed over (CNY)"))
    receipt = line(t("收据编号", "Number of the receipt"))


def read_share(row: Any) -> Any:
    """How many of the staff have read it; a pill where it is time to remind."""
    everybody = staff().count()
    told = f"{row.read} / {everybody}"
    return pill(told, "busy") if reminder_due(row.posted_on, today(), row.read, everybody) else told


def readers(row: Any) -> list[Table]:
    signed = row.readers.select_related("person").order_by("read_on", "pk")
    return [
        Table(
            t("签阅", "Read by"),
            [t("人员", "Person"), t("日期", "On")],
            [("", [called(one.person), one.read_on]) for one in signed],
        )
    ]


def missing(row: Any) -> list[str]:
    """Who has not read it, once it is time to remind."""
    if not reminder_due(row.posted_on, today(), row.read, staff().count()):
        return []
    left = (
        Person.objects.filter(is_active=True).exclude(pk__in=row.readers.values("person")).order_by("pinyin")
    )
    return [
        t(
            "签阅率不足，请提醒：{names}",
            "Too few have read it; remind: {names}",
            names=joined(called(one) for one in left),
        )
    ]


CONSULTATIONS = Register(
    "consultations",
    t("协商与公告", "Consultations and notices"),
    subject="consultation",
    rows=consultations_seen_by,
    crumb=CRUMB,
    icon="messages",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("subject", t("事项", "Subject"), sort="subject"),
        Column("held_on", t("协商日期", "Consulted on"), Kind.DAY, sort="held_on"),
        Column("posted_on", t("公告日期", "Posted on"), Kind.DAY, sort="posted_on"),
        Column("read", t("已签阅", "Have read it"), Kind.NUMBER, sort="read"),
    ),
    search=("number", "subject"),
    order=("-posted_on",),
    enter=Verb(post_consultation, t("登记协商并公告", "Post a consultation"), ConsultationForm, begin=lambda _: {"held_on": today()}),
    verbs=(
        Verb(read_notice, t("签阅公告", "I have read it"), forms.Form, icon="check", primary=True, done=t("已签阅。", "Signed as read."),
             barred=lambda row: [READ_ALREADY] if row.mine else []),
    ),
    facts=lambda row: [
        Fact(t("已签阅/全员", "Read, of all"), read_share(row)),
        Fact(t("公告", "Notice"), row.notice, long=True),
        Fact(t("协商纪要", "Minutes"), row.minutes, long=True),
    ],
    notes=missing,
    tables=readers,
)  # fmt: skip
ELECTIONS = Register(
    "elections",
    t("工会选举", "Elections"),
    subject="election",
    rows=elections_seen_by,
    crumb=CRUMB,
    icon="checkbox",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("office", t("选举事项", "What was elected"), sort="office"),
        Column("held_on", t("选举日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("eligible", t("有选举权", "May vote"), Kind.NUMBER, sort="eligible"),
        Column("votes", t("投票", "Voted"), Kind.NUMBER, sort="votes"),
        Column(
            "turnout",
            t("参选率（%）", "Turnout (%)"),
            Kind.NUMBER,
            value=lambda row: turnout(row.votes, row.eligible),
        ),
    ),
    search=("number", "office"),
    order=("-held_on",),
    enter=Verb(
        record_election,
        t("登记选举", "Enter an election"),
        ElectionForm,
        begin=lambda _: {"held_on": today()},
    ),
    facts=lambda row: [Fact(t("当选人", "Elected"), joined(row.elected))],
)
CARE = Register(
    "care-visits",
    t("慰问", "Care visits"),
    subject="care-visit",
    rows=care_visits_seen_by,
    roles=(Role.UNION,),
    crumb=CRUMB,
    icon="heart",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "person",
            t("慰问对象", "Who was visited"),
            value=lambda row: called(row.person),
            sort="person__name_zh",
        ),
        Column("reason", t("原因", "Reason"), Kind.STATUS, words="care-reason", sort="reason"),
        Column("visited_on", t("慰问日期", "Visited on"), Kind.DAY, sort="visited_on"),
        Column("amount", t("金额", "Amount"), Kind.MONEY, sort="amount"),
    ),
    search=("number", "person__name_zh"),
    order=("-visited_on",),
    enter=Verb(
        record_care_visit,
        t("登记慰问", "Enter a care visit"),
        CareForm,
        begin=lambda _: {"visited_on": today()},
    ),
)
DRIVES = Register(
    "drives",
    t("捐赠", "Donations"),
    subject="drive",
    rows=drives_seen_by,
    crumb=CRUMB,
    icon="thumb-up",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("purpose", t("用途", "For"), sort="purpose"),
        Column("receiver", t("受赠方", "Receiver"), sort="receiver"),
        Column("opened_on", t("发起日期", "Opened on"), Kind.DAY, sort="opened_on"),
        Column("givers", t("笔数", "Gifts"), Kind.NUMBER, sort="givers"),
        Column("given", t("捐款合计", "Given in all"), Kind.MONEY, sort="given"),
        Column("closed_on", t("移交日期", "Handed over on"), Kind.DAY, sort="closed_on"),
    ),
    search=("number", "purpose", "receiver"),
    tabs=(EVERYTHING, Tab("open", t("待移交", "To hand over"), Q(closed_on=None))),
    order=("-opened_on",),
    enter=Verb(open_drive, t("发起捐赠", "Ask people to give"), DriveForm),
    verbs=(
        Verb(enter_gift, t("登记捐款", "Enter what was given"), GiftForm, icon="plus",
             barred=lambda row: [DRIVE_CLOSED] if row.closed_on else []),
        Verb(close_drive, t("登记移交", "Enter as handed over"), CloseDriveForm, icon="check", primary=True,
             begin=lambda row: {"handed_over": row.given or None}, barred=lambda row: [DRIVE_CLOSED] if row.closed_on else []),
    ),
    facts=lambda row: [Fact(t("收据编号", "Receipt"), row.receipt)],
    papers=True,
)  # fmt: skip
MEMBERS = Register(
    "union-members",
    t("工会会员", "Union members"),
    subject="union-member",
    rows=union_members_seen_by,
    crumb=CRUMB,
    icon="users-group",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("person", t("会员", "Member"), value=lambda row: called(row.person), sort="person__pinyin"),
        Column("department", t("部门", "Department"), value="person.department", sort="person__department"),
        Column("joined_on", t("入会日期", "Joined on"), Kind.DAY, sort="joined_on"),
        Column("left_on", t("退会日期", "Left on"), Kind.DAY, sort="left_on"),
    ),
    search=("number", "person__name_zh", "person__pinyin"),
    tabs=(Tab("members", t("会员", "Members"), Q(left_on=None)), EVERYTHING),
    order=("person__pinyin",),
    enter=Verb(join_union, t("登记入会", "Enter a member"), JoinForm, begin=lambda _: {"joined_on": today()}),
    verbs=(
        Verb(leave_union, t("登记退会", "Enter that he left"), LeaveUnionForm,
             begin=lambda row: {"left_on": today()}, barred=lambda row: [UNION_LEFT] if row.left_on else []),
    ),
)  # fmt: skip
