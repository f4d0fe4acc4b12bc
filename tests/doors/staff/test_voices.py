"""Screens of cases, surveys and call-backs."""

from datetime import timedelta

import pytest

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.models import CallBack, Case, Draw, Limits, Questionnaire
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import CaseKind, Topic
from tests import certified, rows
from tests.office.voices import stage

pytestmark = pytest.mark.django_db
DAY = stage.DAY
AT = "/staff/voices/"


@pytest.fixture
def quality(client, it_is):
    it_is(DAY)
    client.force_login(stage.sun())
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_a_case_is_taken_through_its_steps_on_the_screen(quality, client):
    certified.body()
    visit = stage.held()
    rows.audit(visit)
    told = {"kind": "complaint", "topic": "audit", "means": "phone", "received_on": DAY, "text": "审核员没来"}
    assert quality.post(f"{AT}new/", told).url == AT
    case = Case.objects.get()
    at = f"{AT}cases/{case.number}/"
    assert case.number in text(quality.get(AT)) and "审核员没来" in text(quality.get(at))

    assert quality.post(f"{at}acknowledge/", {"ours": "yes", "visit": visit.number}).url == at
    liu = Person.objects.filter(login="liu")
    liu.update(roles=[Role.AUDITOR, Role.QUALITY])
    page = text(quality.get(f"{at}assign/"))
    assert 'value="sun"' in page and 'value="liu"' not in page and "审核员liu" in page
    assert quality.post(f"{at}assign/", {"handler": "sun"}).url == at
    assert quality.post(f"{at}investigate/", {"found": "签到缺一人"}).url == at
    decided = {"outcome": "upheld", "reasons": "属实", "corrective_action": "补审"}
    assert quality.post(f"{at}decide/", {**decided, "corrective_action": ""}).status_code == 409
    assert quality.post(f"{at}decide/", decided).url == at
    assert quality.post(f"{at}answer/", {"client_told": ""}).url == at
    assert quality.post(f"{at}close/", {"followed_up": "已补审"}).url == at
    assert "已关闭" in text(quality.get(at))
    for letter in ("receipt/", "answer.pdf"):
        assert quality.get(at + letter)["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("role", [Role.MARKET, Role.AUDITOR, Role.REVIEWER])
def test_cases_are_closed_to_those_they_may_be_about(client, person, role, it_is):
    it_is(DAY)
    number = stage.received().number
    client.force_login(person("somebody", role))
    assert client.get(AT).status_code == 403 and client.get(f"{AT}cases/{number}/").status_code == 403
    assert client.get(f"/staff/evidence/case/{number}/1/").status_code == 403


def test_the_papers_of_a_case_are_open_to_those_who_see_the_case(client, person, it_is):
    it_is(DAY)
    number = stage.received().number
    client.force_login(person("zhao", Role.TECHNICAL))
    assert client.get(f"/staff/evidence/case/{number}/file/").status_code == 404
    client.force_login(stage.sun())
    assert client.get(f"/staff/evidence/case/{number}/file/").status_code == 200


def test_new_limits_are_published_and_promised_in_public(quality):
    told = {"acknowledge": 3, "complaint": 30, "appeal": 45}
    assert quality.post(f"{AT}limits/", told).url == AT
    assert Limits.objects.get().complaint == 30
    assert "30 天内" in text(quality.get("/voices/complain/"))


def test_a_survey_is_sent_out_by_letter_typed_in_from_paper_and_then_read(quality):
    certified.body()
    survey = stage.survey()
    at = f"{AT}surveys/visit/{survey.visit.number}/"
    assert survey.token in text(quality.get(at))
    assert quality.get(f"{at}invitation/")["Content-Type"] == "application/pdf"
    assert quality.post(f"{at}paper/", {**stage.ANSWERS, "comment": "很好"}).url == at
    page = text(quality.get(at))
    assert "很好" in page and survey.token not in page


def test_a_bad_mark_for_conduct_is_followed_up_by_a_case_from_the_survey(quality):
    survey = stage.survey()
    answer_survey(survey.visit.number, {**stage.ANSWERS, "conduct": 1}, on=DAY, by=stage.ANYBODY)
    at = f"{AT}surveys/visit/{survey.visit.number}/"
    assert "作风评价差" in text(quality.get("/staff/"))
    opening = f"{AT}new/?visit={survey.visit.number}"
    assert opening in text(quality.get(at)) and f'value="{survey.visit.number}"' in text(quality.get(opening))
    stage.received(reference=survey.visit.number)
    assert opening not in text(quality.get(at))


@pytest.mark.parametrize("path", ["", "analysis/", "visit/{}/", "visit/{}/invitation/"])
def test_no_auditor_opens_a_survey(client, path, it_is):
    it_is(DAY)
    survey = stage.survey()
    liu = Person.objects.get(login="liu")
    client.force_login(liu)
    address = f"{AT}surveys/{path.format(survey.visit.number)}"
    assert client.get(address).status_code == 403
    Person.objects.filter(login="liu").update(roles=[Role.AUDITOR, Role.QUALITY])
    if "{}" in path:
        assert client.get(address).status_code == 404


def test_the_analysis_says_n_of_N_and_all_only_when_it_is_so(quality):
    for leader in ("liu", "chen"):
        survey = stage.survey(leader=leader)
    answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=stage.ANYBODY)
    page = text(quality.get(f"{AT}surveys/analysis/"))
    assert "发出 2 份，收回 1 份，收回的均为满意或很满意" in page and "全部收回" not in page
    assert "少于 5 份，不显示" in page


def test_call_backs_are_drawn_made_and_followed_up(quality):
    for n in ("liu", "chen", "wang"):
        stage.held(n)
    told = {"first_day": DAY, "last_day": DAY, "count": 1, "strata": ["standard"], "seed": 5}
    assert quality.post(f"{AT}calls/draws/new/", told).url == f"{AT}calls/"
    Draw.objects.update(last_day=DAY - timedelta(days=40))
    begun = quality.get(f"{AT}calls/draws/new/").context["form"].initial["first_day"]
    assert begun == DAY - timedelta(days=39)  # where the last one ended
    draw, call = Draw.objects.get(), CallBack.objects.select_related("visit", "draw").get()
    assert "5" in text(quality.get(f"{AT}calls/draws/")) and call.visit.number in text(
        quality.get(f"{AT}calls/")
    )
    at = f"{AT}calls/call/{draw.number}/{call.visit.number}/"
    assert quality.post(f"{at}enter/", {"outcome": "completed"}).status_code == 409
    replies = {**stage.REPLIES, "money": "yes"}
    assert quality.post(f"{at}enter/", {"outcome": "completed", **replies}).url == at
    assert "尚未立案" in text(quality.get(at))

    opened = {
        "kind": "report",
        "topic": "integrity",
        "means": "call_back",
        "received_on": DAY,
        "text": "收钱",
    }
    quality.post(f"{AT}new/?call={call.key}", opened)
    assert Case.objects.get().call == call and "尚未立案" not in text(quality.get(at))


def test_a_case_is_tied_to_a_call_only_by_who_may_see_the_call(client, person, it_is):
    it_is(DAY)
    key = stage.call().key
    client.force_login(stage.sun())
    assert client.get(f"{AT}new/?call={key}").status_code == 200
    assert client.get(f"{AT}new/?call=HF1900-0001/none").status_code == 404
    client.force_login(person("wang", Role.MARKET))
    assert client.get(f"{AT}new/?call={key}").status_code == 403


def test_questions_are_issued_as_a_new_version(quality):
    lines = "overall | 总体评价 | Overall\nvalue | 对管理的帮助 | Help"
    assert quality.post(f"{AT}questions/survey/", {"lines": lines}).url == f"{AT}surveys/"
    assert [q["code"] for q in Questionnaire.objects.get().questions] == ["overall", "value"]
    assert len(stage.survey().questions) == 2
    assert quality.post(f"{AT}questions/call_back/", {"lines": "a | 问 | Q"}).status_code == 409
    assert quality.get(f"{AT}questions/nothing/").status_code == 404


def test_the_desk_of_quality_shows_what_waits(quality):
    stage.received(CaseKind.REPORT, Topic.INTEGRITY)
    stage.draw()
    page = text(quality.get("/staff/"))
    assert "申投诉" in page and "确认收到" in page and "拨打回访电话" in page


def test_the_special_visit_a_complaint_calls_for_is_added_from_the_desk(client, person, it_is):
    it_is(DAY)
    held = rows.certification()
    about = {
        "topic": Topic.CLIENT,
        "about": {"client": held.client.uscc},
        "decided": {"calls_for_visit": True},
    }
    number = stage.case("decided", **about).number
    client.force_login(person("planner", Role.PROGRAMME_MANAGER))
    at = f"{AT}cases/{number}/special-visit/"
    assert at in text(client.get("/staff/"))
    assert client.post(at, {"reason": "投诉", "QMS": "1"}).status_code == 302
    assert number in Visit.objects.get(kind="special").reason
    assert at not in text(client.get("/staff/")) and client.get(at).status_code == 404
