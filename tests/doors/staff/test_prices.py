"""Screens of the floor of prices and of services beside certification; every small register opens and refuses like them."""

import pytest

from mingzheng.office.prices.models import FeeFloor, FloorException, Service
from tests.office.contracts import cases
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/prices/"


def text(answer) -> str:
    return answer.content.decode()


def test_a_quotation_below_the_floor_from_the_offer_to_the_approval(enter, cast):
    director = enter("director")
    told = {"per_day": "3000", "valid_from": DAY, "reason": "自律公约"}
    assert director.post(f"{AT}fee-floors/new/", told).url == f"{AT}fee-floors/"
    assert "¥3,000.00" in text(director.get(f"{AT}fee-floors/"))
    application = cases.accepted(cast).number
    market = enter("market")
    offer = text(market.get(f"/staff/applications/{application}/offer/"))
    assert "底价" in offer and f"?application={application}" in offer
    assert application in text(market.get(f"{AT}exceptions/new/?application={application}"))
    fees = '<a href="/staff/fees/">收费</a>'  # whoever may open them finds the way back, others no way into a refusal
    assert fees in text(market.get(f"{AT}exceptions/")) and fees not in text(
        enter("quality").get(f"{AT}exceptions/")
    )
    market = enter("market")
    asked = {"application": "none", "per_day": "2800", "reason": "公益组织"}
    assert "没有此编号的已受理申请" in text(market.post(f"{AT}exceptions/new/", asked))
    assert market.post(f"{AT}exceptions/new/", {**asked, "application": application}).status_code == 302
    row = FloorException.objects.get()
    at = f"{AT}exceptions/{row.number}/"
    assert "批准或不批准" not in text(market.get(at))
    assert market.get(f"{at}decide-below-floor/").status_code == 403
    director = enter("director")
    assert "批准或不批准" in text(director.get(at))
    assert director.post(f"{at}decide-below-floor/", {}).status_code == 409  # refused without saying why
    assert director.post(f"{at}decide-below-floor/", {"granted": "on"}).url == at
    assert "已批准" in text(director.get(at)) and FeeFloor.objects.count() == 1


def test_a_service_is_entered_by_marketing_and_classified_by_quality(enter):
    market = enter("market")
    told = {"kind": "training", "name_zh": "内审员培训", "name_en": "Internal auditor training"}
    assert market.post(f"{AT}services/new/", told).url == f"{AT}services/"
    number = Service.objects.get().number
    at = f"{AT}services/{number}/"
    assert market.get(f"{at}classify-service/").status_code == 403
    quality = enter("quality")
    assert number in text(quality.get(f"{AT}services/?tab=unclassified"))
    said = {"impartiality": "guarded", "analysis": "单位内训，讲师回避该单位审核"}
    assert quality.post(f"{at}classify-service/", said).url == at
    page = text(quality.get(at))
    assert "单位定制，须回避" in page and "讲师回避" in page
    assert enter("auditor").get(at).status_code == 403
