"""Complaints without an account, followed by code; the client's survey behind its secret link."""

import pytest

from mingzheng.office.voices.models import Case, Survey
from tests.office.voices import stage

pytestmark = pytest.mark.django_db
DAY = stage.DAY
SAID = {"kind": "complaint", "topic": "audit", "text": "审核员没有到场就发了证"}


@pytest.fixture(autouse=True)
def on_that_day(it_is):
    it_is(DAY)


def test_somebody_complains_without_a_name_and_follows_it_by_its_code(client):
    answer = client.post("/voices/complain/", SAID)
    case = Case.objects.get()
    assert answer.url == f"/voices/follow/{case.code}/" and case.name == ""
    page = client.get(answer.url).content.decode()
    assert case.number in page and case.code in page and SAID["text"] not in page

    typed = case.code.lower().replace("-", " ")
    assert client.get("/voices/follow/", {"code": typed}).url == answer.url
    assert "没有这个查询码" in client.get("/voices/follow/", {"code": "AAAA-AAAA-AAAA"}).content.decode()
    assert client.get("/voices/follow/AAAA-AAAA-AAAA/").status_code == 404


def test_an_appeal_needs_a_name_and_what_it_is_against(client):
    page = client.post("/voices/complain/", {**SAID, "kind": "appeal"})
    assert page.status_code == 200 and not Case.objects.exists()
    assert "申诉须署名" in page.content.decode()


def test_the_result_is_shown_once_it_was_answered_and_no_name_of_the_staff(client):
    case = stage.case("decided")
    address = f"/voices/follow/{case.code}/"
    assert case.reasons not in client.get(address).content.decode()
    closed = stage.case("closed")
    page = client.get(f"/voices/follow/{closed.code}/").content.decode()
    assert closed.reasons in page and closed.corrective_action in page
    assert "孙静" not in page and "沈明" not in page


def test_the_page_promises_the_published_limits(client):
    page = client.get("/voices/complain/", headers={"Accept-Language": "en"}).content.decode()
    assert "within 60 days" in page


def test_a_client_answers_by_its_link_once_and_the_page_never_shows_an_answer(client):
    survey = stage.survey()
    address = f"/voices/survey/{survey.token}/"
    assert "审核结论客观公正" in client.get(address).content.decode()
    assert client.post(address, {"q_overall": "9"}).status_code == 200

    sent = {f"q_{code}": mark for code, mark in stage.ANSWERS.items()}
    assert client.post(address, {**sent, "comment": "审核员迟到"}).status_code == 302
    survey.refresh_from_db()
    assert survey.answers == stage.ANSWERS and survey.entered_by == ""
    page = client.get(address).content.decode()
    assert "已收到您的评价" in page and "审核员迟到" not in page and "<form" not in page.split("<main")[1]
    client.post(address, {f"q_{code}": 1 for code in stage.ANSWERS})
    assert Survey.objects.get().answers == stage.ANSWERS


def test_a_wrong_link_opens_no_survey(client):
    stage.survey()
    assert client.get("/voices/survey/not-the-secret/").status_code == 404
