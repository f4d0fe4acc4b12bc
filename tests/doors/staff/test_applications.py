"""The review on screen: each of the three finds his buttons, and a grey one says why."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.files.models import Paper
from mingzheng.office.impartiality.actions.register_related_body import register_related_body
from mingzheng.rulebook.contract_review import POINTS, Part
from mingzheng.rulebook.governance import Activity, Relation
from tests import rows
from tests.office.contracts import cases

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: cases.DAY)


@pytest.fixture
def enter(client, cast):
    """Log in as one of the cast: enter("market")."""

    def as_role(role: str):
        client.force_login(cast[role])
        return client

    return as_role


def page(name: str, *args: object) -> str:
    return reverse(f"staff:{name}", args=args)


def test_the_register_shows_what_waits_and_until_when(enter):
    application = cases.submitted()
    cases.begun()
    shown = enter("market").get(page("applications")).text
    assert application.number in shown and "剩 15 天" in shown
    assert "SQ2026-0002" not in shown  # a draft is the applicant's own
    assert "Under review" in enter("market").get(page("applications"), headers={"Accept-Language": "en"}).text


def test_an_applicant_that_is_a_related_body_is_called_out(enter, cast):
    application = cases.submitted()
    at = page("application", application.number)
    assert "关联机构" not in enter("market").get(at).text
    told = {
        "name": "某院",
        "relation": Relation.PARENT,
        "activities": [Activity.TESTING],
        "analysis": "人员分开",
    }
    register_related_body(application.uscc, **told, since=cases.DAY, on=cases.DAY, by=cast["quality"])
    shown = enter("market").get(at).text
    assert "申请方是关联机构（上级单位）" in shown and "人员分开" in shown


@pytest.mark.parametrize("name", ["applications", "contracts", "clients"])
def test_an_auditor_is_told_that_this_is_not_his(enter, name):
    assert enter("auditor").get(page(name)).status_code == 403


def test_a_grey_button_says_why_with_the_clause(enter):
    cases.equip()
    application = cases.submitted()
    shown = enter("market").get(page("application", application.number)).text
    assert "尚未登记对申请方的核查结果" in shown and "专业评审尚未确认" in shown
    assert "ISO/IEC 17021-1:2015 9.1.2.2" in shown
    assert page("refuse-application", application.number) in shown
    technical = enter("technical").get(page("application", application.number)).text
    assert page("classify-application", application.number) in technical
    assert page("accept-application", application.number) not in technical


def test_three_people_take_an_application_to_a_signed_contract(enter, cast):
    cases.equip()
    number = cases.submitted().number
    market, where = enter("market"), page("application", number)
    market.post(
        page("check-applicant", number),
        {
            "earlier-5-standard": "EMS",
            "earlier-5-body": "示例机构",
            "earlier-5-status": "expired",
            "earlier-5-own_fault": "on",
            "permits_missing": "",
        },
    )
    market.post(page("confirm-application", number, "market"), {"points": POINTS[Part.MARKET]})
    technical = enter("technical")
    codes = {"codes-QMS": "17.10.02", "codes-EMS": "17.10.02，17.10.03"[:8]}
    technical.post(
        page("classify-application", number),
        {**codes, "complexity-QMS": "medium", "complexity-EMS": "medium"},
    )
    technical.post(page("confirm-application", number, "technical"), {"points": POINTS[Part.TECHNICAL]})
    programme = enter("programme_manager")
    time = {
        "factorsQMS-1-reason": "成熟的管理体系",
        "factorsQMS-1-percent": "-10",
        "integration_percent": "20",
        "integration_reason": "文件一体化",
    }
    tried = programme.post(page("try-audit-time", number), time, headers={"HX-Request": "true"}).text
    assert "成熟的管理体系" in tried and not Application.objects.get().audit_times.exists()
    programme.post(page("determine-audit-time", number), time)
    programme.post(page("confirm-application", number, "programme"), {"points": POINTS[Part.PROGRAMME]})
    shown = programme.get(where).text
    assert "66–85" in shown and "文件一体化" in shown

    market = enter("market")
    market.post(page("accept-application", number))
    assert "70,500" not in market.get(page("offer-contract", number)).text  # less for integration
    answer = market.post(page("offer-contract", number), {"discount": "", "discount_reason": ""})
    contract = Contract.objects.get()
    assert answer.url == page("contract", contract.number)
    assert "请先归档双方签章的合同" in market.get(answer.url).text
    signed = {"kind": "signed_contract", "file": SimpleUploadedFile("合同.pdf", cases.PDF)}
    market.post(page("file-paper", "contract", contract.number), signed)
    market.post(page("sign-contract", contract.number), {"client_signatory": "甲", "body_signatory": "乙"})
    contract.refresh_from_db()
    assert contract.signed_on == cases.DAY
    assert "已签订" in market.get(page("contract", contract.number)).text
    assert (
        market.get(page("paper", "contract", contract.number, Paper.objects.latest("id").pk)).status_code
        == 200
    )


def test_whoever_lacks_the_role_is_refused_by_page_and_action(enter):
    number = cases.submitted().number
    for role, name in [
        ("technical", "check-applicant"),
        ("market", "classify-application"),
        ("quality", "accept-application"),
    ]:
        assert enter(role).post(page(name, number)).status_code == 403
    assert enter("technical").post(page("confirm-application", number, "market"), {}).status_code == 403
    assert enter("technical").post(page("confirm-application", number, "gossip"), {}).status_code == 404


def test_outside_the_scope_is_shown_and_refused_with_its_clause(enter, cast):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast, "99.01")
    market = enter("market")
    shown = market.get(page("application", application.number), headers={"Accept-Language": "en"}).text
    assert "outside the body&#x27;s accredited scope" in shown and "not accredited" in shown
    refused = market.post(page("accept-application", application.number))
    assert refused.status_code == 409 and "ISO/IEC 17021-1:2015 9.1.2.1" in refused.text
    assert "99.01" in market.get(page("refuse-application", application.number)).text
    market.post(page("refuse-application", application.number), {"reason": "超出范围"})
    assert "不予受理通知书" in market.get(page("application", application.number)).text


@pytest.mark.broken_books  # the certificate is a row put there, without its story
def test_what_our_own_register_says_is_counted_by_itself(enter, cast):
    cases.equip()
    certification = rows.certification(contract=rows.contract(client=rows.client(uscc=cases.USCC)))
    Certificate.objects.create(
        number="11725Q00001R0M", certification=certification, cycle_number=0, decision=rows.decision(certification_=certification),
        status="withdrawn", name_zh="x", address_zh="x", scope_zh="x", first_issued_on=date(2024, 1, 1),
        issued_on=date(2024, 1, 1), expires_on=date(2026, 12, 31), ended_on=date(2025, 9, 1), reason_code="0112",
    )  # fmt: skip
    number = cases.submitted().number
    market = enter("market")
    assert "11725Q00001R0M" in market.get(page("check-applicant", number)).text
    market.post(page("check-applicant", number), {"permits_missing": ""})
    shown = market.get(page("application", number)).text
    assert "2026-09-01 起方可再次申请" in shown


def test_questions_go_out_and_the_answers_are_seen(enter):
    number = cases.submitted().number
    technical = enter("technical")
    technical.post(page("ask-applicant", number, "technical"), {"questions": "外包？\n班次？"})
    shown = technical.get(page("application", number)).text
    assert "外包？" in shown and "待答复" in shown
    assert "正等待申请方答复问题" in shown


def test_the_check_keeps_rows_that_come_and_go(enter):
    number = cases.submitted().number
    market = enter("market")
    more = market.post(page("check-applicant", number), {"earlier-1-body": "示例", "add": "earlier"})
    assert 'value="示例"' in more.text
    assert 'name="advice_given-' in market.get(page("review-row", number, "advice_given")).text
    assert not Application.objects.get().check_result


@pytest.mark.slow
def test_papers_are_drawn_when_they_exist(enter, cast):
    contract = cases.offered(cast)
    number = contract.application.number
    market = enter("market")
    for name in ("audit-time", "acceptance"):
        assert market.get(page("application-document", number, name)).content.startswith(b"%PDF")
    assert market.get(page("application-document", number, "refusal")).status_code == 404
    for name in ("quotation", "original-1", "original-2"):
        assert market.get(page("contract-document", contract.number, name)).content.startswith(b"%PDF")


def test_an_application_is_withdrawn_at_the_applicants_word(enter):
    number = cases.submitted().number
    enter("market").post(page("withdraw-application", number))
    assert Application.objects.get().status == "withdrawn"


def test_a_page_asks_few_questions_of_the_database(enter, cast, django_assert_max_num_queries):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    market = enter("market")
    market.get(page("applications"))
    with django_assert_max_num_queries(12):
        market.get(page("applications") + "?tab=submitted")
    with django_assert_max_num_queries(60):
        market.get(page("application", application.number))
