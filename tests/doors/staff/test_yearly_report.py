"""年度报告: begun, written with figures that open, remarked on, reviewed, signed, released and taken along, in two languages."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document as Paper

from mingzheng.doors import today
from mingzheng.office.governance.models import Happening
from mingzheng.office.record.log import sequence
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.models import Block, Comment, Edition, Report
from mingzheng.rulebook.roles import Role
from mingzheng.seal.report.word_template import starter
from tests.certified import body, certificate

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
LATER = date(2027, 1, 10)
SURE = {"sure": "on"}  # a form that asks nothing else
AT = "/staff/report/2026/text/"


@pytest.fixture
def people(person, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: LATER)
    body()
    roles = {"sun": Role.QUALITY, "li": Role.DIRECTOR, "wu": Role.AUDITOR}
    return {login: person(login, role) for login, role in roles.items()}


@pytest.fixture
def report(people):
    certificate("QMS", on=date(2026, 3, 2))
    told = {"happened_on": date(2026, 3, 2), "proposed_on": LATER, "proposed_by": "sun", "taken_on": LATER}
    Happening.objects.create(number="DS2026-0001", zh="新系统上线", en="A new system", of_year=True, **told)
    open_report(2026, on=LATER, by=people["sun"])


def whole(people):
    sequence(at=timezone.now())
    freeze_year(2026, on=LATER, by=people["sun"])
    Block.objects.update(reviewed_on=LATER, reviewed_by="li")


def as_(client, people, login, language="zh-hans"):
    client.force_login(people[login])
    client.cookies["django_language"] = language
    return client


def test_a_report_is_begun_on_its_page_by_quality_management(client, people):
    as_(client, people, "wu")
    assert (
        "尚未建立" in client.get(AT).content.decode() and client.post(f"{AT}open/", SURE).status_code == 403
    )
    as_(client, people, "sun")
    assert "建立报告" in client.get(AT).content.decode()
    assert client.post(f"{AT}open/", SURE).url == AT
    assert Report.objects.count() == 1 and "待审阅" in client.get(AT).content.decode()
    assert client.post("/staff/report/2030/text/open/", SURE).status_code == 409


@pytest.mark.parametrize(
    "language, said", [("zh-hans", "年末有效证书"), ("en", "certificates were in force")]
)
def test_the_whole_report_is_read_and_its_figures_open_their_records(client, people, report, language, said):
    page = as_(client, people, "sun", language).get(f"{AT}read/")
    assert said in page.content.decode() and "<svg" in page.content.decode()
    hrefs = {
        href
        for section in page.context["sections"]
        for piece in section["pieces"]
        for _, href in piece["runs"]
        if href
    }
    assert "/staff/report/2026/figure/valid-certificates/" in hrefs
    assert client.get("/staff/report/2026/figure/valid-certificates/").context["listing"].total == 1
    assert client.get("/staff/report/2026/figure/visits/").status_code == 200


def test_who_may_not_open_the_records_reads_the_report_without_ways_to_them(client, people, report):
    assert "/figure/" not in as_(client, people, "wu").get(f"{AT}read/").content.decode()


def test_a_chapter_is_written_and_an_unknown_figure_told_beside_what_was_typed(client, people, report):
    as_(client, people, "sun")
    answer = client.post(f"{AT}policy/write/", {"zh": "{{有效证}} 张", "en": "Text"})
    assert "最接近的是“有效证书”" in answer.content.decode() and "{{有效证}} 张" in answer.content.decode()
    assert client.post(f"{AT}policy/write/", {"zh": "{{有效证书}} 张", "en": "Text"}).url == f"{AT}policy/"
    page = client.get(f"{AT}policy/").content.decode()
    assert '<a href="/staff/report/2026/figure/valid-certificates/">1</a> 张' in page
    assert as_(client, people, "wu").post(f"{AT}policy/write/", {"zh": "文", "en": "Text"}).status_code == 409


def test_remarks_are_made_and_answered_and_the_chapter_reviewed_by_another(client, people, report):
    as_(client, people, "wu")
    assert client.post(f"{AT}policy/comment/", {"text": "请写明日期"}).url == f"{AT}policy/"
    assert client.post(f"{AT}policy/review/", SURE).status_code == 403
    as_(client, people, "sun")
    assert client.get(f"{AT}policy/settle/9/").status_code == 404
    assert client.post(f"{AT}policy/settle/1/", {"answer": "已写"}).url == f"{AT}policy/"
    assert Comment.objects.get().settled_by == "sun"
    assert client.post(f"{AT}policy/review/", SURE).status_code == 409
    assert as_(client, people, "li").post(f"{AT}policy/review/", SURE).url == f"{AT}policy/"
    assert Block.objects.get(code="policy").reviewed_by == "li"


def test_an_issue_is_left_out_and_assigned(client, people, report):
    as_(client, people, "sun")
    assert client.post(f"{AT}6.8.3/leave-out/", {"zh": "未开展", "en": "None"}).url == f"{AT}6.8.3/"
    assert "未开展" in client.get(f"{AT}6.8.3/").content.decode()
    said = {"owner": "union", "supporting": ["general"]}
    assert client.post(f"{AT}6.8.3/assign/", said).url == f"{AT}6.8.3/"
    assert Block.objects.get(code="6.8.3").supporting == ["general"]
    assert client.post(f"{AT}policy/leave-out/", {"zh": "因", "en": "since"}).status_code == 409
    assert client.post(f"{AT}6.8.3/assign/", {"owner": "union", "supporting": ["union"]}).status_code == 409
    for path in ("lost/", "lost/write/", "profile/"):
        assert client.get(f"{AT}{path}").status_code == 404


def test_it_is_signed_released_and_taken_along_as_it_was(client, people, report):
    as_(client, people, "li")
    assert client.post(f"{AT}sign/", {"reason": ""}).status_code == 409
    whole(people)
    assert client.post(f"{AT}sign/", {"reason": ""}).url == AT
    assert client.post(f"{AT}release/", SURE).status_code == 409
    as_(client, people, "sun", "en")
    assert client.post(f"{AT}sign/", {"reason": ""}).status_code == 403
    assert client.post(f"{AT}release/", SURE).url == AT
    kept = Edition.objects.get()
    assert kept.digest in client.get(AT).content.decode()
    taken = {kind: client.get(f"{AT}as/{kind}/") for kind in ("pdf", "word", "excel", "json")}
    assert taken["pdf"].content.startswith(b"%PDF") and taken["excel"].content.startswith(b"PK")
    assert "Foreword" in [one.text for one in Paper(BytesIO(taken["word"].content)).paragraphs]
    assert taken["json"].json() == kept.en
    assert client.get(f"{AT}as/lost/").status_code == 404
    assert client.post(f"{AT}reopen/", {"reason": "Misprint"}).url == AT
    assert Report.objects.get().edition == 2


def test_what_proofreading_finds_is_told_with_its_chapter(client, people, report):
    as_(client, people, "sun")
    client.post(f"{AT}6.8.3/write/", {"zh": "企业均表示很满意。", "en": "Nothing."})
    page = client.get(AT)
    assert {code for code, *_ in page.context["remarks"]} == {"6.8.3"}
    assert "须在同一段写明" in page.content.decode()


def test_the_bodys_own_word_template_is_installed_and_one_that_is_none_refused(client, people, report):
    as_(client, people, "sun")
    starting = client.get("/staff/report/template/starter/").content
    assert starting.startswith(b"PK") and client.get("/staff/report/template/").status_code == 200
    paper, file = Paper(), BytesIO()
    paper.add_paragraph("本单位模板：{{ title }}")
    paper.save(file)
    good = SimpleUploadedFile("模板.docx", file.getvalue())
    assert client.post("/staff/report/template/", {"file": good}).url == "/staff/report/"
    words = [one.text for one in Paper(BytesIO(client.get(f"{AT}as/word/").content)).paragraphs]
    assert words == ["本单位模板：2026 年社会责任报告"]
    bad = SimpleUploadedFile("坏.docx", starter("zh")[:200])
    assert client.post("/staff/report/template/", {"file": bad}).status_code == 409
    assert as_(client, people, "wu").get("/staff/report/template/").status_code == 403


@pytest.mark.parametrize("language, words", [("zh-hans", "议题顺序"), ("en", "Order of the issues")])
def test_quality_management_orders_the_issues_and_nobody_else(client, people, report, language, words):
    assert words in as_(client, people, "sun", language).get(AT).content.decode()
    assert client.get(f"{AT}order/").status_code == 200
    assert client.post(f"{AT}order/", {"by_weight": "on"}).url == AT and Report.objects.get().by_weight
    assert client.post(f"{AT}order/", {}).url == AT and not Report.objects.get().by_weight
    as_(client, people, "wu", language)
    assert words not in client.get(AT).content.decode() and client.get(f"{AT}order/").status_code == 403
