"""Screens of the staff and the union."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mingzheng.office.people.models import Person, UnionMember
from mingzheng.office.workplace.models import (
    CareVisit,
    Consultation,
    Drive,
    Election,
    Facility,
    Grievance,
    Incident,
    Settlement,
    StaffSurvey,
    Suggestion,
)
from tests import rows
from tests.office.workplace import test_day_fees as day_fees
from tests.office.workplace import test_staff_voice as staff_voice
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/workplace/"


def text(answer) -> str:
    return answer.content.decode()


def test_a_consultation_is_posted_and_read(enter):
    told = {"topic": "作息调整", "held_on": DAY, "minutes": "一致同意", "notice": "四月起"}
    assert enter("union").post(f"{AT}consultations/new/", told).url == f"{AT}consultations/"
    at = f"{AT}consultations/{Consultation.objects.get().number}/"
    auditor = enter("auditor")
    assert "四月起" in text(auditor.get(at)) and auditor.post(f"{at}read-notice/").url == at
    assert "1 / " in text(auditor.get(at)) and auditor.post(f"{at}read-notice/").status_code == 409
    assert auditor.get(f"{AT}consultations/new/").status_code == 403


def test_an_election_a_care_visit_and_a_drive_are_kept_by_the_union(enter):
    union = enter("union")
    held = {"office": "委员", "held_on": DAY, "eligible": "70", "votes": "71", "elected": "甲"}
    assert union.post(f"{AT}elections/new/", held).status_code == 409
    assert union.post(f"{AT}elections/new/", {**held, "votes": "66"}).url == f"{AT}elections/"
    assert "94.3" in text(union.get(f"{AT}elections/{Election.objects.get().number}/"))
    care = {"login": "auditor", "reason": "illness", "visited_on": DAY, "amount": "512.34"}
    assert union.post(f"{AT}care-visits/new/", care).url == f"{AT}care-visits/"
    visited = f"{AT}care-visits/{CareVisit.objects.get().number}/"
    assert "512.34" in text(union.get(visited))
    union.post(f"{AT}drives/new/", {"purpose": "一日捐", "receiver": "某院"})
    at = f"{AT}drives/{Drive.objects.get().number}/"
    assert union.post(f"{at}enter-gift/", {"amount": "100", "login": ""}).url == at
    assert union.post(f"{at}close-drive/", {"handed_over": "100", "receipt": "SJ1"}).url == at
    assert "SJ1" in text(union.get(at))
    director = enter("director")
    assert director.get(visited).status_code == director.get(f"{AT}care-visits/").status_code == 403
    assert "¥100.00" in text(director.get(f"{AT}drives/"))


def test_the_house_enters_insurance_activities_and_incidents(enter):
    office = enter("general_office")
    assert "2026-02" in text(office.get(AT))
    paid = {"month": "2026-02-10", "people": ["auditor", "market"]}
    assert office.post(f"{AT}contributions-by-month/new/", paid).url == f"{AT}contributions-by-month/"
    assert "2026-02" in text(office.get(f"{AT}contributions-by-month/"))
    was = {"title": "乒乓赛", "held_on": DAY, "place": "", "spent": "0", "participants": ["auditor"]}
    assert office.post(f"{AT}activities/new/", was).url == f"{AT}activities/"
    told = {"login": "auditor", "kind": "traffic", "happened_on": DAY, "place": "途中", "text": "追尾"}
    assert enter("auditor").post(f"{AT}incidents/new/", told).url == f"{AT}incidents/"
    at = f"{AT}incidents/{Incident.objects.get().number}/"
    assert enter("auditor").get(f"{at}close-incident/").status_code == 403
    office = enter("general_office")
    assert office.post(f"{at}close-incident/", {"lost_days": "3", "measure": "培训"}).url == at
    assert "追尾" in text(office.get(at)) and enter("market").get(at).status_code == 404


@pytest.mark.parametrize("language, words", [("zh-hans", "文体设施"), ("en", "For recreation")])
def test_facilities_are_listed_and_taken_off(enter, language, words):
    office = enter("general_office")
    office.cookies["django_language"] = language
    new = {
        "name": "乒乓球台",
        "kind": "recreation",
        "place": "二楼",
        "pieces": "2",
        "cost": "3000",
        "since": DAY,
    }
    assert office.post(f"{AT}facilities/new/", new).url == f"{AT}facilities/"
    shown = text(office.get(f"{AT}facilities/"))
    assert words in shown and "乒乓球台" in shown
    at = f"{AT}facilities/{Facility.objects.get().number}/"
    assert office.post(f"{at}retire-facility/", {"reason": "损坏"}).url == at
    assert office.post(f"{at}retire-facility/", {"reason": "损坏"}).status_code == 409
    assert "乒乓球台" not in text(office.get(f"{AT}facilities/"))
    assert enter("market").post(f"{AT}facilities/new/", new).status_code == 403


def test_a_grievance_is_between_who_brought_it_and_the_union(enter):
    auditor = enter("auditor")
    assert auditor.post(f"{AT}grievances/new/", {"kind": "hours", "text": "连续外出"}).status_code == 302
    at = f"{AT}grievances/{Grievance.objects.get().number}/"
    assert "连续外出" in text(auditor.get(at))
    for role in ("director", "quality", "general_office", "market"):
        assert enter(role).get(at).status_code == 404, role
    union = enter("union")
    assert union.post(f"{at}close-grievance/", {"result": "已调整"}).url == at
    assert "已调整" in text(enter("auditor").get(at))


@pytest.mark.parametrize("language, words", [("zh-hans", "已申报无排程"), ("en", "Claimed, not booked")])
def test_day_fees_are_claimed_checked_approved_and_paid(enter, it_is, language, words):
    day_fees.audited(), day_fees.rated()
    it_is(day_fees.NEXT)
    office, at = enter("general_office"), f"{AT}settlements/"
    office.cookies["django_language"] = language
    assert f"{at}new/?login=zhao" in text(office.get(AT))
    assert "2026-03-02 am\n2026-03-02 pm" in text(office.get(f"{at}new/?login=zhao&month=2026-03-01"))
    assert office.get(f"{at}new/?login=zhao&month=2026-99").status_code == 200
    told = {"login": "zhao", "month": "2026-03-01", "half_days": "2026-03-02\nam 2026"}
    assert "am 2026" in text(office.post(f"{at}new/", told))  # asked again
    assert office.post(f"{at}new/", {**told, "half_days": "2026-03-02\n2026-03-06 am"}).url == at
    one = f"{at}{Settlement.objects.get().number}/"
    assert words in text(office.get(one)) and office.get(f"{one}check-day-fees/").status_code == 403
    assert enter("market").get(one).status_code == 404
    manager = enter("programme_manager")
    assert manager.post(f"{one}check-day-fees/", {"remark": ""}).status_code == 409
    assert manager.post(f"{one}send-back-day-fees/", {"reason": " "}).status_code == 200  # asked again
    assert manager.post(f"{one}check-day-fees/", {"remark": "笔误"}).url == one
    assert manager.post(f"{one}send-back-day-fees/", {"reason": "缺下午"}).status_code == 409
    assert enter("director").post(f"{one}approve-day-fees/", {"granted": "on"}).url == one
    paid = {"paid_on": day_fees.NEXT, "reference": "YH1"}
    assert enter("finance").post(f"{one}pay-day-fees/", paid).url == one
    assert "800.00" in text(enter("director").get(one))


def test_the_page_of_a_settlement_reads_the_schedule_once(enter, it_is, cast):
    day_fees.audited()
    number = day_fees.claimed(cast)
    it_is(day_fees.NEXT)
    office = enter("general_office")
    with CaptureQueriesContext(connection) as asked:
        assert office.get(f"{AT}settlements/{number}/").status_code == 200
    assert sum('FROM "schedule_booking"' in one["sql"] for one in asked) == 1


def test_an_auditor_is_offered_his_own_last_month_to_claim(enter, it_is):
    auditor = enter("auditor")
    visit = rows.visit()
    rows.team(visit, Person.objects.get(login="auditor"))
    rows.audit(visit)
    it_is(day_fees.NEXT)
    offered = text(auditor.get(f"{AT}settlements/new/"))
    assert '<option value="auditor" selected' in offered and "2026-03-02 am\n2026-03-02 pm" in offered


@pytest.mark.parametrize("language, words", [("zh-hans", "其他合计"), ("en", "Others together")])
def test_the_staff_are_asked_and_see_what_came_of_it_once_it_is_closed(enter, it_is, cast, language, words):
    at = f"{AT}staff-surveys/"
    answering = [*staff_voice.staff("审核部", 6), *staff_voice.staff("市场部", 4)]
    assert enter("union").post(f"{at}new/", {"ends_on": staff_voice.LAST}).url == at
    one = f"{at}{StaffSurvey.objects.get().number}/"
    auditor = enter("auditor")
    auditor.cookies["django_language"] = language
    assert 'name="pay"' in text(auditor.get(f"{one}answer-staff-survey/"))
    assert (
        auditor.post(f"{one}answer-staff-survey/", {"pay": "4"}).status_code == 200
    )  # the others are missing
    assert auditor.post(f"{one}answer-staff-survey/", staff_voice.marks()).url == one
    assert auditor.post(f"{one}answer-staff-survey/", staff_voice.marks()).status_code == 409
    assert auditor.get(f"{one}close-staff-survey/").status_code == 403
    for person in answering:
        staff_voice.answer_staff_survey(one.split("/")[-2], answers=staff_voice.marks(), on=DAY, by=person)
    assert words not in text(auditor.get(one))
    it_is(staff_voice.AFTER)
    assert enter("union").post(f"{one}close-staff-survey/").url == one
    auditor = enter("auditor")
    auditor.cookies["django_language"] = language
    shown = text(auditor.get(one))
    assert words in shown and "6/6" in shown and "市场部" not in shown


def test_a_suggestion_is_put_into_the_box_without_a_name_and_answered_before_everybody(enter):
    auditor, at = enter("auditor"), f"{AT}suggestions/"
    assert f"{at}unnamed/" in text(auditor.get(at))
    assert auditor.post(f"{at}unnamed/", {"text": " "}).status_code == 200
    assert auditor.post(f"{at}unnamed/", {"text": "错峰用餐"}).url == at
    assert auditor.post(f"{at}new/", {"text": "增设会议室"}).url == at
    unnamed = Suggestion.objects.get(person=None)
    one = f"{at}{unnamed.number}/"
    assert "匿名" in text(auditor.get(at)) and auditor.get(f"{one}answer-suggestion/").status_code == 403
    office = enter("general_office")
    assert office.post(f"{one}answer-suggestion/", {"adopted": "on", "answer": "自下月起"}).url == one
    assert "自下月起" in text(enter("market").get(one))


def test_the_union_keeps_its_members(enter):
    at = f"{AT}union-members/"
    union = enter("union")
    assert union.post(f"{at}new/", {"login": "auditor", "joined_on": DAY}).url == at
    assert union.post(f"{at}new/", {"login": "auditor", "joined_on": DAY}).status_code == 409
    one = f"{at}{UnionMember.objects.get().number}/"
    assert union.post(f"{one}leave-union/", {"left_on": DAY}).url == one
    assert enter("market").get(one).status_code == 404
    assert enter("director").get(f"{at}new/").status_code == 403


@pytest.mark.parametrize("language, words", [("zh-hans", "危险源清单"), ("en", "What is done about it")])
def test_hazards_are_listed_for_everybody_and_looked_at_again(enter, language, words):
    office = enter("general_office")
    office.cookies["django_language"] = language
    new = {
        "activity": "外出审核",
        "hazard": "交通意外",
        "likelihood": "2",
        "severity": "5",
        "owner": "general",
    }
    assert office.post(f"{AT}hazards/new/", {**new, "measure": " "}).status_code == 200  # asked again
    assert office.post(f"{AT}hazards/new/", {**new, "measure": "合规车辆"}).url == f"{AT}hazards/"
    at = f"{AT}hazards/WX2026-0001/"
    assert words in text(office.get(at)) and "2 × 5 = 10" in text(office.get(at))
    again = {"likelihood": "1", "severity": "5", "measure": "高铁优先", "ended": "on"}
    assert office.post(f"{at}review-hazard/", again).url == at
    assert office.post(f"{at}review-hazard/", again).status_code == 409
    auditor = enter("auditor")
    assert "交通意外" in text(auditor.get(at)) and auditor.get(f"{AT}hazards/new/").status_code == 403
