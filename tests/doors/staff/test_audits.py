import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzheng.doors import today as calendar
from mingzheng.office.audits.models import Audit
from mingzheng.office.files.models import Paper
from mingzheng.office.people.models import Person
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.roles import Role
from tests import certified, rows
from tests.office.audits.stage import DAY, closed, look, opened, sent

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("language, word", [("zh-hans", "首次会议"), ("en", "Opening meeting")])
ANSWER = {"cause": "未培训", "correction": "已校准", "corrective_action": "修订台账"}


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch):
    monkeypatch.setattr(calendar, "clock", lambda: DAY)


@pytest.fixture
def enter(client):
    """Log in and choose a language: `enter("liu", "en")`."""

    def log_in(login: str, language="zh-hans"):
        client.force_login(Person.objects.get(login=login))
        client.cookies["django_language"] = language
        return client

    return log_in


def read(answer, status=200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


def minutes(meeting: Meeting, **more) -> dict:
    return {
        "held_on": DAY.isoformat(),
        "starts": "09:00",
        "ends": "09:40",
        "team": ["liu", "chen"],
        "said": list(POINTS[meeting]),
        "matters": "",
        "attendees-1-name": "示例经理",
        "attendees-1-department": "",
        "attendees-1-position": "管理者代表",
        **more,
    }


@LANGUAGES
def test_an_auditor_finds_his_audits_and_no_others(enter, language, word):
    visit, _ = sent()
    other = rows.visit("surveillance")
    rows.team(other, rows.auditor("sun"))
    browser = enter("liu", language)

    listed = read(browser.get("/staff/audits/"))

    assert visit.number in listed and other.number not in listed
    assert word in read(browser.get(f"/staff/audits/{visit.number}/"))
    read(browser.get(f"/staff/audits/{other.number}/"), 404)


def test_the_office_sees_every_audit_and_a_stranger_none(enter, person):
    visit, _ = sent()
    person("zhou", Role.PROGRAMME_MANAGER), person("wu", Role.ADMINISTRATOR)

    assert visit.number in read(enter("zhou").get("/staff/audits/"))
    assert enter("wu").get("/staff/audits/").status_code == 403


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_audit_is_led_from_its_opening_to_its_file_on_the_screens(enter, language):
    visit, _ = sent(standards=("QMS", "EMS"), clauses="9.2")
    browser, at = enter("liu", language), f"/staff/audits/{visit.number}"

    def send(path: str, **data):
        answer = browser.post(f"{at}/{path}", data)
        assert answer.status_code == 302, answer.content.decode()

    read(browser.get(f"{at}/opening/"))
    send("opening/", **minutes(Meeting.OPENING))
    read(browser.get(f"{at}/records/new/?place=QMS%209.2"))
    for place in ("QMS 9.2", "EMS 9.2"):
        send("records/new/", place=place, department="综合部", evidence="查内审记录 1 份", conforms="yes")
    send("records/1/correct/", evidence="查内审记录 2 份", conforms="no", reason="笔误")
    send("findings/new/", place="QMS 9.2", department="综合部", grade="minor", statement="内审员审核本部门")
    read(browser.get(f"{at}/closing/"))
    send("closing/", **minutes(Meeting.CLOSING, starts="16:00", ends="16:40"))
    send("findings/1/answer/", **ANSWER)
    send("findings/1/return/", reason="原因不到位")
    send("findings/1/answer/", **ANSWER)
    send("findings/1/verify/", verification="查证据，有效")
    for standard in ("QMS", "EMS"):
        send(f"report/{standard}/", recommended="yes", text="推荐保持")
    send("report/new/", summary="体系运行有效")
    send("report/correct/", summary="体系运行有效。", reason="标点")
    for tab in ("", "records/", "findings/", "findings/1/", "report/", "file/"):
        assert visit.number in read(browser.get(f"{at}/{tab}"))
    send("file/hand-in/")

    assert Audit.objects.get().handed_in_on == DAY
    assert visit.number in read(browser.get(f"{at}/file/"))


@pytest.mark.parametrize(
    "language, words", [("zh-hans", "会议未重申保密承诺"), ("en", "confidentiality was not repeated")]
)
def test_a_meeting_without_its_promises_is_refused_in_words(enter, language, words):
    visit, _ = sent()
    said = [point for point in POINTS[Meeting.OPENING] if point != "confidentiality"]

    answer = enter("liu", language).post(
        f"/staff/audits/{visit.number}/opening/", minutes(Meeting.OPENING, said=said)
    )

    assert words in read(answer, 409) and not Audit.objects.exists()


def test_a_row_more_of_attendees_loses_nothing_that_was_typed(enter):
    visit, _ = sent()
    browser = enter("liu")

    page = read(
        browser.post(f"/staff/audits/{visit.number}/opening/", minutes(Meeting.OPENING, add="attendees"))
    )

    assert "示例经理" in page and page.count("row-card") >= 2
    assert "row-card" in read(browser.get("/staff/audits/attendee/"))


def test_a_meeting_does_not_end_before_it_begins(enter):
    visit, _ = sent()

    page = read(
        enter("liu").post(f"/staff/audits/{visit.number}/opening/", minutes(Meeting.OPENING, ends="08:00"))
    )

    assert "结束时间应晚于开始时间" in page


def test_the_clause_without_a_record_leads_to_the_form_that_fills_it(enter):
    audit, leader = opened()
    look(audit, leader)

    page = read(enter("liu").get(f"/staff/audits/{audit.number}/records/"))

    assert f"/staff/audits/{audit.number}/records/new/?place=QMS%209.2" in page


def test_a_button_that_is_grey_says_why(enter):
    audit, _ = opened()

    assert "没有任何审核记录" in read(enter("liu").get(f"/staff/audits/{audit.number}/"))
    assert "只有本次审核的组长可以办理" in read(enter("chen").get(f"/staff/audits/{audit.number}/"))


def test_a_planner_enters_an_answer_but_verifies_nothing(enter, person):
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")
    enter("liu").post(
        f"/staff/audits/{audit.number}/findings/new/",
        {"place": "QMS 8.5.1", "department": "x", "grade": "major", "statement": "x"},
    )
    person("zhou", Role.PROGRAMME_MANAGER)
    browser = enter("zhou")

    assert browser.post(f"/staff/audits/{audit.number}/findings/1/answer/", ANSWER).status_code == 302
    assert browser.get(f"/staff/audits/{audit.number}/findings/1/verify/").status_code == 403


def test_audits_and_findings_lie_on_the_desk_of_those_who_must_act(enter):
    visit, _ = sent()
    assert "待召开首次会议" in read(enter("liu").get("/staff/"))

    Audit.objects.create(visit=visit, opened_on=DAY)
    assert "召开末次会议" in read(enter("liu").get("/staff/"))
    Audit.objects.update(closed_on=DAY)
    assert "出审核报告" in read(enter("liu").get("/staff/"))
    Audit.objects.update(reported_on=DAY)
    desk = read(enter("liu").get("/staff/"))
    assert "交审核资料" in desk and "剩 25 天" in desk


def test_the_list_of_audits_asks_few_queries(enter, django_assert_max_num_queries):
    for n in range(3):
        visit = rows.visit("surveillance")
        rows.team(visit, rows.auditor(f"a{n}"))
    rows.auditor("boss")
    Person.objects.filter(login="boss").update(roles=["director"])
    browser = enter("boss")
    browser.get("/staff/audits/?tab=all")

    with django_assert_max_num_queries(12):
        browser.get("/staff/audits/?tab=all&sort=number")


def test_a_stage_1_ends_with_its_readiness(enter):
    audit, _ = closed(kind="stage1")
    browser = enter("liu")

    assert "具备第二阶段审核条件" in read(browser.get(f"/staff/audits/{audit.number}/report/QMS/"))
    assert "不单独收回" in read(browser.get(f"/staff/audits/{audit.number}/file/"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_meetings_findings_and_the_report_are_printed(enter, language):
    certified.body()
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")
    browser, at = enter("liu", language), f"/staff/audits/{audit.number}"
    browser.post(
        f"{at}/findings/new/", {"place": "QMS 9.2", "department": "x", "grade": "minor", "statement": "事实"}
    )
    Audit.objects.update(reported_on=DAY, summary="体系运行有效")

    for paper in ("paper/opening/", "findings/1/paper/", "report/paper/"):
        answer = browser.get(f"{at}/{paper}")
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF"), paper
    assert browser.get(f"{at}/paper/closing/").status_code == 404


def test_a_signed_sheet_is_filed_and_opened_again_and_by_nobody_of_another_team(enter, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    audit, _ = opened()
    rows.auditor("zhao")
    at = f"/staff/audits/{audit.number}/file/"
    browser = enter("liu")
    sheet = SimpleUploadedFile("签到表.pdf", b"%PDF-1.7 signed")

    assert browser.post(f"{at}scan/", {"kind": "signed_attendance", "file": sheet}).status_code == 302

    assert "签到表.pdf" in read(browser.get(at))
    path = f"{at}scan/{Paper.objects.get().pk}/"
    assert browser.get(path).content == b"%PDF-1.7 signed"
    read(enter("zhao").get(path), 404)
