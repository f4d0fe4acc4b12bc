"""Ask one address on the web what it answers: at the very address of IP that was checked, never a private one."""

import socket
import ssl
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Network, ip_address
from threading import Thread
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

PATIENCE = 5  # seconds for one step
AT_MOST = 10  # seconds for all of it, as a server may answer drop by drop

# What leads on to an address of IPv4 counts as that one; beside the unicast of the world nothing is public.
TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0/96"))
UNICAST, SIX_TO_FOUR = IPv6Network("2000::/3"), IPv6Network("2002::/16")


def status_of(address: str) -> int:
    """What it answers; 0 for no answer in time, and for an address that may not be asked."""
    said: list[int] = []
    asking = Thread(target=lambda: said.append(_status(address)), daemon=True)
    asking.start()
    asking.join(AT_MOST)
    return said[0] if said else 0


def may_be_asked(address: str) -> bool:
    try:
        return bool(_places(urlsplit(address)))
    except (OSError, ValueError):
        return False


def is_public(ip: str) -> bool:
    """`is_global` alone says yes to fec0::1, ::127.0.0.1 and 2002:7f00:1::."""
    one = ip_address(ip)
    if any(one in net for net in TRANSLATED):
        one = IPv4Address(int(one) & 0xFFFFFFFF)
    if one.version == 6 and (one not in UNICAST or one in SIX_TO_FOUR):
        return False
    return one.is_global and not one.is_multicast


def _places(there: SplitResult) -> list[str]:
    """Where it stands, when all of that is public or it is the body's own site; else nowhere."""
    if not there.hostname:
        return []
    found = socket.getaddrinfo(there.hostname, _port(there), type=socket.SOCK_STREAM)
    places, own = [str(one[4][0]) for one in found], urlsplit(settings.PUBLIC_ADDRESS)
    is_own = (there.hostname, there.port) == (own.hostname, own.port)
    return places if is_own or all(is_public(one) for one in places) else []


def _port(there: SplitResult) -> int:
    return there.port or (443 if there.scheme == "https" else 80)


def _status(address: str) -> int:
    """A server that knows GET alone is asked with it. A redirection is an answer; where it leads is not asked."""
    try:
        there = urlsplit(address)
        places = _places(there)
        status = _asked(there, places, "HEAD") if places else 0
        return _asked(there, places, "GET") if status >= 400 else status
    except (OSError, ValueError, HTTPException):
        return 0


def _asked(there: SplitResult, places: list[str], method: str) -> int:
    kind = HTTPSConnection if there.scheme == "https" else HTTPConnection
    path = (there.path or "/") + (f"?{there.query}" if there.query else "")
    with closing(kind(there.hostname or "", _port(there))) as connection:
        connection.sock = _connected(there, places)
        connection.request(method, path, headers={"User-Agent": "mingzheng"})
        return connection.getresponse().status


def _connected(there: SplitResult, places: list[str]) -> socket.socket:
    """With the first place that lets us in; the name is not looked up anew, as it might lead elsewhere by now."""
    for n, place in enumerate(places, 1):
        try:
            plain = socket.create_connection((place, _port(there)), timeout=PATIENCE)
            break
        except OSError:
            if n == len(places):
                raise
    if there.scheme != "https":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=there.hostname)
