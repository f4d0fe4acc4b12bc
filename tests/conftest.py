"""What every test gets: a shut network, a database whose guards let tests empty it, the cast, and checked books."""

import gc
import ipaddress
import os
import socket
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import management
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings as hypothesis

from mingzheng.doors import today
from mingzheng.doors.frame import pace
from mingzheng.office.people.models import Person
from mingzheng.office.record.append_only import guard, unguard
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from tests import books, migrated
from tests.published import ADDRESS, adopt, keys_in

# A landing is judged by the same cases each time, and not by how busy the machine is; elsewhere new cases are tried.
hypothesis.register_profile("landing", derandomize=True, deadline=None)
hypothesis.register_profile("here", deadline=None)
hypothesis.load_profile("landing" if os.environ.get("CI") else "here")
_connect = socket.socket.connect


def pytest_collection_finish():
    """What is loaded stays; of what tests make little is garbage for long, so it is looked for rarely."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _connect_on_this_machine_only(self, address):
    host = address[0] if isinstance(address, tuple) else "localhost"
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise RuntimeError(f"tests may not reach {host}: the network is shut")
    return _connect(self, address)


@pytest.fixture(scope="session", autouse=True)
def shut_network():
    socket.socket.connect = _connect_on_this_machine_only
    yield
    socket.socket.connect = _connect


@pytest.fixture(scope="session", autouse=True)
def passwords_are_hashed_in_no_time():
    """By argon2 as ever, with less of the memory and the rounds that make it dear to whoever guesses."""
    dear = Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 64
    yield
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = dear


@pytest.fixture(scope="session", autouse=True)
def migrated_once():
    """The test database is taken as the migrations made it the last time, unless they have changed."""
    really, management.call_command = management.call_command, migrated.call
    yield
    management.call_command = really


@pytest.fixture(scope="session", autouse=True)
def emptying_lifts_the_guards():
    """Tests that need real transactions empty the tables afterwards; only they may lift the record's guards."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def lifted(self, statements):
        unguard(self.connection)
        try:
            return flush(self, statements)
        finally:
            guard(self.connection)

    BaseDatabaseOperations.execute_sql_flush = lifted
    yield
    BaseDatabaseOperations.execute_sql_flush = flush


@pytest.fixture(scope="session", autouse=True)
def no_folder_of_this_machine(tmp_path_factory):
    """Keys and public folder of a test lie where nothing else does."""
    settings.KEYS = settings.PUBLISHED = tmp_path_factory.mktemp("machine") / "none"


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    keys_in(folder)
    return folder


@pytest.fixture
def publishing(db, tmp_path, settings, key_folder):
    """A body that publishes: its keys in use, its public folder empty; which folder that is."""
    settings.KEYS, settings.PUBLISHED, settings.PUBLIC_ADDRESS = key_folder, tmp_path / "public", ADDRESS
    adopt()
    return settings.PUBLISHED


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    """Each test begins with nobody having asked anything in public."""
    pace.forget()


@pytest.fixture(scope="session")
def asked_by_laws(django_db_setup, django_db_blocker):
    """What each law of the books asks while the database is empty."""
    with django_db_blocker.unblock():
        return books.asked_of_nothing()


@pytest.fixture(autouse=True)
def books_in_order(request):
    """After every test that touched the database the books are checked."""
    uses = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    marked = request.node.get_closest_marker
    touches = uses or marked("django_db")
    asked = request.getfixturevalue("asked_by_laws") if touches else {}
    yield
    if touches and connection.connection is not None:
        if marked("broken_books"):
            assert books.told(lambda: books.broken_laws(asked)) == books.told(check_the_books)
        else:
            assert books.broken_laws(asked) == {}


DAY = date(2026, 3, 2)  # a Monday, and the day most tests happen on


@pytest.fixture
def day():
    return DAY


@pytest.fixture
def person(db):
    """Make a person: `person("wang", Role.AUDITOR)`."""

    def make(login: str, *roles: Role, **more) -> Person:
        return Person.objects.create(
            login=login, name_zh=more.pop("name_zh", login), roles=list(roles), **more
        )

    return make


@pytest.fixture
def cast(person):
    """One person for each role, named after it: cast["reviewer"]."""
    return {role.value: person(role.value, role) for role in HELD_BY_PERSONS}


@pytest.fixture
def it_is(monkeypatch) -> Callable[[date], None]:
    """Set the day on the doors' calendar: `it_is(date(2026, 3, 2))`."""

    def day(on: date) -> None:
        monkeypatch.setattr(today, "clock", lambda: on)

    return day


def kinds() -> list[str]:
    """The kinds of everything that happened, in order."""
    return list(Event.objects.order_by("id").values_list("kind", flat=True))
