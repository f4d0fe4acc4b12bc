"""The screens about persons, in both languages, happy and refused."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mingzheng.doors import today
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.people.models import Leave, Person, Tie
from mingzheng.office.people.names import searchable
from mingzheng.office.registration.models import GreenMark, Registration
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.standards import Standard
from tests import rows
from tests.conftest import DAY

pytestmark = pytest.mark.django_db
USCC = complete_social_credit_code("91310113" + complete_organisation_code("01234567"))
CASES = [("zh-hans", 0), ("en", 1)]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


@pytest.fixture
def wang(db) -> Person:
    """王芳, auditor for Q and E until the end of 2027, competent for 17.10.02."""
    return rows.auditor("wang", ("QMS", "EMS"), name_zh="王芳", pinyin=searchable("王芳"))


@pytest.fixture
def evaluator(client, cast) -> Person:
    client.force_login(cast["competence_evaluator"])
    return cast["competence_evaluator"]


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


def page(login: str, act: str = "") -> str:
    return f"/staff/people/person/{login}/" + (f"{act}/" if act else "")


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_the_list_shows_registrations_and_finds_by_initials(client, evaluator, wang, language, nth):
    client.cookies["django_language"] = language
    shown = text(client.get("/staff/people/?q=wf"))

    assert ("人员与能力", "People and competence")[nth] in shown
    assert page("wang") in shown and "2027-12-31" in shown and "system-qms" in shown
    assert "system-ohsms" not in shown and page("auditor") not in shown


def test_the_tabs_tell_whose_registration_ends_soon_and_who_was_never_evaluated(client, evaluator, wang):
    rows.auditor("li", ("QMS",))
    rows.auditor("zhao", ("QMS",))
    Registration.objects.filter(person__login="li").update(
        valid_until=date(2026, 5, 31)
    )  # 90 days from the day
    Registration.objects.filter(person__login="wang", standard="QMS").update(valid_until=date(2026, 6, 1))
    Competence.objects.filter(person__login="zhao").update(ended_on=date(2026, 1, 1))

    expiring = text(client.get("/staff/people/?tab=expiring"))
    assert page("li") in expiring and page("wang") not in expiring
    uncoded = text(client.get("/staff/people/?tab=uncoded"))
    assert page("zhao") in uncoded and page("li") not in uncoded


def test_the_list_takes_few_queries_however_many_persons(client, evaluator, django_assert_max_num_queries):
    for number in range(30):
        rows.auditor(f"auditor{number}")
    with django_assert_max_num_queries(12):
        text(client.get("/staff/people/?size=50"))


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_everyone_opens_his_own_page_and_nobody_elses(client, cast, wang, language, nth):
    client.cookies["django_language"] = language
    client.force_login(wang)

    own = text(client.get(page("wang")))
    assert "N1-wang-QMS" in own and ("一般机械加工", "Basic metals")[nth] in own
    assert ("我的资料", "My record")[nth] in text(client.get("/staff/people/me/"))
    refused = text(client.get(page("reviewer")), 403)
    assert ("您无权办理此事", "This is not yours to do")[nth] in refused
    text(client.get("/staff/people/"), 403)
    client.force_login(cast["programme_manager"])
    assert "N1-wang-QMS" in text(client.get(page("wang")))


def test_a_person_who_does_not_exist_is_not_found(client, evaluator):
    for act in ("", "register", "leave", "tie"):
        text(client.get(page("nobody", act)), 404)


def test_a_person_is_taken_on_and_his_details_are_put_right(client, evaluator):
    told = {"login": "sun", "name_zh": "孙静", "full_time": "on", "department": "审核部"}
    assert client.post("/staff/people/new/", told).url == "/staff/people/"
    client.post(page("sun", "change"), {"name_zh": "孙静", "department": "评定部", "phone": "021-5"})

    sun = Person.objects.get(login="sun")
    assert (sun.department, sun.phone, sun.full_time, sun.pinyin) == ("评定部", "021-5", False, "sunjing sj")
    assert "登录名须以小写字母开头" in text(client.post("/staff/people/new/", {**told, "login": "Sun"}), 409)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_a_team_leader_is_authorised_and_the_authorisation_ended(client, cast, evaluator, language, nth):
    client.cookies["django_language"] = language
    assert ("资格授权", "Authorise")[nth] in text(client.get(page("auditor")))
    client.post(page("auditor", "authorise"), {"kind": "leader", "basis": "见证领审三次"})
    assert "见证领审三次" in text(client.get(page("auditor")))
    assert ("已获该项资格授权", "held already")[nth] in text(
        client.post(page("auditor", "authorise"), {"kind": "leader", "basis": "见证领审三次"}), 409
    )
    client.post(page("auditor", "end-authorisation"), {"kind": "leader", "reason": "久未领审"})
    assert Authorisation.objects.get().ended_on == DAY

    client.force_login(cast["programme_manager"])
    text(client.get(page("auditor", "authorise")), 403)


def test_a_registration_is_entered_and_ended(client, evaluator):
    told = {
        "standard": "QMS",
        "grade": "auditor",
        "number": "N1-7",
        "valid_from": DAY,
        "valid_until": "2029-03-01",
    }
    client.post(page("auditor", "register"), told)
    assert "与该标准的另一条注册有效期重叠" in text(client.post(page("auditor", "register"), told), 409)
    ended = {"standard": "QMS", "valid_until": "2026-06-30", "reason": "注册被撤销"}
    client.post(page("auditor", "end-registration"), ended)

    assert Registration.objects.get().valid_until == date(2026, 6, 30)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_an_inspector_of_green_products_is_marked_and_unmarked(client, evaluator, language, nth):
    client.cookies["django_language"] = language
    told = {
        "standard": Standard.PRODUCT.value,
        "grade": "auditor",
        "number": "N1-8",
        "valid_from": "2025-01-01",
    }
    client.post(page("auditor", "register"), told | {"valid_until": "2027-12-31"})
    mark = {"first_day": "2025-07-01", "evidence": "CCAA 公告"}
    assert ("起始日", "First day")[nth] in text(client.get(page("auditor", "green")))
    client.post(page("auditor", "green"), mark)
    card = text(client.get(page("auditor")))
    assert ("自 2025-07-01", "since 2025-07-01")[nth] in card and page("auditor", "green/end") in card
    assert ("已登记为", "already")[nth] in text(client.post(page("auditor", "green"), mark), 409)
    assert ("最后一日", "Last day")[nth] in text(client.get(page("auditor", "green/end")))
    client.post(page("auditor", "green/end"), {"last_day": "2026-01-31", "evidence": "CCAA 公告"})
    assert GreenMark.objects.get().last_day == date(2026, 1, 31)


def test_a_technical_area_is_picked_by_code_or_name_and_recognised(client, evaluator):
    by_code = text(client.get(page("auditor", "recognise"), {"q": "17.10"}))
    by_name = text(client.get(page("auditor", "recognise"), {"q": "一般机械加工"}))
    assert 'value="17.10.02"' in by_code and 'value="17.10.02"' in by_name and 'value="03"' not in by_code
    assert "请选择一个专业代码" in text(
        client.post(page("auditor", "recognise"), {"standard": "QMS", "basis": "经历"})
    )

    told = {"standard": "QMS", "code": "17.10.02", "basis": "机械专业，从业六年", "q": "17.10"}
    answer = client.post(page("auditor", "recognise"), told)
    assert answer.status_code == 302 and "q=17.10" in answer.url  # and on to the next one
    assert Competence.objects.get().basis == "机械专业，从业六年"
    assert "已具备该专业代码的能力" in text(client.post(page("auditor", "recognise"), told), 409)

    ended = {"standard": "QMS", "code": "17.10.02", "reason": "三年未从事"}
    client.post(page("auditor", "end-competence"), ended)
    assert Competence.objects.get().ended_on == DAY


def test_nobody_recognises_his_own_competence(client, evaluator):
    assert page(evaluator.login, "recognise") not in text(client.get(page(evaluator.login)))
    told = {"standard": "QMS", "code": "17", "basis": "经历"}
    assert "不得评价本人的能力" in text(client.post(page(evaluator.login, "recognise"), told), 409)


def test_an_auditor_enters_his_own_leave_and_ties_but_nobody_elses(client, cast, wang):
    client.force_login(wang)
    client.post(page("wang", "leave"), {"first_day": "2026-04-01", "last_day": "2026-04-03"})
    client.post(page("wang", "cancel-leave"), {"first_day": "2026-04-01"})
    tie = {"organisation": "示例有限公司", "uscc": USCC.lower(), "kind": "employment"}
    client.post(page("wang", "tie"), tie)
    client.post(page("wang", "end-tie"), {"uscc": USCC, "kind": "employment", "ended_on": DAY})

    assert Leave.objects.get().cancelled_on == DAY
    assert (Tie.objects.get().uscc, Tie.objects.get().ended_on) == (USCC, DAY)
    text(client.post(page("reviewer", "leave"), {"first_day": "2026-04-01", "last_day": "2026-04-03"}), 403)
    text(client.post(page("reviewer", "tie"), tie), 403)
    assert Leave.objects.count() == Tie.objects.count() == 1


def test_a_wrong_social_credit_code_is_said_beside_the_field(client, wang):
    client.force_login(wang)
    told = {"organisation": "示例", "uscc": USCC[:-1] + ("0" if USCC[-1] != "0" else "1"), "kind": "interest"}
    assert 'id="id_uscc_error"' in text(client.post(page("wang", "tie"), told))
    assert not Tie.objects.exists()


def test_a_form_sent_empty_comes_back_with_what_is_missing(client, cast):
    client.force_login(cast["competence_evaluator"])
    for act in ("register", "leave", "tie"):
        assert "field-wrong" in text(client.post(page("auditor", act), {"csrf": "x"})), act


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_demand_by_code_shows_what_falls_short_who_holds_it_and_which_visits_ask(
    client, evaluator, wang, language, nth
):
    client.cookies["django_language"] = language
    asked = rows.visit(days="30.0", earliest=None, latest=DAY)
    asked.client.name_en, wang.name_en = "Example Works", "Wang Fang"
    asked.client.save(), wang.save()
    shown = text(client.get("/staff/people/demand/?short=1"))
    assert ("按代码供需", "Demand by code")[nth] in shown
    assert "/staff/people/demand/QMS/17.10.02/2026-03/" in shown and "pill-over" in shown
    assert "17.10.02" not in text(client.get("/staff/people/demand/?standard=EMS"))
    warned = text(client.get("/staff/people/table/"))
    assert (
        "有 1 个专业代码的审核人日不足",
        "Technical codes short of auditor-days in the next three months (1)",
    )[nth] in warned

    one = text(client.get("/staff/people/demand/QMS/17.10.02/2026-03/"))
    assert asked.number in one and page("wang") in one and ("未派组", "No team yet")[nth] in one
    assert (asked.client.name_zh, "Example Works")[nth] in one
    assert client.get("/staff/people/demand/QMS/17.10.02/2031-03/").status_code == 404
    book = client.get("/staff/people/demand/?export=xlsx")
    sheet = load_workbook(BytesIO(book.content)).worksheets[0]
    assert [row[3:9] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("2026-03", 30, 30, 17.6, 12.4, ("王芳", "Wang Fang")[nth])
    ]


def test_demand_by_code_is_for_those_who_look_after_people(client, cast):
    client.force_login(cast["auditor"])
    assert client.get("/staff/people/demand/").status_code == 403
