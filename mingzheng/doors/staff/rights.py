"""Who may open which page of the staff's door. What may be done there is guarded again by the action itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

View = Callable[..., HttpResponse]


def staff_page(*roles: Role) -> Callable[[View], View]:
    """Open a page to persons holding one of `roles`; with none named, to everyone of the staff."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.user.holds(role) for role in guarded.roles):  # type: ignore[union-attr, attr-defined]
                raise Refused(NOT_YOURS)
            return view(request, *args, **kwargs)

        guarded.roles = roles or tuple(HELD_BY_PERSONS)  # type: ignore[attr-defined]
        return guarded

    return guard
