"""What every page is given besides its own content, and the four error pages."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from mingzheng.office.library.models import Body

from .menus import MENUS, Badge, Item, Menu


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of the base page: the body, and the menu of the door one is in with what waits behind each line."""
    return {
        "body": SimpleLazyObject(Body.objects.first),
        "menu": SimpleLazyObject(lambda: drawn_menu(request)),
    }


def drawn_menu(request: HttpRequest) -> dict[str, Any]:
    """The menu as this reader sees it; empty for one who has not logged in."""
    person, match = getattr(request, "user", None), request.resolver_match
    menu = _menu_of(match.namespaces[0] if match and match.namespaces else "")
    if menu is None or person is None or not person.is_authenticated:
        return {}
    badges = menu.badges(request)
    groups: list[tuple[str, list[dict[str, Any]]]] = [
        (group.label, [_line(item, badges) for item in group.items if item.is_seen_by(person)])
        for group in menu.groups
    ]
    drawn = [line for _, lines in groups for line in lines]
    held = {reverse(name): line["href"] for line in drawn for name in line["item"].holds}
    here = line_above(request.path, [line["href"] for line in drawn], reverse(menu.home), held)
    return {
        "groups": [(label, lines) for label, lines in groups if lines],
        "home": menu.home,
        "search": menu.search,
        "account": menu.account,
        "asked": request.GET.get("q", "") if match and match.view_name == menu.search else "",
        "at_home": badges.get(menu.home, Badge(0)),
        "here": held.get(here, here),
    }


def line_above(path: str, hrefs: list[str], home: str, held: Iterable[str] = ()) -> str:
    """The line a page is under, or what a line holds: the longest that leads to it, or else the only line of its folder."""
    above = [href for href in (*hrefs, *held) if path.startswith(href) and href != home]
    folders = {href: f"{PurePosixPath(href).parent}/" for href in hrefs}
    beside = [
        href
        for href, folder in folders.items()
        if folder.startswith(home) and folder != home and path.startswith(folder)
    ]
    if above or len(beside) == 1:
        return max(above or beside, key=len)
    return home if path.startswith(home) else ""


def _line(item: Item, badges: Mapping[str, Badge]) -> dict[str, Any]:
    return {"item": item, "href": reverse(item.url), "badge": badges.get(item.url, Badge(0))}


def _menu_of(namespace: str) -> Menu | None:
    """Pages of no door (one's password, one's second factor) keep the menu of the door one lands in."""
    landing = str(settings.LOGIN_REDIRECT_URL).partition(":")[0]
    return MENUS.get(namespace) or MENUS.get(landing)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "frame/error.html", {"status": 400}, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "frame/error.html", {"status": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "frame/error.html", {"status": 404}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the context of the others: whatever broke may be what they need."""
    return HttpResponse(get_template("frame/broken.html").render(), status=500)
