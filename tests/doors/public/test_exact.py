"""Exact search: a plain hit leads to the page, which is a file; everything else is left to Django."""

import pytest
from django.conf import settings
from django.db import connection

from mingzheng.doors.public.exact import ExactSearch
from mingzheng.office.publication.models import Entry
from tests.certified import certificate
from tests.published import on_show

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
DJANGO = "404 Not Found"  # the server of files before it then asks Django


@pytest.fixture
def search(publishing):
    exact = ExactSearch()
    yield exact
    exact.close()


def asks(search: ExactSearch, path: str, **told: str) -> str:
    """Where the answer leads."""
    said = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "REMOTE_ADDR": "127.0.0.1", **told}
    search(environ, lambda status, headers: said.append(dict(headers).get("Location", status)))
    return said[0]


@pytest.fixture
def entry(publishing) -> Entry:
    held = on_show()
    entry = Entry.objects.get(certificate=held)
    page = settings.PUBLISHED / "C" / entry.public_id
    page.parent.mkdir(parents=True, exist_ok=True)
    page.touch()
    return entry


def test_a_number_everybody_may_look_up_leads_to_its_page_in_the_readers_language(search, entry):
    path, page = f"/c/{entry.certificate.number}/", f"/C/{entry.public_id}"
    assert asks(search, path) == page
    assert asks(search, path, HTTP_ACCEPT_LANGUAGE="en-GB,en;q=0.9") == f"{page}.en"
    assert asks(search, path, HTTP_ACCEPT_LANGUAGE="de,zh-CN;q=0.8,en;q=0.5") == page
    assert asks(search, path, HTTP_ACCEPT_LANGUAGE="zh", HTTP_COOKIE="django_language=en") == f"{page}.en"


def test_whatever_is_no_plain_hit_is_left_to_django(search, entry):
    number = entry.certificate.number
    for path in ("/c/06426Q99999R0M/", f"/c/{number}", f"/c/{number.lower()}/", "/verify/", "/c/' OR 1/"):
        assert asks(search, path) == DJANGO, path
    assert asks(search, f"/c/{number}/", REQUEST_METHOD="POST") == DJANGO
    assert asks(search, f"/c/{certificate('EMS').number}/") == DJANGO  # nobody has published it


def test_withheld_it_is_left_to_django_as_if_unknown_and_so_while_its_page_is_not_written(search, entry):
    path = f"/c/{entry.certificate.number}/"
    Entry.objects.update(withheld_reason="客户书面申请")
    assert asks(search, path) == DJANGO
    Entry.objects.update(withheld_reason="")
    (settings.PUBLISHED / "C" / entry.public_id).unlink()
    assert asks(search, path) == DJANGO


def test_nobody_asks_faster_here_than_elsewhere(search, entry):
    path = f"/c/{entry.certificate.number}/"
    said = [asks(search, path) for _ in range(61)]
    assert set(said[:60]) == {f"/C/{entry.public_id}"} and said[60] == DJANGO
    assert asks(search, path, REMOTE_ADDR="127.0.0.2") != DJANGO


def test_a_connection_that_was_cut_is_opened_anew(search, entry):
    path = f"/c/{entry.certificate.number}/"
    assert asks(search, path) != DJANGO
    search._own.connection.close()
    assert asks(search, path) == DJANGO
    assert asks(search, path) != DJANGO
    assert connection.is_usable()
