"""Consultations, elections, care, donations, social insurance, activities, incidents, grievances."""

from datetime import date
from decimal import Decimal
from typing import Any

from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.workplace import CareReason, FacilityKind, GrievanceKind, IncidentKind
from tests.office.workplace import test_day_fees as day_fees
from tests.office.workplace import test_staff_voice as staff_voice
from tests.office.workplace import test_workplace as workplace
from tests.rows import DAY

from . import HAPPY, Call, Cast, call, happy, plainly

YUAN = Decimal(100)
plainly(
    "workplace.post_consultation", "union", "作息", held_on=DAY, minutes="同意", notice="调整"
)  # fmt: skip
plainly(
    "workplace.record_election", "union", "委员", held_on=DAY, eligible=9, votes=8, elected=["甲"]
)  # fmt: skip
plainly(
    "workplace.record_care_visit", "union", "auditor", reason=CareReason.BIRTH, visited_on=DAY, amount=YUAN
)  # fmt: skip
plainly("workplace.open_drive", "union", "一日捐", receiver="某院")
plainly(
    "workplace.enter_contributions", "general_office", date(2026, 2, 1), people=["auditor", "market"]
)  # fmt: skip
plainly(
    "workplace.hold_activity", "union", "乒乓",
    held_on=DAY, place="", spent=YUAN, participants=["auditor", "market"],
)  # fmt: skip
FACILITY = {"kind": FacilityKind.RECREATION, "place": "二楼", "pieces": 2, "cost": YUAN, "since": DAY}
plainly("workplace.enter_facility", "general_office", "乒乓球台", **FACILITY)
plainly(
    "workplace.report_incident", "auditor", "auditor",
    kind=IncidentKind.OFFICE, happened_on=DAY, place="三楼", text="滑倒",
)  # fmt: skip
HAZARD = {"hazard": "交通意外", "likelihood": 2, "severity": 5, "measure": "合规车辆", "owner": Owner.GENERAL}
plainly("workplace.list_hazard", "general_office", "外出审核", **HAZARD)
plainly("workplace.raise_grievance", "auditor", GrievanceKind.PAY, text="加班费")


@happy("workplace.retire_facility")
def _(cast: Cast) -> Call:
    number = call("workplace.enter_facility", "乒乓球台", **FACILITY, by=cast["union"])().number
    return call("workplace.retire_facility", number, reason="损坏", by=cast["union"])


@happy("workplace.read_notice")
def _(cast: Cast) -> Call:
    return call("workplace.read_notice", workplace.posted(cast), by=cast["auditor"])


@happy("workplace.enter_gift")
def _(cast: Cast) -> Call:
    return call("workplace.enter_gift", workplace.opened(cast), amount=YUAN, login="market", by=cast["union"])


@happy("workplace.close_drive")
def _(cast: Cast) -> Call:
    number = workplace.opened(cast)
    call("workplace.enter_gift", number, amount=YUAN, by=cast["union"])()
    return call("workplace.close_drive", number, handed_over=YUAN, receipt="SJ1", by=cast["union"])


@happy("workplace.review_hazard")
def _(cast: Cast) -> Call:
    told = {"likelihood": 1, "severity": 5, "measure": "高铁优先", "ended": True}
    return call("workplace.review_hazard", workplace.listed(cast), **told, by=cast["union"])


@happy("workplace.close_incident")
def _(cast: Cast) -> Call:
    told = {"lost_days": 0, "measure": "培训"}
    return call("workplace.close_incident", workplace.reported(cast), **told, by=cast["general_office"])


@happy("workplace.close_grievance")
def _(cast: Cast) -> Call:
    return call("workplace.close_grievance", workplace.raised(cast), result="已调整", by=cast["union"])


plainly(
    "workplace.set_day_rate", "director", TeamRole.LEADER, per_day=YUAN, valid_from=DAY
)  # fmt: skip
plainly(
    "workplace.claim_day_fees", "general_office", "auditor",
    month=date(2026, 2, 1), half_days=[HalfDay(date(2026, 2, 3), Half.MORNING)],
)  # fmt: skip


def settlement(cast: Cast, *steps: str) -> str:
    """A settlement that went these steps."""
    day_fees.audited(), day_fees.rated()
    number = day_fees.claimed(cast)
    for step in steps:
        HAPPY[f"workplace.{step}_day_fees"](cast, number)()
    return number


def _later(cast: Cast, name: str, role: str, number: str, **more: Any) -> Call:
    return call(name, number, **more, on=day_fees.NEXT, by=cast[role])


@happy("workplace.check_day_fees")
def check(cast: Cast, number: str = "") -> Call:
    return _later(cast, "workplace.check_day_fees", "programme_manager", number or settlement(cast))


@happy("workplace.send_back_day_fees")
def _(cast: Cast) -> Call:
    return _later(
        cast, "workplace.send_back_day_fees", "programme_manager", settlement(cast), reason="缺下午"
    )


@happy("workplace.approve_day_fees")
def approve(cast: Cast, number: str = "") -> Call:
    number = number or settlement(cast, "check")
    return _later(cast, "workplace.approve_day_fees", "director", number, granted=True)


@happy("workplace.pay_day_fees")
def _(cast: Cast) -> Call:
    paying = {"paid_on": day_fees.NEXT, "reference": "YH1"}
    return _later(cast, "workplace.pay_day_fees", "finance", settlement(cast, "check", "approve"), **paying)


plainly("workplace.open_staff_survey", "union", ends_on=staff_voice.LAST)
plainly("workplace.make_suggestion", "auditor", "增设会议室")


@happy("workplace.answer_staff_survey")
def _(cast: Cast) -> Call:
    number = staff_voice.opened(cast)
    return call("workplace.answer_staff_survey", number, answers=staff_voice.marks(), by=cast["auditor"])


@happy("workplace.close_staff_survey")
def _(cast: Cast) -> Call:
    number = staff_voice.opened(cast)
    return call("workplace.close_staff_survey", number, on=staff_voice.AFTER, by=cast["union"])


@happy("workplace.answer_suggestion")
def _(cast: Cast) -> Call:
    number = call("workplace.make_suggestion", "增设会议室", by=cast["auditor"])().number
    told = {"adopted": True, "answer": "好"}
    return call("workplace.answer_suggestion", number, **told, by=cast["director"])
