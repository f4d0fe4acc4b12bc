"""The own system, impartiality, publicity."""

from datetime import timedelta
from decimal import Decimal

from mingzheng.office.quality.outputs import Output
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.governance import Activity, Interest, Panel, Relation, RiskKind, Settlement
from mingzheng.rulebook.own_system import (
    Deviation,
    InspectionKind,
    InspectionResult,
    PenaltyKind,
    Register,
    ReviewInput,
)
from mingzheng.rulebook.publicity import Medium
from tests import rows
from tests.office.impartiality import test_impartiality as impartiality
from tests.office.publicity import test_publicity as publicity
from tests.office.quality import test_quality as quality
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

LATER = DAY + timedelta(days=1000)
GIFT = {"giver": "某", "what": "茶", "value": Decimal(100), "received_on": DAY}
EVENT = {"name": "疫情", "notice": "某通知", "scope": "全国", "first_day": DAY, "allowed": [Deviation.REMOTE]}
plainly("impartiality.enter_risk", "quality", RiskKind.OPERATION, source="停电", likelihood=2, impact=2)
plainly(
    "impartiality.register_related_body", "quality", impartiality.USCC,
    name="某院", relation=Relation.PARENT, activities=[Activity.TESTING], analysis="分开", since=DAY,
)  # fmt: skip
plainly(
    "impartiality.seat_member", "quality", Panel.BOARD,
    name="某", organisation="", interest=Interest.BODY, since=DAY, until=LATER,
)  # fmt: skip
plainly("impartiality.declare_gift", "auditor", "auditor", **GIFT)


@happy("publicity.record_links")
def _(cast: Cast) -> Call:
    item = publicity.published()
    return call("publicity.record_links", [(item.number, "https://www.example.org/", 404)], by=CLOCK)


plainly("publicity.propose_item", "market", Medium.WEB, department="市场部", **publicity.TEXT)
plainly(
    "quality.record_penalty", "quality", PenaltyKind.FINE, authority="市监局", reason="超期", imposed_on=DAY
)  # fmt: skip
plainly("quality.confirm_register", "quality", Register.PENALTIES, 2025, entries=0)
plainly("quality.declare_event", "quality", **EVENT)
plainly(
    "quality.plan_internal_audit", "quality", planned_on=DAY, scope="内审", departments=["市场部"], auditors=["technical"]
)  # fmt: skip
plainly(
    "quality.hold_management_review", "director",
    held_on=DAY, present="全体", inputs=dict.fromkeys(ReviewInput, "已评审"), outputs=[Output("招聘", "market", DAY)],
)  # fmt: skip


@happy("impartiality.review_risk")
def _(cast: Cast) -> Call:
    now = {"likelihood": 1, "impact": 1, "treatment": "隔离", "accepted": True}
    return call(
        "impartiality.review_risk", impartiality.risk(cast["quality"]).number, **now, by=cast["director"]
    )


@happy("impartiality.end_related_body")
def _(cast: Cast) -> Call:
    body = {"name": "某院", "relation": Relation.PARENT, "activities": [Activity.TESTING]}
    told = {"analysis": "分开", "since": DAY, "by": cast["quality"]}
    call("impartiality.register_related_body", impartiality.USCC, **body, **told)()
    return call("impartiality.end_related_body", impartiality.USCC, ended_on=DAY, by=cast["quality"])


@happy("impartiality.end_seat")
def _(cast: Cast) -> Call:
    return call(
        "impartiality.end_seat", impartiality.committee(cast["quality"])[0], ended_on=DAY, by=cast["quality"]
    )


@happy("impartiality.record_meeting")
def _(cast: Cast) -> Call:
    told = {
        "held_on": DAY,
        "subject": "年会",
        "minutes": "…",
        "present": impartiality.committee(cast["quality"]),
    }
    return call("impartiality.record_meeting", Panel.COMMITTEE, **told, by=cast["quality"])


def planned_meeting(cast: Cast) -> str:
    told = {"planned_on": DAY, "subject": "汇报会", "by": cast["director"]}
    return call("impartiality.plan_meeting", Panel.BOARD, **told)().number


@happy("impartiality.plan_meeting")
def _(cast: Cast) -> Call:
    told = {"planned_on": DAY, "subject": "汇报会"}
    return call("impartiality.plan_meeting", Panel.BOARD, **told, by=cast["director"])


@happy("impartiality.call_off_meeting")
def _(cast: Cast) -> Call:
    number = planned_meeting(cast)
    return call("impartiality.call_off_meeting", number, reason="合并召开", by=cast["director"])


@happy("impartiality.settle_gift")
def _(cast: Cast) -> Call:
    number = call("impartiality.declare_gift", "auditor", **GIFT, by=cast["auditor"])().number
    told = {"settlement": Settlement.RETURNED, "evidence": "快递单"}
    return call("impartiality.settle_gift", number, **told, by=cast["integrity"])


@happy("publicity.approve_item")
def _(cast: Cast) -> Call:
    replaced = publicity.published().number
    number = publicity.proposed(replaces=replaced).number
    call("publicity.approve_item", number, by=publicity.tang())()
    return call("publicity.approve_item", number, by=publicity.shen())


@happy("publicity.compare_page")
def _(cast: Cast) -> Call:
    told = {"where": "https://www.example.org/", "page": "独立审核。"}
    return call("publicity.compare_page", publicity.published().number, **told, by=cast["market"])


@happy("publicity.return_item")
def _(cast: Cast) -> Call:
    return call("publicity.return_item", publicity.proposed().number, reason="不准确", by=publicity.tang())


@happy("publicity.take_down_item")
def _(cast: Cast) -> Call:
    return call("publicity.take_down_item", publicity.published().number, reason="过时", by=cast["market"])


@happy("quality.receive_inspection")
def _(cast: Cast) -> Call:
    where = {"authority": "市监局", "place": "示例市", "inspected_on": DAY, "visits": [rows.visit().number]}
    return call("quality.receive_inspection", InspectionKind.FILE_CHECK, **where, by=cast["quality"])


@happy("quality.conclude_inspection")
def _(cast: Cast) -> Call:
    number = quality.inspected(cast["quality"]).number
    told = {"result": InspectionResult.CONFORMING, "evidence": "检查记录"}
    return call("quality.conclude_inspection", number, **told, by=cast["quality"])


@happy("quality.answer_inspection")
def _(cast: Cast) -> Call:
    number = quality.inspected(cast["quality"], result=InspectionResult.TO_RECTIFY).number
    return call("quality.answer_inspection", number, answer="已整改", by=cast["quality"])


@happy("quality.hold_internal_audit")
def _(cast: Cast) -> Call:
    number = quality.internal_audit(cast["quality"])
    return call("quality.hold_internal_audit", number, held_on=DAY, report="…", by=cast["quality"])


def finding(cast: Cast) -> tuple[str, Call]:
    number = quality.internal_audit(cast["quality"])
    told = {"clause": "9.1", "department": "市场部", "statement": "缺签名", "owner": "market", "due_on": DAY}
    return number, call("quality.raise_internal_finding", number, **told, by=cast["quality"])


@happy("quality.raise_internal_finding")
def _(cast: Cast) -> Call:
    return finding(cast)[1]


@happy("quality.close_internal_finding")
def _(cast: Cast) -> Call:
    number, raised = finding(cast)
    raised()
    return call("quality.close_internal_finding", number, 1, correction="已补", by=cast["quality"])


@happy("quality.finish_review_action")
def _(cast: Cast) -> Call:
    told = {
        "held_on": DAY,
        "present": "全体",
        "inputs": dict.fromkeys(ReviewInput, "已评审"),
        "by": cast["director"],
    }
    number = call("quality.hold_management_review", **told, outputs=[Output("招聘", "market", DAY)])().number
    return call("quality.finish_review_action", number, 1, result="完成", by=cast["quality"])


@happy("quality.end_event")
def _(cast: Cast) -> Call:
    number = call("quality.declare_event", **EVENT, by=cast["quality"])().number
    return call("quality.end_event", number, last_day=DAY, by=cast["quality"])
