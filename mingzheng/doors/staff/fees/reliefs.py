"""费用减免."""

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, t
from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.queries import READERS, reliefs_seen_by
from mingzheng.rulebook.fees import RELIEF_DECIDED, Decided

from ..fields import text, yes
from ..recorded import Fact, subject_fact
from ..register import Register, Verb
from .contracts import CRUMB

TONES = {"asked": "wait", "granted": "good", "refused": "idle"}


class DecideForm(forms.Form):
    granted = yes(t("批准减免", "Grant it"))
    remark = text(t("意见（不批准的必填）", "Remark (required to refuse)"), 3, max_length=300, required=False)


RELIEFS = Register(
    "reliefs",
    t("费用减免", "Relief"),
    subject="relief",
    rows=reliefs_seen_by,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.contract.client), sort="contract__client__name_zh"),
        Column("amount", t("减免金额", "To let off"), Kind.MONEY, sort="amount"),
        Column("below_floor", t("与底价", "And the floor"),
               value=lambda row: pill(t("低于底价", "Below it"), "busy") if row.below_floor else t("不低于", "Not below"),
               export=lambda row: str(t("低于底价", "Below it") if row.below_floor else t("不低于", "Not below"))),
        Column("state", t("状态", "State"), Kind.STATUS, words="relief-state", tones=TONES, sort="state"),
        Column("asked_on", t("申请日期", "Asked on"), Kind.DAY, sort="asked_on"),
        Column("decided_on", t("审批日期", "Decided on"), Kind.DAY, sort="decided_on"),
    ),
    search=("number", "contract__number", "contract__client__name_zh"),
    tabs=(
        Tab("asked", t("待审批", "To decide"), Q(state=Decided.ASKED)),
        Tab("granted", t("已批准", "Granted"), Q(state=Decided.GRANTED)),
        EVERYTHING,
    ),
    verbs=(
        Verb(
            decide_relief,
            t("审批减免", "Decide on relief"),
            DecideForm,
            icon="rubber-stamp",
            primary=True,
            barred=lambda row: [] if row.state == Decided.ASKED else [RELIEF_DECIDED],
            consequences=[
                t("批准后从该合同下一张发票中扣除。", "Once granted it comes off the next invoice of the contract.")
            ],
        ),
    ),
    facts=lambda row: [
        subject_fact(t("合同", "Contract"), f"account:{row.contract.number}"),
        Fact(t("理由", "Reason"), row.reason, long=True),
        Fact(t("意见", "Remark"), row.remark, long=True),
    ],
    papers=True,
)  # fmt: skip
