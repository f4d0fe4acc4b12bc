"""特批: visits that go beyond a limit of the body's own, asked for with a reason and approved by a director."""

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.people.queries import names_of
from mingzheng.office.schedule.actions.decide_special_approval import decide_special_approval
from mingzheng.office.schedule.actions.request_special_approval import request_special_approval
from mingzheng.office.schedule.queries import SEE_ALL, special_approvals_seen_by
from mingzheng.rulebook.special_approvals import DECIDED_ALREADY, Limit

from ..fields import choice, count, day, people, text, yes
from ..footprint.travel import CLIENT, SEARCH, VISIT, VisitForm, of_visit
from ..recorded import Fact
from ..register import Register, Verb

TONES = {"asked": "wait", "granted": "good", "refused": "idle"}


class AskForm(VisitForm):
    limit = choice(t("超出哪个限度", "Which limit"), Limit, "special-approval")
    login = people(t("外出天数超限的人员", "Whose days out are too many"), required=False)
    first_day = day(t("外出首日", "First day out"), required=False)
    last_day = day(t("外出末日", "Last day out"), required=False)
    share = count(
        t("远程比例超限的，拟远程比例（%）", "Held from afar, where that is above the limit (%)"),
        max_value=100,
        required=False,
    )
    reason = text(t("理由", "Reason"), 3, max_length=300)

    def clean_share(self) -> int:
        return self.cleaned_data["share"] or 0


class DecideForm(forms.Form):
    granted = yes(t("批准", "Approve"))
    remark = text(t("意见（不批准的必填）", "Remark (required to refuse)"), 3, max_length=300, required=False)


SPECIAL = Register(
    "special-approvals",
    t("审核特批", "Special approvals"),
    subject="special-approval",
    rows=special_approvals_seen_by,
    roles=SEE_ALL,
    icon="rubber-stamp",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        VISIT,
        CLIENT,
        Column(
            "limit",
            t("超出的限度", "Limit"),
            value=lambda row: say_lazy(f"special-approval.{row.limit}"),
            sort="limit",
        ),
        Column("person", t("人员", "Person"), value=lambda row: called(row.person)),
        Column("share", t("远程（%）", "From afar (%)"), Kind.NUMBER, value=lambda row: row.share or None),
        Column("state", t("状态", "State"), Kind.STATUS, words="exception-state", tones=TONES, sort="state"),
        Column("asked_on", t("提出日期", "Asked on"), Kind.DAY, sort="asked_on"),
    ),
    search=SEARCH,
    tabs=(
        Tab("asked", t("待批准", "To decide"), Q(state="asked")),
        Tab("granted", t("已批准", "Approved"), Q(state="granted")),
        EVERYTHING,
    ),
    enter=Verb(request_special_approval, t("申请特批", "Ask for a special approval"), AskForm),
    verbs=(
        Verb(
            decide_special_approval,
            t("批准或不批准", "Decide"),
            DecideForm,
            icon="rubber-stamp",
            primary=True,
            barred=lambda row: [DECIDED_ALREADY] if row.decided_on else [],
        ),
    ),
    facts=lambda row: [
        of_visit(row),
        Fact(t("外出首日", "First day out"), row.first_day),
        Fact(t("外出末日", "Last day out"), row.last_day),
        Fact(t("提出人", "Asked by"), names_of([row.asked_by]).get(row.asked_by, row.asked_by)),
        Fact(t("理由", "Reason"), row.reason, long=True),
        Fact(t("决定日期", "Decided on"), row.decided_on),
        Fact(t("意见", "Remark"), row.remark, long=True),
    ],
)
