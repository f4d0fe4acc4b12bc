from datetime import date

import pytest
from django.utils.translation import override

from mingzheng.doors import today
from mingzheng.doors.staff import piles
from mingzheng.doors.staff.piles import Line, pile, piles_of
from mingzheng.office.clients.models import Client
from mingzheng.office.record.queue import QUEUES, Item, Queue, named
from mingzheng.rulebook.roles import Role
from tests import rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def queue(*dues: date | None) -> Queue:
    for due in dues:
        rows.client(legal_representative=str(due or ""))

    def item(client: Client, on: date) -> Item:
        due = client.legal_representative
        return Item(
            f"client:{client.uscc}", named(client), ("QMS",), date.fromisoformat(due) if due else None
        )

    return Queue("sample", (Role.MARKET,), lambda by, on: Client.objects.all(), item)


def test_what_is_due_first_lies_on_top_and_what_is_overdue_is_counted(person):
    lying = pile(queue(None, date(2026, 4, 1), date(2026, 2, 1)), person("wang", Role.MARKET), DAY, 3)

    assert [line.item.due for line in lying.lines] == [date(2026, 2, 1), date(2026, 4, 1), None]
    assert (lying.waiting, lying.overdue) == (3, 1)
    assert lying.lines[0].item.key in lying.lines[0].href


@pytest.mark.parametrize("language, name", [("zh-hans", "东海仪表"), ("en", "Donghai Instruments")])
def test_a_line_names_the_client_as_the_reader_calls_it(person, language, name):
    client = rows.client(name_zh="东海仪表", name_en="Donghai Instruments")
    with override(language):
        assert Line(Item("client:1", named(client)), "").client == name
        assert Line(Item("trip:1", named(client, "2026")), "").client == f"{name} · 2026"
        assert (
            Line(Item("client:2", named(rows.client(name_zh="西山机械", name_en=""))), "").client
            == "西山机械"
        )


@pytest.fixture
def crowded(monkeypatch):
    """A market officer has three queues, of which the desk lays two open."""
    waiting = queue(date(2026, 2, 1), date(2026, 4, 1))
    monkeypatch.setattr(piles, "OPEN", 2)
    for name in list(QUEUES):
        monkeypatch.delitem(QUEUES, name)
    for name in ("contracts.offer", "contracts.sign", "contracts.conclude"):
        monkeypatch.setitem(QUEUES, name, Queue(name, (Role.MARKET,), waiting.waiting, waiting.item))


def test_so_many_queues_are_laid_open_and_of_the_others_the_number_is_told(
    crowded, person, django_assert_num_queries
):
    wang = person("wang", Role.MARKET)

    with django_assert_num_queries(3):
        lying = piles_of(wang, DAY)

    assert [(pile.waiting, len(pile.lines)) for pile in lying] == [(2, 2), (2, 2), (2, 0)]
    assert piles.together(lying) == {"waiting": "6", "overdue": "2+"}


def test_a_queue_has_a_page_of_its_own_with_all_that_waits_in_it(crowded, client, person):
    client.force_login(person("wang", Role.MARKET))

    assert '<a href="/staff/queue/contracts.conclude/">' in client.get("/staff/").text
    drawn = client.get("/staff/queue/contracts.conclude/").text
    assert drawn.count("<tr data-href") == 2
    assert client.get("/staff/queue/contracts.conclude/?page=2").text.count("<tr data-href") == 0


def test_nobody_opens_a_queue_that_is_not_his(crowded, client, person):
    client.force_login(person("zhao", Role.QUALITY))

    assert client.get("/staff/queue/contracts.conclude/").status_code == 404


@pytest.mark.parametrize(
    "language, words", [("zh-hans", "没有等您办理的事项"), ("en", "Nothing waits for you")]
)
def test_an_empty_desk_says_so(client, person, language, words):
    client.force_login(rows.signed(person("wang", Role.QUALITY)))
    client.cookies["django_language"] = language

    assert words in client.get("/staff/").content.decode()


def test_a_stranger_is_sent_to_the_login_page(client):
    answer = client.get("/staff/done/")

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=%2Fstaff%2Fdone%2F")


def test_without_a_second_factor_staff_are_asked_to_set_one_up_where_it_is_required(client, person, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(person("wang", Role.QUALITY))

    assert client.get("/staff/").url == "/accounts/2fa/"


def test_an_auditor_sees_the_days_he_is_out(client, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    liu, visit = rows.auditor("liu"), rows.visit()
    rows.team(visit, liu)
    client.force_login(liu)

    assert "/staff/calendar/" in client.get("/staff/").text
    assert visit.number in client.get("/staff/calendar/").text
