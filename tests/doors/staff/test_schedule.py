"""One visit on its page: dates, team, plan, papers; and the week board."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.people.models import Leave
from mingzheng.office.schedule.models import Appointment, Assignment, Booking, PlanLine, TeamObjection
from mingzheng.rulebook.own_documents import DocumentKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from tests import rows
from tests.office.documents.test_documents import in_force
from tests.office.library.test_library import PROFILE

pytestmark = pytest.mark.django_db
DAY, MON, TUE = date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 17)
LANGUAGES = pytest.mark.parametrize("language", ["zh-hans", "en"])


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("mingzheng.doors.today.clock", lambda: DAY)


@pytest.fixture
def planner(client, person):
    by = person("zhou", Role.PROGRAMME_MANAGER)
    client.force_login(by)
    return by


@pytest.fixture
def visit(db):
    return rows.visit("surveillance")


def url_of(visit, *more) -> str:
    return "/".join(["/staff/schedule", visit.number, *more, ""])


def read(client, url, language="zh-hans", status=200) -> str:
    client.cookies["django_language"] = language
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def send(client, url, status=200, **said) -> str:
    answer = client.post(url, said, follow=True)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def staffed(client, visit, *logins):
    """The visit appointed for two days, the first of these auditors leading."""
    send(client, url_of(visit, "appoint"), starts_on="2026-03-16", ends_on="2026-03-17")
    for n, login in enumerate(logins):
        rows.auditor(login)
        half_days = [f"2026-03-{day} {half}" for day in (16, 17) for half in ("am", "pm")]
        send(
            client,
            url_of(visit, "team", login, "assign"),
            role="auditor" if n else "leader",
            standards=["QMS"],
            half_days=half_days,
        )


@LANGUAGES
def test_the_candidates_of_a_visit_are_shown_with_what_stands_in_their_way(client, planner, visit, language):
    staffed(client, visit)
    rows.auditor("free")
    Leave.objects.create(person=rows.auditor("away"), first_day=MON, last_day=MON)

    page = read(client, url_of(visit), language)

    assert {"zh-hans": "审核员away 2026-03-16 请假", "en": "审核员away is on leave on 2026-03-16"}[
        language
    ] in page
    assert {"zh-hans": "可派", "en": "Free to go"}[language] in page
    assert {"zh-hans": "审核组未指定组长", "en": "The team has no leader"}[language] in page
    read(client, url_of(visit, "team", "free", "assign"), language)


def test_a_visit_gets_its_team_and_is_announced(client, planner, visit):
    staffed(client, visit, "wang")

    assert Booking.objects.count() == 4 and Assignment.objects.get().role == "leader"
    assert "已下达" in send(client, url_of(visit, "announce"))
    assert Appointment.objects.get().announced_on == DAY
    assert client.post(url_of(visit, "announce")).status_code == 409


def test_the_work_instructions_of_its_codes_are_at_hand_and_the_codes_without_one_named(
    client, planner, visit, person
):
    codes = visit.parts.get().certification.technical_codes
    area = {"standard": Standard.QMS, "areas": (codes[0],)}
    author, approver = person("wei", Role.TECHNICAL), person("kong", Role.QUALITY)
    assert f"专业代码 {codes[0]} 没有审核作业指导书" in read(client, url_of(visit))

    in_force(author, approver, code="ZY-17", kind=DocumentKind.INSTRUCTION, **area)

    page = read(client, url_of(visit))
    assert "ZY-17" in page and f"专业代码 {codes[0]} 没有" not in page


def test_days_outside_the_window_are_refused_with_the_clause(client, planner, visit):
    page = send(client, url_of(visit, "appoint"), status=409, starts_on="2027-03-16", ends_on="2027-03-17")
    assert "晚于最晚审核日" in page and not Appointment.objects.exists()


def test_who_is_booked_already_is_refused_in_words(client, planner, visit):
    staffed(client, visit, "wang")
    other = rows.visit("surveillance")
    send(client, url_of(other, "appoint"), starts_on="2026-03-17", ends_on="2026-03-17")

    page = send(
        client,
        url_of(other, "team", "wang", "assign"),
        status=409,
        role="leader",
        standards=["QMS"],
        half_days=["2026-03-17 pm"],
    )

    assert "已安排其他审核" in page and Booking.objects.count() == 4


@LANGUAGES
def test_dates_and_members_change_on_pages_of_their_own(client, planner, visit, language):
    staffed(client, visit, "wang", "li")
    for page in (("move",), ("remote",), ("cancel",), ("team", "li", "release"), ("team", "li", "objection")):
        read(client, url_of(visit, *page), language)
    send(client, url_of(visit, "announce"))

    send(client, url_of(visit, "team", "li", "objection"), reason="不回避", valid="yes")
    assert TeamObjection.objects.get().valid
    assert "异议成立" in read(client, url_of(visit))
    send(client, url_of(visit, "team", "li", "release"), reason="客户异议")
    send(client, url_of(visit, "move"), starts_on="2026-03-18", ends_on="2026-03-19", reason="客户停产")
    assert set(Booking.objects.values_list("day", flat=True)) == {date(2026, 3, 18), date(2026, 3, 19)}
    send(client, url_of(visit, "cancel"), reason="客户搬迁")
    assert not Booking.objects.exists()


def line(n: int, **said) -> dict[str, object]:
    """A line of the plan as the browser sends it."""
    fields = {
        "day": "2026-03-16", "starts_at": "09:00", "ends_at": "11:00", "department": "生产部",
        "clauses": "8.5.1", "auditors": ["wang"], "standards": ["QMS"], **said,
    }  # fmt: skip
    return {f"lines-{n}-{name}": value for name, value in fields.items()}


@LANGUAGES
def test_the_leader_writes_and_sends_the_plan(client, planner, visit, language):
    staffed(client, visit, "wang", "li")
    send(client, url_of(visit, "announce"))
    client.force_login(Assignment.objects.get(role="leader").person)
    page = read(client, url_of(visit, "plan"), language)
    assert {"zh-hans": "首次会议", "en": "Opening meeting"}[language] in page

    meeting = line(1, starts_at="08:30", ends_at="09:00", auditors=["wang", "li"], standards=[], clauses="")
    send(client, url_of(visit, "plan"), **meeting, **line(2))
    assert PlanLine.objects.count() == 3
    send(client, url_of(visit, "plan", "send"))

    assert Appointment.objects.get().plan_sent_on == DAY
    assert "生产部" in read(client, url_of(visit), language)


def test_a_row_is_added_and_a_plan_that_cannot_be_is_refused(client, planner, visit):
    staffed(client, visit, "wang")
    assert "lines-" in read(client, url_of(visit, "plan", "row"))
    assert read(client, url_of(visit, "plan")).count('class="row-card"') == 2
    added = client.post(url_of(visit, "plan"), {**line(1), "add": "lines"}).content.decode()
    assert added.count('class="row-card"') == 2 and not PlanLine.objects.exists()

    page = send(client, url_of(visit, "plan"), status=409, **line(1, clauses="99.9"))

    assert "没有条款 99.9" in page
    assert (
        "请填写" in send(client, url_of(visit, "plan"), **line(1, starts_at=""))
        or not PlanLine.objects.exists()
    )


@LANGUAGES
@pytest.mark.slow
def test_the_papers_of_a_visit_are_read_in_the_browser(client, planner, visit, person, language):
    describe_body(**PROFILE, on=DAY, by=person("admin", Role.ADMINISTRATOR))
    assert client.get(url_of(visit, "paper", "assignment")).status_code == 404
    staffed(client, visit, "wang")
    client.cookies["django_language"] = language

    for paper in ("assignment", "notice", "plan"):
        answer = client.get(url_of(visit, "paper", paper))
        assert answer.content.startswith(b"%PDF") and answer["Content-Type"] == "application/pdf"
    assert client.get(url_of(visit, "paper", "secret")).status_code == 404


@LANGUAGES
@pytest.mark.slow
def test_the_letter_of_assignment_names_what_the_last_audit_found(client, planner, visit, person, language):
    describe_body(**PROFILE, on=DAY, by=person("admin", Role.ADMINISTRATOR))
    staffed(client, visit, "wang")
    last = rows.audit(
        rows.visit("surveillance", [part.certification for part in visit.parts.all()]), opened_on=DAY
    )
    found = {"clause": "7.1.5", "grade": "minor", "statement": "卡尺超期", "raised_on": DAY}
    last.findings.create(number=1, standard="QMS", **found)
    client.cookies["django_language"] = language

    letter = client.get(url_of(visit, "paper", "assignment")).content

    told = "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(letter)).pages)
    assert last.number in told and "卡尺超期" in told


def test_an_auditor_opens_the_visits_he_is_sent_on_and_no_other(client, planner, visit):
    staffed(client, visit, "wang")
    client.force_login(rows.auditor("li"))
    read(client, url_of(visit), status=404)
    read(client, url_of(visit, "plan"), status=404)
    read(client, url_of(visit, "paper", "notice"), status=404)
    assert client.post(url_of(visit, "announce")).status_code == 403

    client.force_login(Assignment.objects.get().person)
    page = read(client, url_of(visit))
    assert visit.number in page and "可派人员" not in page


@LANGUAGES
def test_the_week_board_shows_visits_leave_and_days_off(client, planner, visit, language):
    staffed(client, visit, "wang")
    Leave.objects.create(person=rows.auditor("li"), first_day=MON, last_day=MON)

    def drawn(week: str) -> str:
        """The lines of people; what waits beside them is another matter."""
        page = read(client, f"/staff/schedule/board/?week={week}", language)
        return page.split("<tbody>")[1].split("</tbody>")[0]

    page = drawn("2026-03-18")
    assert page.count("board-visit") == 2 and page.count("board-leave") == 1
    assert {"zh-hans": "请假", "en": "On leave"}[language] in page
    assert page.count("board-off") == 4  # two people, Saturday and Sunday
    assert "board-visit" not in drawn("nonsense")


def test_on_the_board_an_auditor_sees_himself_only(client, planner, visit):
    staffed(client, visit, "wang", "li")
    client.force_login(Assignment.objects.get(role="leader").person)

    page = read(client, "/staff/schedule/board/?week=2026-03-16")

    assert "审核员wang" in page and "审核员li" not in page


@LANGUAGES
def test_a_visit_from_afar_beyond_the_limit_waits_for_a_director(client, planner, visit, person, language):
    dates = {"starts_on": "2026-03-16", "ends_on": "2026-03-17", "remote_percent": "60"}
    words = {"zh-hans": "须先申请特批", "en": "a special approval is needed first"}[language]
    client.cookies["django_language"] = language
    assert words in send(client, url_of(visit, "appoint"), status=409, **dates)
    page = "/staff/schedule/special-approvals/"
    assert 'name="limit"' in read(client, f"{page}new/?visit={visit.number}", language)
    told = {"visit": visit.number, "limit": "remote", "share": "60", "reason": "交通中断"}
    assert "TP2026-0001" in send(client, f"{page}new/", **told)
    assert client.get(f"{page}TP2026-0001/decide-special-approval/").status_code == 403
    client.force_login(person("kong", Role.DIRECTOR))
    assert visit.number in read(client, page, language)
    assert "交通中断" in send(client, f"{page}TP2026-0001/decide-special-approval/", granted="on")
    client.force_login(planner)
    assert "60 %" in send(client, url_of(visit, "appoint"), **dates)
    assert 'value="60"' in read(client, url_of(visit, "remote"), language)
    assert words in send(client, url_of(visit, "remote"), status=409, remote_percent="61", reason="疫情")
    send(client, url_of(visit, "remote"), remote_percent="", reason="疫情缓解")
    assert Appointment.objects.get().remote_percent == 0
