"""The due list and the programme of a contract, as the staff see them."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.roles import Role
from tests import rows
from tests.office.programmes.agreed import agreed

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
LANGUAGES = pytest.mark.parametrize("language", ["zh-hans", "en"])


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("mingzheng.doors.today.clock", lambda: DAY)


@pytest.fixture
def planner(client, person):
    by = person("zhou", Role.PROGRAMME_MANAGER)
    client.force_login(by)
    return by


def read(client, url, language="zh-hans", status=200) -> str:
    client.cookies["django_language"] = language
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def send(client, url, **said):
    return client.post(url, said, follow=True)


@LANGUAGES
def test_the_due_list_tells_what_is_overdue(client, planner, language):
    late = rows.visit("surveillance", earliest=date(2025, 12, 1), latest=date(2026, 3, 1))
    rows.team(rows.visit("surveillance"), rows.auditor("wang"))

    page = read(client, "/staff/programmes/?tab=overdue", language)

    assert late.number in page and {"zh-hans": "超期 1 天", "en": "1 day overdue"}[language] in page
    assert read(client, "/staff/programmes/?tab=appointed").count("data-href") == 1


def test_the_due_list_is_closed_to_who_has_no_business_there(client, person):
    client.force_login(person("wang", Role.AUDITOR))
    read(client, "/staff/programmes/", status=403)


def test_a_list_of_visits_asks_few_queries(client, planner, django_assert_max_num_queries):
    for _ in range(5):
        rows.visit("surveillance")
    read(client, "/staff/programmes/?tab=all")
    with django_assert_max_num_queries(12):
        read(client, "/staff/programmes/?tab=all")


@LANGUAGES
def test_a_programme_is_opened_on_its_page(client, planner, language):
    contract = agreed(["QMS", "EMS"])
    url = f"/staff/programmes/contracts/{contract.number}/"
    assert {"zh-hans": "尚未建立审核方案", "en": "No programme has been opened"}[language] in read(
        client, url, language
    )

    answer = send(client, f"/staff/programmes/open/{contract.number}/")

    assert answer.redirect_chain == [(url, 302)]
    page = read(client, url, language)
    assert {"zh-hans": "再认证审核", "en": "Recertification audit"}[language] in page
    assert all(visit.number in page for visit in Visit.objects.all())


@LANGUAGES
def test_the_page_of_a_signed_contract_leads_to_its_programme(client, planner, language):
    contract = agreed()

    page = read(client, f"/staff/contracts/{contract.number}/", language)

    assert f'href="/staff/programmes/contracts/{contract.number}/"' in page


def test_why_a_programme_cannot_be_opened_is_said_on_the_page(client, planner):
    contract = agreed(timed=[])
    assert "审核人日尚未确定" in read(client, f"/staff/programmes/contracts/{contract.number}/")
    assert client.post(f"/staff/programmes/open/{contract.number}/").status_code == 409


@LANGUAGES
def test_a_visit_is_changed_dropped_split_and_joined_on_its_pages(client, planner, language):
    contract = agreed(["QMS", "EMS"])
    open_programme(contract.number, on=DAY, by=planner)
    visit = Visit.objects.get(kind="surveillance", ordinal=1)
    base = f"/staff/programmes/visits/{visit.number}"
    for verb in ("days", "split", "join", "drop"):
        read(client, f"{base}/{verb}/", language)

    send(client, f"{base}/days/", standard="QMS", days="3", reason="人数增加")
    assert visit.parts.get(certification__standard="QMS").days == Decimal(3)
    send(client, f"{base}/split/", standards=["EMS"])
    other = Visit.objects.latest("pk")
    send(client, f"{base}/join/", other=other.number)
    assert visit.parts.count() == 2
    send(client, f"{base}/drop/", reason="客户放弃")
    assert Visit.objects.get(pk=visit.pk).dropped_on == DAY
    assert client.post(f"{base}/drop/", {"reason": "再次"}).status_code == 409


def test_a_special_visit_is_added_for_the_standards_that_are_given_days(client, planner):
    contract = agreed(["QMS", "EMS"])
    open_programme(contract.number, on=DAY, by=planner)

    send(
        client,
        f"/staff/programmes/special/{contract.number}/",
        reason="投诉调查",
        latest="2026-04-30",
        EMS="1.5",
    )

    visit = Visit.objects.get(kind="special")
    assert (visit.latest, [p.certification.standard for p in visit.parts.all()]) == (
        date(2026, 4, 30),
        ["EMS"],
    )
    assert "投诉调查" in read(client, f"/staff/programmes/contracts/{contract.number}/")


def test_windows_are_reckoned_anew_at_the_press_of_a_button(client, planner):
    contract = agreed()
    open_programme(contract.number, on=DAY, by=planner)

    assert "0 项有变化" in send(client, f"/staff/programmes/reckon/{contract.number}/").content.decode()
