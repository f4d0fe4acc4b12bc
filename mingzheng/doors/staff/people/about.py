"""The page that asks before something is done about one person."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person

from ..asking import asked
from ..rights import StaffRequest


def act_on(
    request: StaffRequest,
    login: str,
    form: Any,
    act: Any,
    heading: str,
    done: str = "",
    back: str = "",
    **more: Any,
) -> HttpResponse:
    """Ask with `form` what `act` needs to know about one person; do it today, and go `back`, to his page when nothing else is said."""
    one = get_object_or_404(Person, login=login)
    return asked(
        request,
        form,
        lambda said: act(login, **said, on=today(), by=request.user),
        heading=t("{what}：{name}", "{what}: {name}", what=heading, name=called(one)),
        back=back or reverse("staff:person", args=[login]),
        done=done or t("已登记。", "Entered."),
        **more,
    )


def filled(request: StaffRequest, form: Any, **more: Any) -> Any:
    """The form as sent, or with what the address says."""
    return form(request.POST or None, initial=request.GET.dict(), **more)
