"""Links in what is public are asked; the dead lie with the general office, and a private address is never asked."""

import socket
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command

from mingzheng.doors import today
from mingzheng.doors.clock import asking, links
from mingzheng.doors.clock.asking import is_public, may_be_asked, status_of
from mingzheng.doors.clock.links import check_links
from mingzheng.doors.clock.management.commands import clock
from mingzheng.office.publicity.models import Link
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.publicity import is_dead, links_in
from tests.office.publicity.test_publicity import published
from tests.rows import DAY

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)
ASKED: list[tuple[str, str]] = []
ANSWERS = {"/here": 200, "/gone": 404, "/moved": 301, "/get-only": 200, "/drops": 200}
DRIPS = threading.Event()


class Site(BaseHTTPRequestHandler):
    def do_HEAD(self):
        ASKED.append((self.command, self.path))
        head_only = self.command == "HEAD" and self.path == "/get-only"
        if self.path == "/drops":
            DRIPS.wait(5)
        self.send_response(404 if head_only else ANSWERS[self.path])
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *args):
        pass


@pytest.fixture
def site(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.PUBLIC_ADDRESS = f"http://127.0.0.1:{server.server_port}"
    ASKED.clear()
    yield settings.PUBLIC_ADDRESS
    server.shutdown()
    server.server_close()


def test_a_dead_link_lies_with_the_general_office_until_it_answers_again(site, cast, monkeypatch):
    item = published(text_zh=f"见 {site}/here 和 {site}/gone。", text_en=f"See {site}/moved.")
    found, waiting = check_links(DAY), QUEUES["publicity.dead-links"]
    assert (found.links, found.dead) == (3, 0), "a site may be down for an hour"
    assert check_links(DAY) is None, "once a day"
    assert not waiting.waiting(cast["general_office"], DAY)

    assert check_links(NEXT).dead == 1
    (row,) = waiting.waiting(cast["general_office"], NEXT)
    assert waiting.item(row, NEXT).subject == f"publicity:{item.number}" and row.address == f"{site}/gone"
    assert Link.objects.get(status=404).dead_since == DAY
    monkeypatch.setitem(ANSWERS, "/gone", 200)
    check_links(DAY + timedelta(days=2))
    assert not waiting.waiting(cast["general_office"], DAY + timedelta(days=2))


def test_where_head_is_not_answered_it_is_asked_with_get(site):
    assert status_of(f"{site}/get-only") == 200
    assert ASKED == [("HEAD", "/get-only"), ("GET", "/get-only")]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "http://"],
)
def test_a_private_address_that_is_not_the_bodys_own_site_is_never_asked(monkeypatch, address):
    def connected(*where, **more):
        tried.append(where)
        raise OSError

    tried: list[object] = []
    monkeypatch.setattr(socket, "create_connection", connected)
    assert not may_be_asked(address) and status_of(address) == 0 and not tried


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("64:ff9b::5db8:d822", True),
        ("127.0.0.1", False), ("169.254.169.254", False), ("224.0.0.1", False), ("ff0e::1", False),
        ("fec0::1", False), ("fe80::1%lo", False), ("::127.0.0.1", False), ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False), ("::ffff:127.0.0.1", False), ("::ffff:0:7f00:1", False),
    ],
)  # fmt: skip
def test_what_leads_on_to_a_private_address_is_private(ip, public):
    assert is_public(ip) is public


def test_the_address_that_was_checked_is_the_one_that_is_asked(monkeypatch):
    """A name that leads elsewhere when it is looked up again does not lead us there."""
    told = iter(["93.184.216.34", "127.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: [(0, 0, 0, "", (next(told), 80))])
    tried: list[object] = []

    def connected(where, **more):
        tried.append(where)
        raise OSError

    monkeypatch.setattr(socket, "create_connection", connected)
    assert status_of("http://www.example.org/") == 0 and tried == [("93.184.216.34", 80)]


def test_a_server_that_answers_drop_by_drop_is_not_waited_for(site, monkeypatch):
    monkeypatch.setattr(asking, "AT_MOST", 0.1)
    begun = time.monotonic()
    assert status_of(f"{site}/drops") == 0 and time.monotonic() - begun < 2
    DRIPS.set()


def test_what_there_was_no_time_for_comes_first_the_next_day(site, monkeypatch):
    """Letters and deadlines do not wait for the links."""
    published(text_zh=f"见 {site}/here 和 {site}/moved。")
    at = iter([0, 1, 70, 100, 101, 102])
    monkeypatch.setattr(links, "monotonic", lambda: next(at))
    assert check_links(DAY).links == 1 and ASKED == [("HEAD", "/here")]
    check_links(NEXT)
    assert ASKED[1:] == [("HEAD", "/moved"), ("HEAD", "/here")]


def test_what_nobody_is_shown_is_not_asked(site):
    published(evidence=f"{site}/gone")
    assert check_links(DAY) is None and not ASKED


def test_the_command_says_which_are_dead(site, monkeypatch, capsys):
    monkeypatch.setattr(today, "clock", lambda: NEXT)
    published(text_zh=f"见 {site}/gone。")
    check_links(DAY)
    with pytest.raises(SystemExit):
        call_command("links")
    assert f"{site}/gone 404" in capsys.readouterr().out


def test_an_address_of_any_length_is_asked_and_one_nobody_means_is_not(site, monkeypatch):
    long, endless = f"{site}/gone?{'a' * 1000}", f"{site}/gone?{'a' * 3000}"
    monkeypatch.setitem(ANSWERS, long.removeprefix(site), 404)
    published(text_zh=f"见 {long} 和 {endless}")
    check_links(DAY)
    assert Link.objects.get().address == long and Link._meta.get_field("address").max_length is None


def test_no_fault_of_the_links_ends_the_day_of_the_clock(monkeypatch, caplog):
    def broken(on):
        raise ValueError(on)

    monkeypatch.setattr(clock, "check_links", broken)
    assert clock.Command().begin_the_day(DAY)
    assert "could not be checked" in caplog.text


def test_addresses_are_told_from_the_sentence_around_them():
    assert links_in("见 https://a.example/b?c=1，或 (http://d.example).") == [
        "https://a.example/b?c=1",
        "http://d.example",
    ]
    assert links_in("(https://a.example/A_(b)), https://a.example/x);") == [
        "https://a.example/A_(b)",
        "https://a.example/x",
    ]
    assert links_in("http://a.example;http://b.example,https://c.example/http://d") == [
        "http://a.example",
        "http://b.example",
        "https://c.example/http://d",
    ]
    assert links_in("见https://a.example/关于/us，和https://a.example和") == [
        "https://a.example/%E5%85%B3%E4%BA%8E/us",
        "https://a.example",
    ]
    assert links_in("javascript:alert(1) ftp://a.example") == []
    assert [is_dead(n) for n in (200, 301, 403, 404, 500, 0)] == [False, False, False, True, True, True]
