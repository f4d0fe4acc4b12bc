"""公开信息: what the body says about itself today, each item approved by two, with the versions before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.publicity.queries import public_on


def information(request: HttpRequest) -> HttpResponse:
    items = public_on(today()).select_related("replaces")
    return render(request, "public/information.html", {"items": items})
