"""Nobody asks faster than a person reads: so many questions a minute from one address, counted in memory."""

import time
from collections import OrderedDict
from collections.abc import Callable
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
            if _count(view.__name__, address_of(request)) > count:
                return _too_many(request)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def _too_many(request: HttpRequest) -> HttpResponse:
    answer = render(request, "public/too_many.html", status=429)
    answer["Retry-After"] = str(int(MINUTE))
    return answer


def _count(view: str, address: str) -> int:
    now = time.monotonic()
    since, before = _asked.pop((view, address), (now, 0))
    if now - since > MINUTE:
        since, before = now, 0
    _asked[view, address] = since, before + 1
    if len(_asked) > REMEMBERED:
        _asked.popitem(last=False)
    return before + 1


def address_of(request: HttpRequest) -> str:
    """Who asks: the address the proxy before us names last, or the connection's own."""
    told = request.headers.get("X-Forwarded-For", "") if settings.ALLAUTH_TRUSTED_PROXY_COUNT else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def forget() -> None:
    """Begin to count anew."""
    _asked.clear()
