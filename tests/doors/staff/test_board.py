"""The board: who is where, what is dragged where, and what is told at once; the planner's runs and what they propose."""

import json
from datetime import date

import pytest
from django.core.cache import cache

from mingzheng.office.people.models import Leave, Person
from mingzheng.office.planning.actions.conclude_plan import conclude_plan
from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.planning.models import CalendarLink, ClientWishes, Company, PlanRun, Terms
from mingzheng.office.planning.progress import claim, tell
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.schedule.models import Appointment, Assignment
from mingzheng.planner.plan import Assignment as Planned
from mingzheng.planner.plan import Cost, Plan, Progress, Reason, Unplanned
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.roles import Role
from tests import rows
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, MON, TUE = date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 17)
LANGUAGES = pytest.mark.parametrize("language", ["zh-hans", "en"])
BOARD = "/staff/schedule/board/"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("mingzheng.doors.today.clock", lambda: DAY)
    cache.clear()


@pytest.fixture
def planner(client, person):
    by = person("zhou", Role.PROGRAMME_MANAGER, Role.MARKET)
    client.force_login(by)
    return by


@pytest.fixture
def visit(db):
    rows.auditor("wang"), rows.auditor("li")
    return rows.visit("surveillance", latest=date(2026, 5, 30))


def read(client, url, status=200, language="zh-hans", **said) -> str:
    client.cookies["django_language"] = language
    answer = client.get(url, said)
    assert answer.status_code == status, url
    return answer.content.decode()


def move(client, visit, *, status=200, post=False, **said) -> str:
    url = f"{BOARD}move/{visit.number}/"
    answer = client.post(url, said) if post else client.get(url, said)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


@LANGUAGES
@pytest.mark.parametrize("view", ["people", "visits", "map"])
def test_the_board_shows_the_people_the_visits_and_the_map(client, planner, visit, language, view):
    rows.team(visit, Person.objects.get(login="wang"), starts_on=MON)
    waiting = rows.visit("surveillance", latest=date(2026, 4, 1))
    for weeks in (1, 4, 13, 52):
        page = read(client, BOARD, language=language, view=view, weeks=weeks, week="2026-03-16")
        assert waiting.number in page
        assert visit.number in page or (weeks > 4 and 'title="审核员wang 2026-03-16">1</a>' in page)


def test_the_board_is_narrowed_by_name_standard_province_and_code(client, planner, visit):
    shown = "draggable"
    assert shown in read(client, BOARD, code="17.10", standard="QMS")
    assert shown not in read(client, BOARD, code="29")
    assert shown not in read(client, BOARD, standard="EMS")
    assert shown not in read(client, BOARD, province="330000")
    assert "审核员wang" not in read(client, BOARD, q="审核员li")
    assert "2026-03-02" in read(client, BOARD, week="nonsense", weeks="x", view="y")


def test_the_board_is_drawn_a_page_at_a_time_and_printed_whole(client, planner, visit, monkeypatch):
    monkeypatch.setattr("mingzheng.doors.staff.schedule.board.PAGE", 1)
    other = rows.visit("surveillance", latest=date(2026, 5, 31))
    lines = {"people": ('data-person="{}"', ["li", "wang"]),
             "visits": ('data-visit-line="{}"', [visit.number, other.number])}  # fmt: skip
    for view, (line, named) in lines.items():
        first, second = (line.format(one) for one in named)
        page = read(client, BOARD, view=view)
        assert first in page and second not in page and "打印全部" in page and "data-print-now" not in page
        page = read(client, BOARD, view=view, page=2)
        assert second in page and first not in page
        page = read(client, BOARD, view=view, page="all")
        assert first in page and second in page and "data-print-now" in page


def test_two_words_show_the_lines_of_both(client, planner, visit):
    rows.auditor("zhao")
    page = read(client, BOARD, q="LI wang")
    assert (
        all(f'data-person="{login}"' in page for login in ("li", "wang")) and 'data-person="zhao"' not in page
    )


def test_an_auditor_sees_himself_and_moves_nothing(client, visit):
    client.force_login(Person.objects.get(login="wang"))
    page = read(client, BOARD)
    assert "审核员wang" in page and "审核员li" not in page and "data-moves" not in page
    move(client, visit, status=403, to="2026-03-16")


def test_what_stands_in_the_way_is_told_before_anything_is_done(client, planner, visit):
    Leave.objects.create(person=Person.objects.get(login="wang"), first_day=MON, last_day=MON)
    over = move(client, visit, to="2026-03-16", person="wang", over=1)
    assert "请假" in over and "<form" not in over
    late = move(client, visit, to="2026-06-15", person="li")
    assert "晚于最晚审核日" in late and 'type="submit"' not in late
    assert "可以放在这里" in move(client, visit, to="2026-03-17", person="li", over=1)
    assert not Appointment.objects.exists() and kinds() == []
    move(client, visit, status=400, to="nonsense")


def test_a_visit_put_down_is_arranged_moved_and_handed_over(client, planner, visit):
    move(client, visit, status=302, post=True, to="2026-03-16", person="wang")
    assert Assignment.objects.get().role == "leader"
    move(
        client,
        visit,
        status=302,
        post=True,
        to="2026-03-18",
        since="2026-03-16",
        person="li",
        instead_of="wang",
        reason="生病",
    )
    assert (Appointment.objects.get().starts_on, Assignment.objects.get().person.login) == (
        date(2026, 3, 18),
        "li",
    )
    refused = move(
        client,
        visit,
        status=409,
        post=True,
        to="2026-03-19",
        since="2026-03-18",
        person="li",
        instead_of="li",
    )
    assert "理由" in refused


def test_an_announced_visit_is_announced_anew_when_it_moves(client, planner, visit):
    rows.team(visit, Person.objects.get(login="wang"), starts_on=MON)
    assert "重新下达" in move(client, visit, to="2026-03-17", since="2026-03-16")
    told = {"to": "2026-03-17", "since": "2026-03-16", "reason": "停产"}
    move(client, visit, status=409, post=True, announce="yes", **told)  # one auditor in one day is not enough
    move(client, visit, status=302, post=True, **told)
    assert Appointment.objects.get().announced_on is None
    move(
        client, visit, status=302, post=True, to="2026-03-17", since="2026-03-17", person="li", reason="增派"
    )
    move(
        client,
        visit,
        status=302,
        post=True,
        announce="yes",
        to="2026-03-18",
        since="2026-03-17",
        reason="停产",
    )
    assert Appointment.objects.get().announced_on == DAY


def test_the_board_is_a_workbook_too(client, planner, visit):
    for view in ("people", "visits"):
        answer = client.get(f"{BOARD}excel/", {"view": view})
        assert answer.status_code == 200 and answer.content[:2] == b"PK"


# --- the planner's runs -----------------------------------------------------------------------------------------------
PLANS = f"{BOARD}planning/"


def concluded(visit, planner, *people: str) -> PlanRun:
    run = request_plan(DAY, date(2026, 6, 30), on=DAY, by=planner).run
    planned = Planned(visit.number, HalfDay(MON, Half.MORNING), 4, people)
    unplanned = Unplanned("XM2026-9999", (Reason("planner.no-team", {}),), ())
    conclude_plan(run, Plan((planned,), (unplanned,), Cost(travel=120.0), bound=100.0), on=DAY, by=CLOCK)
    return PlanRun.objects.get()


@LANGUAGES
def test_a_run_is_requested_watched_and_stopped(client, planner, visit, language):
    told = {"first_day": "2026-03-02", "last_day": "2026-06-30", "seconds": "5", "seed": "1"}
    assert client.post(PLANS, told).status_code == 302
    run = PlanRun.objects.get().number
    assert run in read(client, PLANS, language=language)
    assert {"zh-hans": "等待", "en": "Waiting"}[language] in read(client, f"{PLANS}{run}/", language=language)
    claim(run), tell(run, Progress(3.0, 1000, 120.0, 100.0, 2))
    page = read(client, f"{PLANS}{run}/progress/", language=language)
    assert "20.0" in page and "1,000" in page
    assert client.post(f"{PLANS}{run}/interrupt/").status_code == 302
    assert PlanRun.objects.get().stop_asked
    conclude_plan(run, None, failure="NotReadable", on=DAY, by=CLOCK)
    assert client.get(f"{PLANS}{run}/progress/")["HX-Refresh"] == "true"
    assert "NotReadable" in read(client, f"{PLANS}{run}/", language=language)


def test_a_proposal_is_taken_or_refused_in_words(client, planner, visit):
    run = concluded(visit, planner, "wang")
    page = read(client, f"{PLANS}{run.number}/")
    assert visit.number in page and "新安排" in page
    assert "没有派出审核员" in read(client, f"{PLANS}{run.number}/", tab="unplanned")
    leave = Leave.objects.create(person=Person.objects.get(login="wang"), first_day=MON, last_day=MON)
    answer = client.post(f"{PLANS}{run.number}/take/{visit.number}/")
    assert answer.status_code == 409 and "请假" in answer.content.decode()
    leave.delete()
    client.post(f"{PLANS}{run.number}/take/{visit.number}/", {"announce": "yes"})
    assert Appointment.objects.get().announced_on == DAY
    assert visit.number in read(client, f"{PLANS}{run.number}/", tab="taken")


def test_all_proposals_are_taken_a_few_at_a_time_and_what_fails_is_told(client, planner, visit, monkeypatch):
    monkeypatch.setattr("mingzheng.doors.staff.planning.taking.AT_ONCE", 1)
    other = rows.visit("surveillance", latest=date(2026, 5, 30))
    run = request_plan(DAY, date(2026, 6, 30), on=DAY, by=planner).run
    planned = [Planned(v.number, HalfDay(MON, Half.MORNING), 4, ("wang",)) for v in (visit, other)]
    conclude_plan(run, Plan(tuple(planned)), on=DAY, by=CLOCK)
    first = client.post(f"{PLANS}{run}/take/").content.decode()
    assert "1 / 2" in first and Appointment.objects.count() == 1
    after = json.loads(json.dumps(first.split('name="after" value="')[1].split('"')[0]))
    second = client.post(
        f"{PLANS}{run}/take/", {"after": after}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "已安排其他审核" in second and "全部处理完毕" in second and Appointment.objects.count() == 1


def test_what_the_first_proposals_are_refused_for_stays_while_the_rest_is_taken(client, planner, visit):
    run = concluded(visit, planner, "wang")
    Leave.objects.create(person=Person.objects.get(login="wang"), first_day=MON, last_day=MON)
    kept, goes_on = client.post(f"{PLANS}{run.number}/take/").content.decode().split('id="taking"')
    assert "请假" in kept and "请假" not in goes_on


def test_wishes_company_and_terms_are_recorded_on_their_pages(client, planner, visit):
    uscc = visit.client.uscc
    told = {
        "remote_percent": "20",
        "spans-1-kind": "wished",
        "spans-1-first": "2026-04-06",
        "spans-1-last": "2026-04-10",
    }
    assert client.post(f"{PLANS}wishes/{uscc}/", told).status_code == 302
    kept = ClientWishes.objects.get()
    assert kept.wished == [["2026-04-06", "2026-04-10"]]
    assert "2026-04-06" in read(client, f"{PLANS}wishes/{uscc}/")
    assert client.get(f"{PLANS}wishes/row/").status_code == 200
    read(client, f"{PLANS}company/{visit.number}/")
    assert client.post(f"{PLANS}company/{visit.number}/", {"companions": "li"}).status_code == 302
    assert Company.objects.get().companions == ["li"]
    page = client.get(f"{PLANS}terms/")
    assert (
        client.post(
            f"{PLANS}terms/",
            {name: page.context["form"].initial[name] for name in page.context["form"].fields}
            | {"night": "600"},
        ).status_code
        == 302
    )
    assert Terms.objects.get().weights["night"] == 600


@LANGUAGES
def test_the_helper_proposes_three_ways_and_says_why_not_wang(client, planner, visit, language):
    Leave.objects.create(person=Person.objects.get(login="wang"), first_day=DAY, last_day=date(2026, 5, 30))
    page = read(client, f"{PLANS}helper/{visit.number}/", language=language)
    assert "审核员li" in page
    way = page.split('name="way" value="')[1].split('"')[0]
    why = read(client, f"{PLANS}helper/{visit.number}/why/", language=language, way=way)
    assert "审核员wang" in why and {"zh-hans": "不可", "en": "shut out"}[language] in why
    assert client.post(f"{PLANS}helper/{visit.number}/", {"way": way}).status_code == 302
    assert Assignment.objects.get(role="leader").person.login == "li"
    assert client.post(f"{PLANS}helper/{visit.number}/", {"way": "nonsense"}).status_code == 404
    read(client, f"{PLANS}helper/{visit.number}/why/", language=language)


@LANGUAGES
def test_the_plan_file_names_each_fault_at_its_cell(client, planner, visit, language):
    rows.team(visit, Person.objects.get(login="wang"), starts_on=date(2026, 3, 5))
    page = read(client, f"{PLANS}file/", language=language)
    assert visit.number in page and "cell-wrong" in page and "AUDIT_INSPECTOR" in page
    assert {"zh-hans": "以平台现行模板为准", "en": "current template prevails"}[language] in page
    assert client.get(f"{PLANS}file/excel/").content[:2] == b"PK"


def test_a_calendar_is_opened_read_and_closed(client, planner, visit, person):
    wang = Person.objects.get(login="wang")
    rows.team(visit, wang, starts_on=MON)
    client.force_login(wang)
    assert "尚未开通" in read(client, f"{PLANS}calendar/wang/")
    client.post(f"{PLANS}calendar/wang/open/")
    token = CalendarLink.objects.get().token
    assert token in read(client, f"{PLANS}calendar/wang/")
    feed = client.get(f"/calendar/{token}.ics")
    assert feed["Content-Type"].startswith("text/calendar") and b"BEGIN:VEVENT" in feed.content
    assert client.get(f"{PLANS}calendar/li/").status_code == 403
    client.post(f"{PLANS}calendar/wang/close/")
    assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_the_calendar_of_who_has_not_signed_confidentiality_tells_of_no_client(client, visit, settings):
    wang = Person.objects.get(login="wang")
    rows.team(visit, wang, starts_on=MON)
    client.force_login(wang)
    client.post(f"{PLANS}calendar/wang/open/")
    feed = f"/calendar/{CalendarLink.objects.get().token}.ics"
    settings.DECLARATION_REQUIRED = True
    assert "本年度保密承诺" in read(client, feed, 409)
    rows.signed(wang)
    assert client.get(feed).status_code == 200


def test_a_clients_calendar_is_the_offices_to_open(client, planner, visit):
    path = f"{PLANS}clients/{visit.client.uscc}/calendar/"
    read(client, path)
    client.post(f"{path}open/")
    assert CalendarLink.objects.get().token in read(client, path)
    client.post(f"{path}close/")
    assert "尚未开通" in read(client, path)
