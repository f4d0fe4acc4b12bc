"""From the accepted application to the signed contract."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.contracts.models import Contract
from mingzheng.office.contracts.queries import contracts_for
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.prices.actions.decide_below_floor import decide_below_floor
from mingzheng.office.prices.actions.request_below_floor import request_below_floor
from mingzheng.office.prices.actions.set_fee_floor import set_fee_floor
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.verdict import Refused

from . import cases

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def file_signed(contract, by):
    file_paper(
        f"contract:{contract.number}",
        kind="signed_contract",
        name="合同.pdf",
        content=cases.PDF,
        on=cases.DAY,
        by=by,
    )


def test_the_price_comes_from_the_auditor_days(cast, day):
    contract = cases.offered(cast)
    assert (contract.number, contract.standards, contract.offered_on) == ("HT2026-0001", ["QMS", "EMS"], day)
    # initial 5.5 + 7 = 12.5 days, each surveillance 2 + 2.5; 3000 a day, 1000 and 2000 a standard
    assert [(line["what"], line["amount"]) for line in contract.lines] == [
        ("price.application", "2000.00"),
        ("price.initial", "37500.00"),
        ("price.certificate", "4000.00"),
        ("price.surveillance-1", "13500.00"),
        ("price.surveillance-2", "13500.00"),
    ]
    assert contract.total == Decimal("70500.00")
    assert Event.objects.get(kind="contract.offered").facts["total"] == "70500.00"


def test_a_director_may_take_money_off_for_a_reason(cast, day):
    number = cases.accepted(cast).number
    more = {"discount": Decimal(500), "discount_reason": "公益组织"}
    offer_contract(number, **more, on=day, by=cast["director"])
    assert Contract.objects.get().total == Decimal("70000.00")
    with pytest.raises(Refused) as refused:
        offer_contract(number, **more, on=day, by=cast["market"])
    assert codes(refused) == ["contract.discount-by-director"]
    with pytest.raises(Refused) as refused:
        offer_contract(number, discount=Decimal(500), on=day, by=cast["director"])
    assert codes(refused) == ["contract.discount-without-reason"]


def test_a_quotation_below_the_floor_waits_for_a_director_who_approves(cast, day):
    set_fee_floor(Decimal(3000), valid_from=day, reason="自律公约", on=day, by=cast["director"])
    number = cases.accepted(cast).number
    less = {"discount": Decimal(4300), "discount_reason": "公益组织", "on": day, "by": cast["director"]}
    with pytest.raises(Refused) as refused:
        offer_contract(number, **less)
    assert codes(refused) == ["price.below-floor"]
    # 64,500 for 21.5 days; less 4,300 it is 2,800 a day
    assert refused.value.objections[0].details == {"price": Decimal("2800.00"), "floor": Decimal("3000.00")}
    told = {"applicant": "某公司", "per_day": Decimal(2800), "reason": "公益组织"}
    asked = request_below_floor(number, **told, on=day, by=cast["market"])
    decide_below_floor(asked.number, granted=True, remark="", on=day, by=cast["director"])
    assert offer_contract(number, **less).total == Decimal("66200.00")


@pytest.mark.parametrize("discount", ["-1", "70500.01", "NaN"])
def test_a_discount_is_part_of_the_price(cast, day, discount):
    number = cases.accepted(cast).number
    with pytest.raises(Refused) as refused:
        offer_contract(number, discount=Decimal(discount), discount_reason="x", on=day, by=cast["director"])
    assert codes(refused) == ["contract.discount-out-of-range"]


def test_a_contract_offered_again_is_the_same_contract(cast, day):
    contract = cases.offered(cast)
    offer_contract(contract.application.number, on=date(2026, 3, 5), by=cast["market"])
    assert Contract.objects.get().offered_on == date(2026, 3, 5)


def test_nothing_is_offered_before_acceptance(cast, day):
    with pytest.raises(Refused) as refused:
        offer_contract(cases.submitted().number, on=day, by=cast["market"])
    assert codes(refused) == ["contract.not-accepted"]


def test_a_contract_is_signed_when_its_signed_copy_is_in_the_file(cast, day):
    contract = cases.offered(cast)
    market = cast["market"]
    with pytest.raises(Refused) as refused:
        sign_contract(contract.number, client_signatory="甲", body_signatory=" ", on=day, by=market)
    assert codes(refused) == ["contract.signed-copy-missing", "contract.signatory-missing"]
    assert [row.number for row in QUEUES["contracts.sign"].waiting(market, day)] == [contract.number]

    file_signed(contract, market)
    told = sign_contract(contract.number, client_signatory="甲某", body_signatory="乙某", on=day, by=market)
    contract.refresh_from_db()
    assert (contract.signed_on, contract.client_signatory) == (day, "甲某")
    assert (told.client, told.application) == (cases.USCC, "SQ2026-0001")
    assert "甲某" not in str(Event.objects.get(kind="contract.signed").facts)
    assert not QUEUES["contracts.sign"].waiting(market, day).exists()
    for again in (
        lambda: sign_contract(contract.number, client_signatory="甲", body_signatory="乙", on=day, by=market),
        lambda: offer_contract(contract.application.number, on=day, by=market),
    ):
        with pytest.raises(Refused) as refused:
            again()
        assert codes(refused) == ["contract.signed-already"]


def test_a_contract_that_ended_is_not_signed(cast, day):
    contract = cases.offered(cast)
    withdraw_application(contract.application.number, on=day, by=cast["market"])
    file_signed(contract, cast["market"])
    with pytest.raises(Refused) as refused:
        sign_contract(contract.number, client_signatory="甲", body_signatory="乙", on=day, by=cast["market"])
    assert codes(refused) == ["contract.ended"]


def test_contracts_are_no_business_of_auditors(cast, day):
    contract = cases.offered(cast)
    assert contracts_for(cast["market"]).get() == contract
    assert not contracts_for(cast["auditor"]).exists()
    with pytest.raises(Refused, match="person.not-yours"):
        sign_contract(contract.number, client_signatory="甲", body_signatory="乙", on=day, by=cast["auditor"])
    with pytest.raises(Refused, match="person.not-yours"):
        offer_contract(contract.application.number, on=day, by=cast["technical"])


def test_a_contract_is_not_signed_before_it_is_offered(cast, day):
    contract = cases.offered(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contract.objects.filter(pk=contract.pk).update(signed_on=date(2026, 3, 1))


@pytest.mark.broken_books
def test_the_books_notice_a_status_or_a_price_changed_behind_the_record(cast, day):
    contract = cases.offered(cast)
    assert check_the_books() == {}
    type(contract.application).objects.update(status="refused")
    contract.application.reviews.filter(part="market").delete()
    Contract.objects.update(total=1)
    assert set(check_the_books()) == {
        "an application stands where its events left it",
        "an application is accepted when three people have confirmed it",
        "a contract costs the sum of its lines",
    }
