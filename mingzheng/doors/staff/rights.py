"""Who may open which page of the staff's door. What may be done there is guarded again by the action itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused


class StaffRequest(HttpRequest):
    """A request of somebody of the staff: who it is, is certain (see entry.py)."""

    user: Person


View = Callable[..., HttpResponse]


def staff_page(*roles: Role) -> Callable[[View], View]:
    """Open a page to persons holding one of `roles`; with none named, to everyone of the staff."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.user.holds(role) for role in guarded.roles):  # type: ignore[attr-defined]
                raise Refused(NOT_YOURS)
            return view(request, *args, **kwargs)

        guarded.roles = roles or tuple(HELD_BY_PERSONS)  # type: ignore[attr-defined]
        return guarded

    return guard


def is_open_to(by: Person, address: str) -> bool:
    """Does the page at this address open to this person? A page that names no roles opens to everyone of the staff."""
    roles = getattr(resolve(address).func, "roles", HELD_BY_PERSONS)
    return any(by.holds(role) for role in roles)
