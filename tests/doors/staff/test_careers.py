"""The screens of an auditor's life: terms, registration, competence; and the lists counted from all of it."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from mingzheng.doors import today
from mingzheng.office.competence.models import Authorisation, Competence, Development, Request, Witnessing
from mingzheng.office.files.models import Paper
from mingzheng.office.library.models import AccreditedScope
from mingzheng.office.people.models import Declaration, Employment, Insurance, Person
from mingzheng.office.registration.models import (
    Candidacy,
    Confirmation,
    Experience,
    Registration,
    Traineeship,
    Training,
)
from mingzheng.rulebook.candidacy import EVIDENCE, CandidacyKind
from tests import rows
from tests.conftest import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CASES = [("zh-hans", 0), ("en", 1)]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


@pytest.fixture
def evaluator(client, cast) -> Person:
    client.force_login(cast["competence_evaluator"])
    return cast["competence_evaluator"]


@pytest.fixture
def liu(db) -> Person:
    """Registered for Q and E, competent for 17.10.02, leads."""
    return rows.auditor("liu", ("QMS", "EMS"), name_zh="刘岸")


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


def page(login: str, act: str = "") -> str:
    return f"/staff/people/person/{login}/" + (f"{act}/" if act else "")


def sheet(answer) -> list[tuple]:
    return list(load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True))


def test_the_terms_of_a_person_are_entered(client, evaluator, liu):
    contract = {"number": "PY-1", "main_employer": "示例大学", "first_day": DAY, "last_day": "2027-03-01"}
    assert "主聘单位" in text(client.post(page("liu", "contract"), {**contract, "main_employer": ""}), 409)
    client.post(page("liu", "contract"), contract)
    policy = {
        "kind": "accident",
        "insurer": "示例保险",
        "number": "P-1",
        "first_day": DAY,
        "last_day": "2027-03-01",
    }
    client.post(page("liu", "insure"), policy)
    client.post(page("liu", "days"), {"weekdays": ["0", "4"], "days_a_year": "80"})

    liu.refresh_from_db()
    assert (liu.full_time, liu.main_employer, liu.weekdays, liu.days_a_year) == (
        False,
        "示例大学",
        [0, 4],
        80,
    )
    shown = text(client.get(page("liu")))
    assert all(said in shown for said in ("PY-1", "示例大学", "P-1", "周一、周五", "每年最多 80 天"))
    client.post(page("liu", "end-contract"), {"number": "PY-1", "last_day": DAY, "reason": "辞职"})
    assert Employment.objects.get().last_day == DAY and Insurance.objects.exists()


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_a_declaration_is_read_and_signed_by_its_maker(client, cast, liu, language, nth):
    client.cookies["django_language"] = language
    client.force_login(liu)
    assert ("接下来", "What comes next")[nth] in text(client.get(page("liu")))
    assert ("保密", "confidential")[nth] in text(
        client.get(page("liu", "declare"), {"kind": "confidentiality"})
    )
    client.post(page("liu", "declare"), {"kind": "confidentiality"})
    assert Declaration.objects.get().kind == "confidentiality"
    again = text(client.post(page("liu", "declare"), {"kind": "confidentiality"}), 409)
    assert ("已签署", "Signed already")[nth] in again
    client.force_login(cast["quality"])
    text(client.post(page("liu", "declare"), {"kind": "impartiality"}), 403)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_who_signed_the_code_of_conduct_and_who_has_not_stands_on_one_page(client, cast, liu, language, nth):
    client.cookies["django_language"] = language
    client.force_login(liu)
    client.post(page("liu", "declare"), {"kind": "conduct"})
    text(client.get("/staff/people/declared/"), 403)
    client.force_login(cast["quality"])
    everybody = text(client.get("/staff/people/declared/"))
    lacking = text(client.get("/staff/people/declared/", {"lacking": "conduct"}))
    n = Person.objects.count()
    assert (f"1 / {n} 人有效", f"1 of {n} hold")[nth] in everybody and page("liu") in everybody
    assert page("liu") not in lacking and page("quality") in lacking
    gone = text(client.get("/staff/people/declared/", {"lacking": "conduct", "on": "2027-03-02"}))
    assert page("liu") in gone and ("已过期", "Ended")[nth] in gone
    sheet = client.get("/staff/people/declared/", {"export": "xlsx"})
    assert sheet.status_code == 200 and sheet.content[:2] == b"PK"


def test_a_paper_of_a_person_is_filed_and_seen_by_those_who_may(client, cast, liu):
    client.force_login(liu)
    scan = SimpleUploadedFile("毕业证.pdf", b"%PDF-1.7 x")
    client.post(page("liu", "file"), {"kind": "diploma", "file": scan})
    paper = Paper.objects.get()
    assert paper.subject == "person:liu" and "毕业证.pdf" in text(client.get(page("liu")))
    where = page("liu", f"paper/{paper.pk}")
    assert client.get(where).content == b"%PDF-1.7 x"
    client.force_login(cast["market"])
    text(client.get(where), 403)
    text(client.get(page("liu", "file")), 403)


def test_a_registration_is_confirmed_from_the_card(client, evaluator, liu):
    Registration.objects.filter(standard="QMS").update(confirm_by=date(2026, 4, 1))
    assert "注册年度确认" in text(client.get(page("liu")))
    client.post(page("liu", "confirm"), {"standard": "QMS", "evidence": "平台截图"})
    assert Confirmation.objects.get().due_on == date(2026, 4, 1)
    assert "没有待办的年度确认" in text(
        client.post(page("liu", "confirm"), {"standard": "EMS", "evidence": "x"}), 409
    )


def test_experience_and_education_are_entered_reviewed_and_exported(client, cast, evaluator, liu):
    audit = {
        "standard": "QMS", "role": "leader", "organisation": "示例厂", "first_day": "2026-01-05", "last_day": "2026-01-06",
        "audit_days": "2.5", "on_site_days": "2", "evidence": "记录表",
    }  # fmt: skip
    client.post(page("liu", "experience/new"), audit)
    visit = rows.visit()
    rows.team(visit, liu)
    rows.audit(visit)
    course = {
        "title": "质量工具",
        "kind": "course",
        "standard": "",
        "hours": "8",
        "held_on": DAY,
        "evidence": "证书",
    }
    client.force_login(liu)
    client.post(page("liu", "training/new"), course)
    assert "待审核" in text(client.get(page("liu", "experience")))
    client.force_login(evaluator)
    assert "不予认可须说明理由" in text(client.post(page("liu", "training/1"), {"accepted": "no"}), 409)
    client.post(page("liu", "training/1"), {"accepted": "yes"})

    assert Training.objects.get().accepted and Experience.objects.count() == 1
    shown = text(client.get(page("liu", "experience")))
    assert "示例厂" in shown and visit.number in shown and "已认可" in shown
    exported = sheet(client.get(page("liu", "experience"), {"export": "xlsx"}))
    assert [line[6] for line in exported[1:]] == [1, 2.5], "the log holds what was held here and elsewhere"
    client.force_login(cast["market"])
    text(client.get(page("liu", "experience")), 403)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_a_candidacy_says_what_is_short_and_goes_its_way(client, evaluator, liu, language, nth):
    client.cookies["django_language"] = language
    told = {
        "standard": "QMS",
        "kind": "transfer",
        "grade": "auditor",
        "education": "bachelor",
        "work_years": 5,
        "field_years": 3,
    }
    assert ("该体系已注册", "Registered for this standard already")[nth] in text(
        client.post(page("liu", "apply"), told), 409
    )
    client.post(page("liu", "apply"), {**told, "kind": "promote", "grade": "senior"})
    shown = text(client.get(page("liu")))
    assert ("担任组长 0 次，需 15 次，还差 15 次", "0 audits led, 15 are needed: 15 short")[nth] in shown
    assert ("档案中缺少注册申报表", "The file lacks the application form")[nth] in shown
    assert ("还差 15 次", "15 short")[nth] in text(
        client.post(page("liu", "complete"), {"standard": "QMS"}), 409
    )
    client.post(page("liu", "conclude"), {"standard": "QMS", "outcome": "withdrawn", "reason": "暂缓"})
    assert Candidacy.objects.get().outcome == "withdrawn"


def test_a_candidacy_is_completed_submitted_and_granted(client, cast, evaluator):
    told = {
        "standard": "QMS",
        "kind": "enter",
        "grade": "trainee",
        "education": "bachelor",
        "work_years": 1,
        "field_years": 0,
    }
    client.post(page("auditor", "apply"), told)
    for paper in EVIDENCE[CandidacyKind.ENTER]:
        client.post(
            page("auditor", "file"),
            {"kind": paper, "file": SimpleUploadedFile("x.pdf", f"%PDF-1 {paper}".encode())},
        )
    for step in ("complete", "submit"):
        assert step in text(client.get(page("auditor")))
        client.post(page("auditor", step), {"standard": "QMS"})
    granted = {
        "standard": "QMS",
        "outcome": "granted",
        "number": "N0-1",
        "valid_from": DAY,
        "valid_until": "2029-03-01",
    }
    client.post(page("auditor", "conclude"), granted)
    rows.auditor("mentor", ("QMS",))
    client.post(page("auditor", "mentor"), {"standard": "QMS", "colleague": "mentor"})

    assert Registration.objects.get(person__login="auditor").grade == "trainee"
    assert Traineeship.objects.get().target_days == 20
    assert "实习审核 0.0／20 人日" in text(client.get(page("auditor")))


def test_an_auditor_is_witnessed(client, cast, evaluator, liu):
    rows.auditor("chen", ("QMS",))
    client.post(page("liu", "authorise"), {"kind": "witness", "basis": "资深"})
    plan = {"standard": "QMS", "colleague": "liu", "planned_for": DAY}
    client.post(page("chen", "witness"), plan)
    seen = {"held_on": DAY, "outcome": "passed", "remarks": "提问得当"}
    assert "由见证人本人记录" in text(client.post(page("chen", "witnessing/QMS"), seen), 409)
    client.force_login(liu)
    assert page("chen", "witnessing/QMS") in text(client.get("/staff/"))
    assert client.post(page("chen", "witnessing/QMS"), seen).url == "/staff/"
    client.force_login(evaluator)
    client.post(page("chen", "witness"), plan)
    client.post(page("chen", "cancel-witnessing"), {"standard": "QMS", "reason": "改期"})

    assert set(Witnessing.objects.values_list("outcome", flat=True)) == {"passed", ""}
    assert "提问得当" in text(client.get(page("chen")))


def test_competence_is_reviewed_and_an_authorisation_confirmed(client, evaluator, liu):
    Authorisation.objects.update(confirm_by=DAY)
    client.post(page("liu", "review"), {"standard": "QMS", "basis": "审核表现"})
    client.post(page("liu", "confirm-authorisation"), {"kind": "leader", "basis": "领审 9 次"})
    assert Competence.objects.filter(reviewed_on=DAY).count() == 1
    assert Authorisation.objects.get().confirm_by == date(2027, 3, 2)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_what_ends_is_one_list_by_kind(client, cast, evaluator, liu, language, nth):
    client.cookies["django_language"] = language
    Registration.objects.filter(standard="EMS").update(
        valid_until=date(2026, 5, 1), witness_by=date(2026, 4, 1)
    )
    Competence.objects.filter(standard="QMS").update(review_by=date(2026, 2, 1))
    shown = text(client.get("/staff/people/expiring/"))
    assert ("注册到期", "Registration ends")[nth] in shown and "2026-05-01" in shown and "2026-02-01" in shown
    of_review = text(client.get("/staff/people/expiring/?what=review"))
    assert "2026-02-01" in of_review and "2026-05-01" not in of_review
    exported = sheet(client.get("/staff/people/expiring/?what=review&export=xlsx"))
    assert len(exported) == 2 and exported[1][0] == "刘岸"
    client.force_login(cast["auditor"])
    text(client.get("/staff/people/expiring/"), 403)


def test_the_desk_tells_the_evaluator_of_everyone_and_an_auditor_of_himself(client, evaluator, liu):
    Registration.objects.filter(standard="EMS").update(valid_until=date(2026, 2, 20))
    assert "刘岸" in text(client.get("/staff/"))
    client.force_login(rows.auditor("chen", ("QMS",), name_zh="陈敏"))
    own = text(client.get("/staff/"))
    assert "陈敏" in own and "刘岸" not in own


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_the_matrix_shows_who_covers_what_and_where_one_person_is_all(
    client, cast, evaluator, liu, language, nth
):
    client.cookies["django_language"] = language
    rows.auditor("chen", ("EMS",))
    AccreditedScope.objects.create(standard="QMS", group="03", valid_from=DAY)
    rows.certification("QMS")
    shown = text(client.get("/staff/people/matrix/"))
    assert ("仅 1 人", "Only 1")[nth] in shown and ("无人", "Nobody")[nth] in shown and "17.10.02" in shown
    both = text(client.get("/staff/people/matrix/?standard=EMS"))
    assert ("仅 1 人", "Only 1")[nth] not in both and "chen" in both
    exported = sheet(client.get("/staff/people/matrix/?group=17&export=xlsx"))
    assert exported[1][0] == "17.10.02" and exported[1][2:] == (1, 1, None, "●") and len(exported) == 2
    client.force_login(cast["market"])
    text(client.get("/staff/people/matrix/"), 403)


@pytest.mark.parametrize(("language", "nth"), CASES)
def test_every_figure_of_the_table_opens_its_list(client, cast, evaluator, liu, language, nth):
    client.cookies["django_language"] = language
    rows.auditor("chen", ("QMS",), full_time=False, main_employer="示例大学")
    rows.auditor("sun", ("QMS",), grade="trainee")
    shown = text(client.get("/staff/people/table/"))
    assert ("专职", "Full time")[nth] in shown and "/staff/people/table/QMS/total/" in shown
    assert sheet(client.get("/staff/people/table/?export=xlsx"))[1][1:] == (1, 1, 2, 1)
    assert "示例大学" in text(client.get("/staff/people/table/QMS/part_time/"))
    contract = {"person": cast["market"], "number": "1", "full_time": True}
    Employment.objects.create(**contract, first_day=date(2026, 2, 1))
    assert ("加入 1，离开 0", "1 came, 0 left")[nth] in text(client.get("/staff/people/table/"))
    assert page("sun") in text(client.get("/staff/people/table/all/trainee/?on=2026-01-01"))
    assert len(sheet(client.get("/staff/people/table/QMS/total/?export=xlsx"))) == 3
    text(client.get("/staff/people/table/QMS/nothing/"), 404)
    client.force_login(cast["market"])
    text(client.get("/staff/people/table/"), 403)


def test_a_card_costs_the_same_whatever_is_on_it(client, evaluator, liu, django_assert_max_num_queries):
    for number in range(12):
        visit = rows.visit()
        rows.team(visit, liu, starts_on=date(2026, 1, 5 + number))
        rows.audit(visit)
        Training.objects.create(
            person=liu, number=number + 1, kind="course", title="x", hours=1, held_on=DAY, evidence="y"
        )
    with django_assert_max_num_queries(40):
        text(client.get(page("liu")))


@pytest.mark.parametrize("language, words", [("zh-hans", "少于 10 名"), ("en", "fewer than 10")])
def test_the_table_of_auditors_warns_of_a_short_field_and_shows_the_months_to_come(
    client, cast, evaluator, liu, language, words
):
    rows.visit(days="40.0", latest=DAY)
    client.cookies["django_language"] = language
    shown = text(client.get("/staff/people/table/"))
    assert words in shown and "2026-03" in shown and "pill-over" in shown and "2027-02" in shown
    client.force_login(cast["market"])
    text(client.get("/staff/people/table/"), 403)


@pytest.mark.parametrize("language, words", [("zh-hans", "未完成"), ("en", "Unfinished")])
def test_development_is_planned_from_a_gap_and_listed_as_unfinished_when_its_year_is_over(
    client, cast, evaluator, it_is, language, words
):
    rows.auditor("near", ["QMS"])
    Competence.objects.create(
        person=Person.objects.get(login="near"), standard="QMS", code="17.11.01", basis="x",
        evaluated_on=date(2025, 1, 1), evaluated_by="x",
    )  # fmt: skip
    Competence.objects.filter(person__login="near", code="17.10.02").delete()
    rows.certification("QMS")
    client.cookies["django_language"] = language
    asking = "/staff/people/development-plan/new/?login=near&amp;standard=QMS&amp;code=17.10.02"
    assert asking in text(client.get("/staff/people/matrix/"))
    told = {"login": "near", "standard": "QMS", "code": "17.10.02", "measure": "跟组", "due_on": "2026-12-31"}
    at = "/staff/people/development-plan/"
    assert client.post(f"{at}new/", told).url == at
    text(client.post(f"{at}new/", told), 409)
    it_is(date(2027, 1, 1))
    one = f"{at}{Development.objects.get().number}/"
    assert text(client.get(one)).count('<dd><a href="/staff/people/person/near/">') == 1
    person = {"zh-hans": "人员", "en": "Person"}[language]
    assert text(client.get(one)).count(f"<dt>{person}</dt>") == 1
    assert words in text(client.get(at)) and 'pill-over">1<' in text(client.get("/staff/people/plans/"))
    text(client.post(f"{one}conclude-development/", {"achieved": "on"}), 409)
    assert client.post(f"{one}conclude-development/", {"result": "客户转出"}).url == one
    client.force_login(cast["market"])
    text(client.get(one), 404)
    text(client.get(f"{at}new/"), 403)


@pytest.mark.parametrize("language, words", [("zh-hans", "逾期未答复"), ("en", "Not answered in time")])
def test_an_auditor_asks_to_be_witnessed_and_is_led_on_from_the_answer(
    client, cast, liu, it_is, language, words
):
    client.force_login(liu)
    client.cookies["django_language"] = language
    at = "/staff/people/step-requests/"
    asking = {"kind": "witnessing", "standard": "QMS", "reason": "拟申报高级"}
    assert client.post(f"{at}new/", asking).url == at
    text(client.post(f"{at}new/", asking), 409)
    it_is(date(2026, 4, 2))
    client.force_login(cast["competence_evaluator"])
    one = f"{at}{Request.objects.get().number}/"
    assert words in text(client.get(at)) and "/witness/" not in text(client.get(one))
    assert client.post(f"{one}answer-step-request/", {"agreed": "on", "answer": "四月"}).url == one
    assert "/staff/people/person/liu/witness/?standard=QMS" in text(client.get(one))
    client.force_login(cast["market"])
    text(client.get(one), 404)
    text(client.get(f"{at}new/"), 403)
