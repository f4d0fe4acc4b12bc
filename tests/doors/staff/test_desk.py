from datetime import date

import pytest

from mingzheng.doors import today
from mingzheng.doors.staff.desk import pile
from mingzheng.office.clients.models import Client
from mingzheng.office.record.queue import Item, Queue
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
            f"client:{client.uscc}", client.name_zh, ("QMS",), date.fromisoformat(due) if due else None
        )

    return Queue("sample", (Role.MARKET,), lambda by, on: Client.objects.all(), item)


def test_what_is_due_first_lies_on_top_and_what_is_overdue_is_counted(person):
    lying = pile(queue(None, date(2026, 4, 1), date(2026, 2, 1)), person("wang", Role.MARKET), DAY)

    assert [line.item.due for line in lying.lines] == [date(2026, 2, 1), date(2026, 4, 1), None]
    assert (lying.waiting, lying.overdue) == (3, 1)
    assert lying.lines[0].item.key in lying.lines[0].href


@pytest.mark.parametrize(
    "language, words", [("zh-hans", "没有等您办理的事项"), ("en", "Nothing waits for you")]
)
def test_an_empty_desk_says_so(client, person, language, words):
    client.force_login(person("wang", Role.QUALITY))
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
