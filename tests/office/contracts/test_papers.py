"""The papers an applicant and a client get."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mingzheng.office.contracts import papers
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.library.models import FormerProfile

from . import cases

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def test_quotation_and_both_originals_say_price_days_and_parties(cast):
    contract = cases.offered(cast)
    for pdf in (papers.quotation(contract, "zh-hans"), papers.contract_original(contract, 1, "zh-hans")):
        text = text_of(pdf)
        assert "绿源物业（示例）有限公司" in text and "70,500.00" in text and "柒万零伍佰元整" in text
    one, two = (papers.contract_original(contract, n, "en") for n in (1, 2))
    assert "LvyuanProperty(Sample)Co.,Ltd." in text_of(one)
    assert one != two


def test_an_original_names_the_body_as_the_client_was_given_it_to_sign(cast):
    contract = cases.offered(cast)
    last = contract.offered_on
    FormerProfile.objects.create(number="JD2026-0001", said={"name_zh": "旧名认证中心"}, valid_until=last)
    contract.signed_on = last + timedelta(10)
    assert "旧名认证中心" in text_of(papers.contract_original(contract, 1, "zh-hans"))


def test_the_audit_time_sheet_shows_every_step_of_every_audit(cast):
    application = cases.accepted(cast)
    text = text_of(papers.audit_time_sheet(application, {"programme_manager": "周策"}, "zh-hans"))
    for said in ("有效人数", "成熟的管理体系", "66–85", "IAFMD11:2019", "监督审核", "周策"):
        assert said in text
    assert "受理" in text_of(papers.acceptance(application, "zh-hans"))


def test_a_letter_of_refusal_gives_every_reason_with_its_clause(cast, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast, "99.01")
    refuse_application(application.number, reason="超出本机构业务范围", on=day, by=cast["market"])
    application.refresh_from_db()
    text = text_of(papers.refusal(application, "zh-hans"))
    assert "99.01" in text and "超出本机构业务范围" in text and "CNCA-QMS-01:2025" in text
    assert "outsidethebody'saccreditedscope" in text_of(papers.refusal(application, "en")).replace("’", "'")
