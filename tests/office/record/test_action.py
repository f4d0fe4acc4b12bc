from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from mingzheng.office.clients.models import Client
from mingzheng.office.record.action import ACTIONS, HAPPENINGS, Happened, action
from mingzheng.office.record.append_only import guard, unguard
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.log import follow, sequence, unplaced, unread
from mingzheng.office.record.models import Checkpoint, Event, Follower
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Renamed(Happened, kind="sample.renamed"):
    uscc: str
    name: str


@action(Role.MARKET, clause="sample")
def rename(uscc: str, name: str, *, on: date, by) -> Renamed:
    Client.objects.filter(uscc=uscc).update(name_zh=name) or Client.objects.create(uscc=uscc, name_zh=name)
    if name == "refuse me":
        raise Refused(Objection("sample.no", "sample"))
    if name == "break":
        raise RuntimeError
    return Renamed(uscc, name)


del ACTIONS["tests.rename"], HAPPENINGS["sample.renamed"]  # a sample is no part of the catalogue


def test_an_action_changes_rows_and_leaves_one_event(person):
    rename("A", "new", on=DAY, by=person("wang", Role.MARKET))

    event = Event.objects.get()
    assert (event.subject, event.sequence, event.kind, event.by, event.on) == (
        "sample:A",
        1,
        "sample.renamed",
        "wang",
        DAY,
    )
    assert event.facts == {"uscc": "A", "name": "new"}


@pytest.mark.parametrize("name, error", [("refuse me", Refused), ("break", RuntimeError)])
def test_what_fails_leaves_neither_rows_nor_event(person, name, error):
    with pytest.raises(error):
        rename("A", name, on=DAY, by=person("wang", Role.MARKET))

    assert not Client.objects.exists() and not Event.objects.exists()


def test_the_wrong_role_is_refused(person):
    with pytest.raises(Refused, match="person.not-yours"):
        rename("A", "new", on=DAY, by=person("li", Role.AUDITOR))


def test_one_action_asks_at_most_eight_queries(person, django_assert_max_num_queries):
    by = person("wang", Role.MARKET)
    with django_assert_max_num_queries(8):
        rename("A", "new", on=DAY, by=by)


@pytest.mark.parametrize(
    "write", [lambda: Event.objects.update(by="nobody"), lambda: Event.objects.all()._raw_delete("default")]
)
def test_the_database_refuses_to_change_the_record(person, write):
    rename("A", "new", on=DAY, by=person("wang", Role.MARKET))

    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        write()


@pytest.mark.broken_books
def test_a_changed_event_is_found(person):
    rename("A", "new", on=DAY, by=person("wang", Role.MARKET))
    unguard(connection)
    Event.objects.update(by="nobody")
    guard(connection)

    assert [*check_the_books()] == ["an event says today what it said when it was written"]


@pytest.mark.broken_books
def test_an_event_changed_together_with_its_digest_is_found_by_the_log(person):
    rename("A", "new", on=DAY, by=person("wang", Role.MARKET))
    sequence(at=Event.objects.get().at)
    unguard(connection)
    Event.objects.update(digest="00" * 32)
    guard(connection)

    assert "the log holds what its checkpoints signed" in check_the_books()


def test_the_log_orders_events_and_followers_read_each_once(person):
    by = person("wang", Role.MARKET)
    for name in ("one", "two", "three"):
        rename("A", name, on=DAY, by=by)
    heard = []

    assert sequence(at=Event.objects.first().at) == 3
    assert sequence(at=Event.objects.first().at) == 0
    for _ in range(2):
        places, entries = unread(["test"])
        follow(
            "test",
            {"sample.renamed": lambda event: heard.append(event.facts["name"])},
            places["test"],
            entries,
        )

    assert heard == ["one", "two", "three"]
    assert (Checkpoint.objects.get().size, Follower.objects.get().position) == (3, 3)


def test_an_event_numbered_early_and_stored_late_gets_its_place_too(person, monkeypatch):
    by = person("wang", Role.MARKET)
    for name, hour in (("late", 12), ("early", 9)):
        monkeypatch.setattr(timezone, "now", lambda hour=hour: datetime(2026, 3, 2, hour, tzinfo=UTC))
        rename(name, name, on=DAY, by=by)
    late, early = Event.objects.order_by("pk")
    assert sequence(at=early.at, limit=1) == 1  # as if only that one had been stored yet

    assert [*unplaced()] == [late]
    assert (sequence(at=late.at), [*unplaced()]) == (1, [])


def test_a_follower_that_fails_starts_again_where_it_stopped(person):
    by = person("wang", Role.MARKET)
    for name in ("one", "two"):
        rename("A", name, on=DAY, by=by)
    sequence(at=Event.objects.first().at)

    def stumble(event):
        if event.facts["name"] == "two":
            raise RuntimeError

    with pytest.raises(RuntimeError):
        places, entries = unread(["test"])
        follow("test", {"sample.renamed": stumble}, places["test"], entries)

    assert Follower.objects.get().position == 1
