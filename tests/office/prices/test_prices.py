"""The floor of prices, exceptions from it, and services beside certification."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.prices.actions.classify_service import classify_service
from mingzheng.office.prices.actions.decide_below_floor import decide_below_floor
from mingzheng.office.prices.actions.enter_service import enter_service
from mingzheng.office.prices.actions.request_below_floor import request_below_floor
from mingzheng.office.prices.actions.set_fee_floor import set_fee_floor
from mingzheng.office.prices.models import FloorException, Service
from mingzheng.office.prices.queries import allowed, exceptions_granted, floors
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from mingzheng.rulebook.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def floor(cast, amount=3000, day=DAY):
    return set_fee_floor(Decimal(amount), valid_from=day, reason="自律公约", on=DAY, by=cast["director"])


def asked(cast, price=2500):
    told = {"applicant": "某公司", "per_day": Decimal(price), "reason": "公益组织"}
    return request_below_floor("SQ2026-0001", **told, on=DAY, by=cast["market"]).number


def service(cast, *, kind=IncomeKind.TRAINING, as_class=ImpartialityClass.OPEN) -> str:
    names = {"name_zh": "内审员培训", "name_en": "Internal auditor training"}
    number = enter_service(kind, **names, on=DAY, by=cast["market"]).number
    if as_class:
        classify_service(number, impartiality=as_class, analysis="公开课", on=DAY, by=cast["quality"])
    return number


def test_a_floor_counts_from_its_day_on_and_the_latest_counts(cast):
    assert floors(DAY).first() is None
    floor(cast), floor(cast, 3200, date(2026, 7, 1))
    assert floors(date(2026, 6, 30)).first() == 3000 and floors(date(2026, 7, 1)).first() == 3200
    with pytest.raises(Refused, match="price.floor-set-already"):
        floor(cast, 1)
    assert Event.objects.filter(kind="fee-floor.set").count() == 2


def test_an_exception_is_asked_for_and_decided_by_a_director(cast):
    with pytest.raises(Refused, match="price.no-floor"):
        asked(cast)
    floor(cast)
    number = asked(cast)
    with pytest.raises(Refused, match="price.exception-asked"):
        asked(cast)
    assert [row.number for row in QUEUES["prices.exceptions"].waiting(cast["director"], DAY)] == [number]
    assert allowed("SQ2026-0001").first() is None
    with pytest.raises(Refused, match="price.reason-missing"):
        decide_below_floor(number, granted=False, remark=" ", on=DAY, by=cast["director"])
    decide_below_floor(number, granted=True, remark="", on=DAY, by=cast["director"])
    assert allowed("SQ2026-0001").first() == 2500 and exceptions_granted(2026).count() == 1
    with pytest.raises(Refused, match="price.exception-decided"):
        decide_below_floor(number, granted=True, remark="", on=DAY, by=cast["director"])
    assert FloorException.objects.get().floor == 3000


def test_a_service_waits_for_its_class(cast):
    number = service(cast, as_class=None)
    assert [row.number for row in QUEUES["prices.unclassified"].waiting(cast["quality"], DAY)] == [number]
    with pytest.raises(Refused, match="service.analysis-missing"):
        classify_service(number, impartiality=ImpartialityClass.OPEN, analysis="", on=DAY, by=cast["quality"])
    classify_service(
        number, impartiality=ImpartialityClass.OPEN, analysis="公开课", on=DAY, by=cast["quality"]
    )
    assert Service.objects.get().impartiality == "open"
    assert not QUEUES["prices.unclassified"].waiting(cast["quality"], DAY).exists()
    with pytest.raises(Refused, match="service.no-service"):
        service(cast, kind=IncomeKind.CERTIFICATION)
