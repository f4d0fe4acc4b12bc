"""Energy, temperatures, paper, travel, audits from afar, awareness."""

from datetime import date
from decimal import Decimal

from mingzheng.rulebook.footprint import Meter, Mode, Season, Topic
from tests.office.footprint import test_footprint as footprint
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

FEBRUARY = date(2026, 2, 1)
plainly("footprint.read_meter", "general_office", Meter.GAS, month=FEBRUARY, amount=Decimal(9))
plainly(
    "footprint.check_temperature", "general_office", Season.COOLING,
    degrees=Decimal(26), place="三楼", checked_on=DAY,
)  # fmt: skip
plainly("footprint.count_prints", "general_office", FEBRUARY, single_sided=3, double_sided=5)


@happy("footprint.correct_reading")
def _(cast: Cast) -> Call:
    number = footprint.read(cast, FEBRUARY).number
    told = {"amount": Decimal(8), "reason": "抄错"}
    return call("footprint.correct_reading", number, **told, by=cast["general_office"])


@happy("footprint.enter_trip")
def _(cast: Cast) -> Call:
    visit = footprint.visit_of(cast["auditor"]).number
    told = {"login": "auditor", "mode": "train", "km": Decimal(9), "travelled_on": DAY}
    return call("footprint.enter_trip", visit, **told, by=cast["auditor"])


@happy("footprint.complete_trip")
def _(cast: Cast) -> Call:
    number = footprint.trip(cast, footprint.visit_of(cast["auditor"]))
    return call("footprint.complete_trip", number, mode=Mode.METRO, by=cast["auditor"])


@happy("footprint.record_remote_audit")
def _(cast: Cast) -> Call:
    told = {"share": 30, "means": "视频", "risk": "已评估", "saved_km": Decimal(9), "saved_mode": Mode.TRAIN}
    number = footprint.visit_of(cast["auditor"]).number
    return call("footprint.record_remote_audit", number, **told, by=cast["auditor"])


@happy("footprint.record_awareness")
def _(cast: Cast) -> Call:
    told = {"topic": Topic.ENERGY_WEEK, "signed_by": "何", "signed_on": DAY}
    number = footprint.visit_of(cast["auditor"]).number
    return call("footprint.record_awareness", number, **told, by=cast["auditor"])
