"""A stranger applies, from the first page to the contract, by the link he was given."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.contracts.actions.accept_application import accept_application
from mingzheng.office.contracts.actions.ask_applicant import ask_applicant
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.contracts.models import Application
from mingzheng.office.files.models import Paper
from mingzheng.rulebook.contract_review import Part
from tests.office.contracts import cases

pytestmark = pytest.mark.django_db
ORGANISATION = {
    "name_zh": "绿源物业（示例）有限公司",
    "uscc": f" {cases.USCC.lower()} ",
    "contact_name": "何经理",
    "contact_phone": "000-1",
    "contact_email": "",
}
FORM = {
    **ORGANISATION,
    "address_zh": "示例路2号",
    "standards": ["EMS", "QMS"],
    "scope_zh": "物业管理服务",
    "operating_since": "2025-06-01",
    "internal_audit_on": "2025-12-01",
    "management_review_on": "2025-12-20",
    "has_certificates": "False",
    "used_consultancy": "True",
    "had_incident": "False",
    "ordered_to_stop": "False",
    "sites-7-kind": "permanent",
    "sites-7-name_zh": "总部",
    "sites-7-address_zh": "示例路2号",
    "sites-3-kind": "temporary",
    "personnel-1-kind": "full_time",
    "personnel-1-count": "80",
    "personnel-1-hours": "8",
    "consultancy-1-name": "示例咨询公司",
    "consultancy-1-ended_on": "2025-11-30",
}


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: cases.DAY)


@pytest.fixture
def begun(client) -> Application:
    client.post(reverse("public:apply"), ORGANISATION)
    return Application.objects.get()


def page(name: str, application: Application, *more: str) -> str:
    return reverse(f"public:{name}", args=[application.token, *more])


def upload(client, application, content=cases.PDF, **headers):
    sent = {"kind": "licence", "file": SimpleUploadedFile("执照.pdf", content)}
    return client.post(page("application-file", application), sent, headers=headers)


def test_a_stranger_begins_and_lands_on_his_own_form(client):
    assert "一次告知" in client.get(reverse("public:apply")).text
    answer = client.post(reverse("public:apply"), ORGANISATION)
    application = Application.objects.get()
    assert application.uscc == cases.USCC
    assert answer.url == page("application-form", application)
    assert page("application", application) in client.get(answer.url).text


def test_a_wrong_check_digit_is_said_at_the_field_in_the_readers_language(client):
    wrong = {**ORGANISATION, "uscc": cases.USCC[:17] + ("A" if cases.USCC[17] != "A" else "B")}
    assert "校验码有误" in client.post(reverse("public:apply"), wrong).text
    english = client.post(reverse("public:apply"), wrong, headers={"Accept-Language": "en"}).text
    assert "Wrong check digit" in english
    assert not Application.objects.exists()


def test_a_draft_is_saved_and_comes_back_as_it_was_typed(client, begun):
    client.post(page("application-form", begun), {**FORM, "act": "save"})
    begun.refresh_from_db()
    assert begun.standards == ["QMS", "EMS"]
    assert begun.sites == [
        {
            "kind": "permanent",
            "name_zh": "总部",
            "address_zh": "示例路2号",
            "activity_zh": "",
            "address_en": "",
        }
    ]
    assert begun.personnel[0]["count"] == 80 and begun.consultancy[0]["ended_on"] == "2025-11-30"
    assert (begun.has_certificates, begun.used_consultancy, begun.operating_since) == (
        False,
        True,
        date(2025, 6, 1),
    )
    again = client.get(page("application-form", begun)).text
    assert 'value="示例咨询公司"' in again and 'value="2025-11-30"' in again


def test_rows_come_and_go_without_losing_what_was_typed(client, begun):
    more = client.post(page("application-form", begun), {**FORM, "add": "personnel"}).text
    assert more.count("-count") > 2 and 'value="总部"' in more
    fewer = client.post(page("application-form", begun), {**FORM, "drop": "sites-7"}).text
    assert 'value="总部"' not in fewer and 'value="示例咨询公司"' in fewer
    assert 'name="sites-' in client.get(page("application-row", begun, "sites")).text
    assert client.get(page("application-row", begun, "secrets")).status_code == 404
    begun.refresh_from_db()
    assert begun.sites == []


def test_a_half_filled_row_is_said_and_nothing_is_saved(client, begun):
    answer = client.post(page("application-form", begun), {**FORM, "personnel-1-count": "0", "act": "save"})
    assert "field-wrong" in answer.text
    begun.refresh_from_db()
    assert begun.personnel == []


def test_what_is_missing_is_listed_and_the_draft_is_kept(client, begun):
    answer = client.post(page("application-form", begun), {**FORM, "scope_zh": "", "act": "submit"})
    assert "请填写申请的认证范围" in answer.text and "请上传法律地位证明" in answer.text
    begun.refresh_from_db()
    assert (begun.status, begun.standards) == ("draft", ["QMS", "EMS"])


def test_an_application_is_handed_in_and_its_link_is_shown_plainly(client, begun):
    upload(client, begun)
    answer = client.post(page("application-form", begun), {**FORM, "act": "submit"}, follow=True)
    assert begun.number in answer.text and f"http://testserver{page('application', begun)}" in answer.text
    begun.refresh_from_db()
    assert begun.status == "submitted"
    assert client.get(page("application-form", begun)).url == page("application", begun)
    assert "评审中" in client.get(page("application", begun)).text
    assert "Under review" in client.get(page("application", begun), headers={"Accept-Language": "en"}).text


def test_a_paper_is_handed_in_with_htmx_and_got_back(client, begun):
    part = upload(client, begun, **{"HX-Request": "true"})
    assert part.status_code == 200 and "执照.pdf" in part.text and "<html" not in part.text
    paper = Paper.objects.get()
    answer = client.get(page("application-paper", begun, paper.pk))
    assert answer.content == cases.PDF and answer["Content-Disposition"].startswith("attachment")


def test_what_only_pretends_to_be_a_paper_is_refused(client, begun):
    refused = upload(client, begun, b"#!/bin/sh", **{"HX-Request": "true"})
    assert refused.status_code == 409 and "不含宏" in refused.text
    assert not Paper.objects.exists()


def test_nobody_gets_in_without_the_link(client, begun):
    other = cases.begun()
    upload(client, begun)
    key = Paper.objects.get().pk
    assert client.get("/apply/" + "x" * 43 + "/").status_code == 404
    assert client.get(f"/apply/{begun.number}/").status_code == 404
    assert client.get(page("application-paper", other, key)).status_code == 404


def test_questions_are_answered_on_the_progress_page(client, cast):
    application = cases.submitted()
    ask_applicant(
        application.number, part=Part.MARKET, questions=["几个班次？"], on=cases.DAY, by=cast["market"]
    )
    assert "几个班次？" in client.get(page("application", application)).text
    refused = client.post(page("application-answers", application), {"answer": ""})
    assert refused.status_code == 409
    client.post(page("application-answers", application), {"answer": "两个"})
    application.refresh_from_db()
    assert application.status == "submitted"
    assert "两个" in client.get(page("application", application)).text


def test_a_sent_back_application_can_be_corrected(client, cast):
    application = cases.submitted()
    ask_applicant(application.number, part=Part.MARKET, questions=["范围？"], on=cases.DAY, by=cast["market"])
    answer = client.post(
        page("application-form", application), {**FORM, "scope_zh": "物业保洁", "act": "save"}
    )
    assert answer.status_code == 302
    application.refresh_from_db()
    assert (application.scope_zh, application.status) == ("物业保洁", "questions")


def test_a_refusal_shows_its_reasons_and_keeps_the_answer(client, cast):
    application = cases.reviewed(cases.submitted(), cast, "99.01")
    refuse_application(application.number, reason="超出范围", on=cases.DAY, by=cast["market"])
    shown = client.get(page("application", application)).text
    assert "99.01" in shown and "超出范围" in shown and "CNCA-QMS-01:2025" in shown
    client.post(page("application-refusal-answer", application), {"answer": "不同意"})
    assert "不同意" in client.get(page("application", application)).text


@pytest.mark.slow
def test_an_accepted_applicant_gets_his_papers_and_nobody_elses(client, cast):
    application = cases.accepted(cast)
    assert client.get(page("application-document", application, "contract")).status_code == 404
    offer_contract(application.number, on=cases.DAY, by=cast["market"])
    shown = client.get(page("application", application)).text
    for name in ("acceptance", "quotation", "contract", "contract-2"):
        assert page("application-document", application, name) in shown
        assert client.get(page("application-document", application, name)).content.startswith(b"%PDF")
    assert client.get(page("application-document", application, "refusal")).status_code == 404


def test_an_application_can_be_withdrawn(client, begun):
    assert "撤回" in client.get(page("application-withdraw", begun)).text
    client.post(page("application-withdraw", begun))
    begun.refresh_from_db()
    assert begun.status == "withdrawn"
    assert client.post(page("application-withdraw", begun)).status_code == 409


def test_staff_names_and_inner_steps_stay_inside(client, cast):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    accept_application(application.number, on=cases.DAY, by=cast["market"])
    shown = client.get(page("application", application)).text
    assert "受理申请" in shown and "核查结果" not in shown and "专业评审通过" not in shown
    assert ">market" not in shown
