"""Ask a page as a person of the body, and count what it took."""

import time
from collections.abc import Mapping

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mingzheng.office.people.models import Person

WARM, ASKED = 3, 10  # requests before measuring, and measured


def readers(page: str, people: Mapping[str, Person]) -> list[Person]:
    """Who opens the page: the desk everyone, the lists somebody who sees all of it."""
    return list(people.values()) if page == "staff:desk" else [people["director"]]


def queries(page: str, person: Person) -> int:
    """Database queries of the page once the session knows it."""
    client = _let_in(page, person, 1)
    with CaptureQueriesContext(connection) as asked:
        _ask(client, page)
    return len(asked)


def seconds(page: str, person: Person) -> list[float]:
    """Processor time of the page, once for each time it was asked."""
    client, took = _let_in(page, person, WARM), []
    for _ in range(ASKED):
        began = time.process_time()
        _ask(client, page)
        took.append(time.process_time() - began)
    return took


def _let_in(page: str, person: Person, asked: int) -> Client:
    """A session that has asked for the page so often."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    for _ in range(asked):
        _ask(client, page)
    return client


def _ask(client: Client, page: str) -> None:
    name, _, query = page.partition("?")
    answer = client.get(f"{reverse(name)}?{query}")
    assert answer.status_code == 200, (page, answer.status_code)
