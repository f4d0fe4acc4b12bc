"""The floor of prices, services beside certification."""

from decimal import Decimal

from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from tests.office.prices import test_prices as prices
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

plainly("prices.set_fee_floor", "director", Decimal(3000), valid_from=DAY, reason="自律公约")
plainly("prices.enter_service", "market", IncomeKind.TRAINING, name_zh="培训", name_en="Training")


@happy("prices.request_below_floor")
def _(cast: Cast) -> Call:
    prices.floor(cast)
    told = {"applicant": "某公司", "per_day": Decimal(2500), "reason": "公益"}
    return call("prices.request_below_floor", "SQ2026-0001", **told, by=cast["market"])


@happy("prices.decide_below_floor")
def _(cast: Cast) -> Call:
    prices.floor(cast)
    number = prices.asked(cast)
    return call("prices.decide_below_floor", number, granted=True, remark="", by=cast["director"])


@happy("prices.classify_service")
def _(cast: Cast) -> Call:
    told = {"impartiality": ImpartialityClass.OPEN, "analysis": "公开课"}
    return call("prices.classify_service", prices.service(cast, as_class=None), **told, by=cast["quality"])
