"""How a refusal and an error look to the reader, and what every page carries."""

import json
from datetime import date

import pytest
from django.template import Context, Template
from django.utils import timezone

from mingzheng.doors.frame.page import line_above
from mingzheng.office.record.models import Event

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}


def test_a_refusal_says_why_with_the_clause_in_chinese(sample):
    response = sample.get("/sample/refuse/", headers={"Referer": "http://testserver/sample/"})
    assert response.status_code == 409
    for said in (
        "未能办理",
        "您无权办理此事",
        "ISO/IEC 17021-1:2015 9.5.1",
        'href="http://testserver/sample/"',
    ):
        assert said in response.text


def test_a_refusal_says_why_with_the_clause_in_english(sample):
    response = sample.get("/sample/refuse/", headers=ENGLISH)
    assert response.status_code == 409
    for said in ("Not done", "This is not yours to do", "ISO/IEC 17021-1:2015 9.5.1", 'href="/"'):
        assert said in response.text


def test_the_way_back_never_leads_to_another_site(sample):
    response = sample.get("/sample/refuse/", headers={"Referer": "https://elsewhere.example/"})
    assert "elsewhere.example" not in response.text


def test_a_refusal_of_part_of_a_page_is_part_of_a_page(sample):
    response = sample.get("/sample/refuse/", headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Retarget"]) == (409, "#messages")
    assert "<html" not in response.text and "您无权办理此事" in response.text


def test_a_program_is_refused_in_json(sample):
    response = sample.get("/sample/refuse/", headers={"Accept": "application/json", **ENGLISH})
    assert response.status_code == 409
    assert json.loads(response.content) == {
        "refused": [
            {
                "code": "person.not-yours",
                "why": "This is not yours to do",
                "clause": "ISO/IEC 17021-1:2015 9.5.1",
            }
        ]
    }


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "您无权查看或办理此页"), ("en", "not yours to see or do")]
)
def test_a_page_that_is_not_ones_own_says_so(sample, language, said):
    response = sample.get("/sample/forbid/", headers={"Accept-Language": language})
    assert response.status_code == 403 and said in response.text


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "没有找到这一页"), ("en", "This page was not found")]
)
def test_a_page_that_does_not_exist_says_so(sample, language, said):
    response = sample.get("/nowhere/", headers={"Accept-Language": language})
    assert response.status_code == 404 and said in response.text


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "系统出错"), ("en", "Something broke")])
def test_a_broken_page_says_so(sample, language, said):
    sample.raise_request_exception = False
    response = sample.get("/sample/break/", headers={"Accept-Language": language})
    assert response.status_code == 500 and said in response.text


def test_a_page_carries_menu_search_language_and_what_waits(sample):
    text = sample.get("/sample/").text
    for said in (
        "注册台账",
        'name="q"',
        "English",
        "12 项待办，其中 3 项超期",
        "孙静",
        'aria-current="page"',
    ):
        assert said in text


def test_a_menu_line_is_seen_by_the_roles_it_names(sample, client, person):
    assert "账户与岗位" not in sample.get("/sample/").text
    client.force_login(person("admin", "administrator"))
    assert "账户与岗位" in client.get("/sample/").text


def test_nobody_sees_a_menu_before_logging_in(sample):
    sample.logout()
    text = sample.get("/sample/").text
    assert "账户" not in text and "注册台账" not in text.split("<main")[0]


def test_a_field_shows_its_error_beside_it_and_tells_a_screen_reader(sample):
    text = sample.post("/sample/", {"client": ""}).text
    assert 'aria-invalid="true"' in text and 'id="id_client_error"' in text
    assert 'aria-describedby="id_uscc_helptext id_uscc_error"' in text
    assert 'type="date" name="begins_on"' in text


def test_no_page_holds_inline_script_or_style(sample):
    for page in ("/sample/", "/sample/registrations/", "/sample/refuse/"):
        text = sample.get(page).text
        assert "<style" not in text and " style=" not in text and " onclick=" not in text
        assert "<script>" not in text


def test_a_timeline_tells_what_happened_in_the_words_of_its_kind():
    event = Event(
        subject="certificate:1",
        kind="certificate.suspended",
        on=date(2026, 3, 2),
        at=timezone.now(),
        by="wang",
        facts={"until": "2026-09-01"},
    )
    html = Template("{% load frame %}{% timeline events names %}").render(
        Context({"events": [event], "names": {"wang": "王芳"}})
    )
    assert "2026-03-02" in html and "王芳" in html
    assert "原因：--" in html and "暂停期至 2026-09-01" in html


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/staff/", "/staff/"),
        ("/staff/clients/91", "/staff/clients/"),
        ("/staff/returns/duties/3/", "/staff/returns/duties/"),
        ("/staff/returns/check/", "/staff/returns/duties/"),
        ("/staff/library/steps/", "/staff/"),
        ("/accounts/password/", ""),
    ],
)
def test_a_page_marks_the_line_it_is_under_and_beside_several_none(path, line):
    lines = ("", "clients/", "returns/duties/", "library/laws/", "library/documents/")
    assert line_above(path, [f"/staff/{one}" for one in lines], "/staff/") == line


def test_a_page_is_under_the_line_that_holds_its_list_though_another_shares_the_folder():
    lines = ["/staff/", "/staff/fees/", "/staff/prices/services/"]
    held = ["/staff/prices/floors/"]
    assert line_above("/staff/prices/floors/new/", lines, "/staff/", held) == "/staff/prices/floors/"
    assert line_above("/staff/prices/floors/new/", lines, "/staff/") == "/staff/prices/services/"
