"""费用减免."""

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, t
from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.queries import READERS, reliefs_seen_by
from mingzheng.rulebook.fees import RELIEF_DECIDED

from ..exceptions import TABS, TONES, deciding
from ..recorded import Fact, subject_fact
from ..register import Register
from .contracts import CRUMB

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
        Column("amount", t("减免金额", "Amount of relief"), Kind.MONEY, sort="amount"),
        Column("below_floor", t("与底价", "Price floor"),
               value=lambda row: pill(t("低于底价", "Below it"), "busy") if row.below_floor else t("不低于", "Not below"),
               export=lambda row: str(t("低于底价", "Below it") if row.below_floor else t("不低于", "Not below"))),
        Column("state", t("状态", "State"), Kind.STATUS, words="relief-state", tones=TONES, sort="state"),
        Column("asked_on", t("申请日期", "Asked on"), Kind.DAY, sort="asked_on"),
        Column("decided_on", t("审批日期", "Decided on"), Kind.DAY, sort="decided_on"),
    ),
    search=("number", "contract__number", "contract__client__name_zh"),
    tabs=TABS,
    verbs=(
        deciding(
            decide_relief,
            RELIEF_DECIDED,
            [t("批准后从该合同下一张发票中扣除。", "Once granted it comes off the next invoice of the contract.")],
        ),
    ),
    facts=lambda row: [
        subject_fact(t("合同", "Contract"), f"account:{row.contract.number}"),
        Fact(t("理由", "Reason"), row.reason, long=True),
        Fact(t("意见", "Remark"), row.remark, long=True),
    ],
    heading=lambda row: f"{row.number} · {called(row.contract.client)}",
    papers=True,
)  # fmt: skip
