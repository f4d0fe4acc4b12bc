"""Nobody asks faster than a person reads: so many questions a minute from one address, counted in memory."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTE = 60.0
REMEMBERED = 20_000  # addresses; who has not asked for longest is forgotten first
_asked: OrderedDict[tuple[str, str], tuple[float, int]] = OrderedDict()


def at_most(count: int) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Answer an address at most so often a minute; beyond that 429. Each process counts for itself."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may_ask(view.__name__, address_of(request.META), count):
                return _too_many(request)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def _too_many(request: HttpRequest) -> HttpResponse:
    answer = render(request, "frame/too_many.html", status=429)
    answer["Retry-After"] = str(int(MINUTE))
    return answer


def may_ask(view: str, address: str, count: int) -> bool:
    """Has this address asked at most so often in this minute, this time included?"""
    now = time.monotonic()
    since, before = _asked.pop((view, address), (now, 0))
    if now - since > MINUTE:
        since, before = now, 0
    _asked[view, address] = since, before + 1
    if len(_asked) > REMEMBERED:
        _asked.popitem(last=False)
    return before < count


def address_of(environ: Mapping[str, Any]) -> str:
    """Who asks: the address the proxy before us names last, or the connection's own."""
    told = environ.get("HTTP_X_FORWARDED_FOR", "") if settings.ALLAUTH_TRUSTED_PROXY_COUNT else ""
    return told.rpartition(",")[2].strip() or environ.get("REMOTE_ADDR", "")


def forget() -> None:
    """Begin to count anew."""
    _asked.clear()
