"""年度报告: figures open onto their records, a year is frozen; a pasted report is read, told and not kept."""

from datetime import date

import pytest
from django.utils import timezone

from mingzheng.doors import today
from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.record.log import sequence
from mingzheng.rulebook.roles import Role
from tests.certified import certificate, clerk, suspended
from tests.conftest import DAY

pytestmark = pytest.mark.django_db
WRONG = "一、概况\n\n现有管理人员 10 人，审核员 63 人，共 70 人。\n\n三、结语\n\n谢谢。"


@pytest.fixture
def quality(client, person):
    client.force_login(person("sun", Role.QUALITY))


@pytest.mark.parametrize("language, told", [("zh-hans", "10 + 63 = 73"), ("en", "The numbering jumps")])
def test_what_is_wrong_with_a_pasted_report_is_told_in_the_readers_language(client, quality, language, told):
    client.cookies["django_language"] = language
    page = client.post("/staff/report/proofread/", {"text": WRONG}).content.decode()
    assert told in page and "3" in page


def test_a_report_without_a_fault_is_called_so(client, quality):
    assert (
        "未发现问题"
        in client.post("/staff/report/proofread/", {"text": "一、概况\n\n很好。"}).content.decode()
    )


def test_nothing_to_read_is_asked_for(client, quality):
    answer = client.post("/staff/report/proofread/", {"text": ""})
    assert answer.context["form"].errors["text"] and answer.context["found"] is None


@pytest.fixture
def year(it_was):
    """A certificate of 2025 that was suspended in 2026, and one of 2026."""
    held = suspended("QMS", issued_on=date(2025, 6, 2), on=date(2026, 2, 2))
    return held, certificate("EMS", on=date(2026, 3, 2))


@pytest.fixture
def it_was(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: date(2027, 1, 10))


@pytest.mark.slow
def test_every_figure_of_the_year_opens_as_many_records_as_it_says(client, quality, year):
    page = client.get("/staff/report/?year=2026")
    cells = [cell for _, row in page.context["table"] for cell in row]
    cells += [
        (row["value"], row["href"])
        for _, rows in page.context["figures"]
        for row in rows
        if not row["figure"].amount
    ]
    cells += [row["closing"] for row in page.context["flows"]]
    cells += [
        (n, href) for row in page.context["flows"] for side in ("in", "out") for _, n, href in row[side]
    ]

    assert sum(count for count, _ in cells) > 6
    for count, href in cells:
        assert client.get(href).context["listing"].total == count, href


@pytest.mark.one_database
@pytest.mark.parametrize("language, said", [("zh-hans", ">产品<"), ("en", ">Product<")])
def test_the_year_is_told_in_either_language(client, quality, year, language, said):
    client.cookies["django_language"] = language
    page = client.get("/staff/report/?year=2026")
    assert said in page.text
    _, cells = page.context["table"][-1]  # of all schemes
    for count, href in cells:
        assert client.get(href).context["listing"].total == count, href


@pytest.mark.slow
def test_a_year_is_frozen_on_the_page_and_shows_its_hash_and_what_came_late(client, quality, year):
    sequence(at=timezone.now())
    assert "冻结后数字不再变化" in client.get("/staff/report/2026/freeze/").content.decode()
    assert client.post("/staff/report/2026/freeze/", {"sure": "on"}).url == "/staff/report/?year=2026"
    page = client.get("/staff/report/?year=2026")
    assert page.context["frozen"].digest in page.content.decode() and not page.context["late"]

    cancel_certificate(year[1].number, asked_on=DAY, request="来函", on=date(2026, 12, 30), by=clerk())
    late = client.get("/staff/report/?year=2026").context["late"]
    assert ("EMS · 注销证书", 0, 1) in late and ("EMS · 有效 · 期末", 1, 0) in late


def test_a_year_that_goes_on_is_not_frozen(client, quality, it_was):
    assert client.post("/staff/report/2027/freeze/", {"sure": "on"}).status_code == 409


@pytest.mark.parametrize(
    "path",
    [
        "2026/figure/lost/",
        "2026/QMS/flow/in_force/lost/",
        "1/figure/visits/",
        "2026/figure/complaints/x/",
    ],
)
def test_a_figure_that_does_not_exist_is_not_found(client, quality, path):
    assert client.get(f"/staff/report/{path}").status_code == 404


def test_a_year_nobody_can_read_is_this_year(client, quality, it_was):
    assert client.get("/staff/report/?year=abc").context["year"] == 2027
