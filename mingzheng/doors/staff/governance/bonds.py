"""会员与联盟、荣誉与试点、公约."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.governance.actions.check_pact import check_pact
from mingzheng.office.governance.actions.end_pact import end_pact
from mingzheng.office.governance.actions.enter_allies import enter_allies
from mingzheng.office.governance.actions.enter_honour import enter_honour
from mingzheng.office.governance.actions.join_association import join_association
from mingzheng.office.governance.actions.leave_association import leave_association
from mingzheng.office.governance.actions.let_ally_go import let_ally_go
from mingzheng.office.governance.actions.renew_membership import renew_membership
from mingzheng.office.governance.actions.sign_pact import sign_pact
from mingzheng.office.governance.queries import (
    allies_seen_by,
    honours_seen_by,
    memberships_seen_by,
    pacts_seen_by,
)
from mingzheng.rulebook.responsibility import ENDED, NEVER_ENDS, Bond, HonourKind, PactKind, Standing

from ..fields import choice, day, line, lines, several, text, yes
from ..recorded import Table
from ..register import Register, Verb
from .stakeholders import CRUMB, ENGLISH, NUMBER, ReasonForm, choices, ended, named

UNTIL = t("有效期至（没有期限不填）", "Until (empty: open)")


class JoinForm(forms.Form):
    zh = line(t("名称", "Name"), 200)
    en = line(ENGLISH, 300, required=False)
    bond = choice(t("类别", "Kind"), Bond, "membership-bond")
    standing = choice(t("身份", "As what"), Standing, "membership-standing")
    since = day(t("加入日期", "Since"))
    until = day(UNTIL, required=False)


class RenewForm(forms.Form):
    until = day(t("续延至", "Renewed until"))
    standing = choice(t("身份", "As what"), Standing, "membership-standing")


class AlliesForm(forms.Form):
    names = several(t("成员单位", "Members"))
    since = day(t("加入日期", "Since"))

    def clean_names(self) -> list[str]:
        return lines(self.cleaned_data["names"])


class LeftForm(forms.Form):
    left_on = day(t("退出日期", "Left on"))


class HonourForm(forms.Form):
    zh = line(t("荣誉或试点", "Honour or pilot"), 200)
    en = line(ENGLISH, 300, required=False)
    kind = choice(t("类别", "Kind"), HonourKind, "honour-kind")
    given_by = line(t("授予单位", "Given by"), 200)
    given_on = day(t("授予日期", "Given on"))
    until = day(UNTIL, required=False)


class PactForm(forms.Form):
    zh = line(t("名称", "Name"), 200)
    en = line(ENGLISH, 300, required=False)
    kind = choice(t("类别", "Kind"), PactKind, "pact-kind")
    parties = line(t("共同签署方", "Signed with"), 200)
    signed_on = day(t("签署日期", "Signed on"))


class CheckForm(forms.Form):
    keeps = yes(t("遵守", "It is kept"))
    text = text(t("自查情况", "What was found"), 4)


def left(row: Any) -> list[Any]:
    return [ENDED] if row.left_on else []


def allies(row: Any) -> list[Table]:
    """Who else is in it, and who was."""
    rows = [
        (ALLIES.url_of(one), [one.name, one.since, one.left_on]) for one in row.allies.order_by("since", "pk")
    ]
    heads = [t("成员单位", "Member"), t("加入日期", "Since"), t("退出日期", "Left on")]
    return [Table(t("联盟成员", "Members of the alliance"), heads, rows)] if rows else []


def checks(row: Any) -> list[Table]:
    rows = [
        ("", [one.checked_on, t("是", "Yes") if one.keeps else t("否", "No"), one.text])
        for one in row.checks.order_by("-checked_on", "-pk")
    ]
    return [
        Table(
            t("自查", "Checks"), [t("日期", "On"), t("遵守", "It is kept"), t("情况", "What was found")], rows
        )
    ]


MEMBERSHIPS = Register(
    "memberships",
    t("会员与联盟", "Memberships and alliances"),
    subject="membership",
    rows=memberships_seen_by,
    crumb=CRUMB,
    icon="users-group",
    columns=(
        NUMBER,
        named(t("名称", "Name")),
        Column("bond", t("类别", "Kind"), Kind.STATUS, words="membership-bond", sort="bond"),
        Column("standing", t("身份", "As what"), Kind.STATUS, words="membership-standing", sort="standing"),
        Column("others", t("其他成员", "Other members"), Kind.NUMBER, sort="others"),
        Column("since", t("加入日期", "Since"), Kind.DAY, sort="since"),
        Column("until", t("有效期至", "Until"), Kind.DEADLINE, sort="until"),
        Column("left_on", t("退出日期", "Left on"), Kind.DAY, sort="left_on"),
    ),
    search=("number", "zh", "en"),
    tabs=(Tab("standing", t("现有", "Standing"), Q(left_on=None)), EVERYTHING),
    order=("since",),
    enter=Verb(join_association, t("登记会员资格", "Enter a membership"), JoinForm, begin=lambda _: {"since": today()}),
    verbs=(
        Verb(renew_membership, t("续延会员资格", "Renew it"), RenewForm, icon="check", primary=True,
             begin=lambda row: {"standing": row.standing}, barred=lambda row: left(row) or ([] if row.until else [NEVER_ENDS])),
        Verb(enter_allies, t("登记联盟成员", "Enter its members"), AlliesForm, icon="plus",
             begin=lambda _: {"since": today()}, barred=left),
        Verb(leave_association, t("退出", "Leave it"), ReasonForm, icon="x", barred=left),
    ),
    tables=allies,
    papers=True,
)  # fmt: skip
ALLIES = Register(
    "allies",
    t("联盟成员", "Members of alliances"),
    subject="ally",
    rows=allies_seen_by,
    crumb=CRUMB,
    icon="building",
    columns=(
        NUMBER,
        Column("name", t("成员单位", "Member"), sort="name"),
        Column("membership", t("联盟", "Alliance"), value="membership.zh", sort="membership__zh"),
        Column("since", t("加入日期", "Since"), Kind.DAY, sort="since"),
        Column("left_on", t("退出日期", "Left on"), Kind.DAY, sort="left_on"),
    ),
    search=("number", "name", "membership__zh"),
    tabs=(Tab("standing", t("现有", "Standing"), Q(left_on=None)), EVERYTHING),
    order=("pk",),
    verbs=(
        Verb(let_ally_go, t("登记退出", "Enter that it left"), LeftForm, icon="x",
             begin=lambda _: {"left_on": today()}, barred=left),
    ),
)  # fmt: skip
HONOURS = Register(
    "honours",
    t("荣誉与试点", "Honours and pilots"),
    subject="honour",
    rows=honours_seen_by,
    crumb=CRUMB,
    icon="award",
    columns=(
        NUMBER,
        named(t("荣誉或试点", "Honour or pilot")),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="honour-kind", sort="kind"),
        Column("given_by", t("授予单位", "Given by"), sort="given_by"),
        Column("given_on", t("授予日期", "Given on"), Kind.DAY, sort="given_on"),
        Column("until", t("有效期至", "Until"), Kind.DAY, sort="until"),
        Column("filed", t("证书", "Certificate"), value=lambda row: t("已归档", "Filed") if row.filed else t("缺", "Missing")),
    ),
    search=("number", "zh", "given_by"),
    filters=(choices(t("类别", "Kind"), "kind", HonourKind, "honour-kind"),),
    order=("-given_on",),
    enter=Verb(enter_honour, t("登记荣誉", "Enter an honour"), HonourForm, begin=lambda _: {"given_on": today()}),
    notes=lambda row: [] if row.filed else [t("还没有归档证书，报告中会标出。", "Its certificate is not filed; the report will say so.")],
    papers=True,
)  # fmt: skip
PACTS = Register(
    "pacts",
    t("公约与自查", "Pacts"),
    subject="pact",
    rows=pacts_seen_by,
    crumb=CRUMB,
    icon="file-certificate",
    columns=(
        NUMBER,
        named(t("名称", "Name")),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="pact-kind", sort="kind"),
        Column("parties", t("共同签署方", "Signed with"), sort="parties"),
        Column("signed_on", t("签署日期", "Signed on"), Kind.DAY, sort="signed_on"),
        Column("checked", t("最近自查", "Last checked"), Kind.DAY, sort="checked"),
        Column("ended_on", t("终止日期", "Ended on"), Kind.DAY, sort="ended_on"),
    ),
    search=("number", "zh", "parties"),
    order=("-signed_on",),
    enter=Verb(sign_pact, t("登记公约", "Enter a pact"), PactForm, begin=lambda _: {"signed_on": today()}),
    verbs=(
        Verb(check_pact, t("登记自查", "Enter a check"), CheckForm, icon="check", primary=True, barred=ended),
        Verb(end_pact, t("终止", "End it"), ReasonForm, icon="x", barred=ended),
    ),
    tables=checks,
    papers=True,
)  # fmt: skip
