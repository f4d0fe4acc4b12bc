"""Ask the links of what the body says in public whether they still answer; once a day, and never a private address."""

import ipaddress
import socket
from datetime import date
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.conf import settings

from mingzheng.office.publicity.actions.record_links import LinksChecked, record_links
from mingzheng.office.publicity.queries import checked_on, links_on
from mingzheng.office.record.actors import CLOCK

PATIENCE = 5  # seconds for one answer
NOT_THAT_WAY = (405, 501)  # HEAD is not answered there: ask with GET


class _Stay(HTTPRedirectHandler):
    """A redirection is an answer; where it leads is not asked, for that might be anywhere."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


OPENER = build_opener(_Stay, ProxyHandler({}))


def check_links(on: date, *, again: bool = False) -> LinksChecked | None:
    """What was found; None when there is nothing to ask, or it was asked today."""
    links = links_on(on)
    if not links or (checked_on(on) and not again):
        return None
    answered = {address: status_of(address) for address in {address for _, address in links}}
    return record_links([(of, address, answered[address]) for of, address in links], on=on, by=CLOCK)


def status_of(address: str) -> int:
    """What it answers; 0 for no answer, and for an address that may not be asked."""
    if not may_be_asked(address):
        return 0
    status = _asked(address, "HEAD")
    return _asked(address, "GET") if status in NOT_THAT_WAY else status


def may_be_asked(address: str) -> bool:
    """Public addresses, and the body's own site wherever it stands."""
    try:
        there, own = urlsplit(address), urlsplit(settings.PUBLIC_ADDRESS)
        if (there.hostname, there.port) == (own.hostname, own.port):
            return True
        found = socket.getaddrinfo(there.hostname, there.port or 443, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False
    return bool(found) and all(ipaddress.ip_address(one[4][0]).is_global for one in found)


def _asked(address: str, method: str) -> int:
    try:
        with OPENER.open(Request(address, method=method), timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code
    except (OSError, ValueError, HTTPException):
        return 0
