"""信函: what clients were told by mail, and what could not be delivered."""

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.letters.actions.retry_letter import objections, retry_letter
from mingzheng.office.letters.models import Letter
from mingzheng.office.letters.queries import READERS, STATES, letters_for
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.rulebook.roles import Role

from .links import page_of
from .rights import StaffRequest, staff_page

TONES = {"waiting": "busy", "sent": "good", "stuck": "wait"}
RETRY = (Role.QUALITY, Role.ADMINISTRATOR)


class LettersListing(Listing):
    name, title = "letters", t("信函", "Letters")
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("subject", t("主题", "Subject")),
        Column("to", t("收件人", "To"), sort="to"),
        Column("written_on", t("写信日期", "Written"), Kind.DAY, sort="written_on"),
        Column("sent_on", t("发出日期", "Sent"), Kind.DAY, sort="sent_on"),
        Column("state", t("状态", "State"), Kind.STATUS, words="letter-state", tones=TONES),
        Column("tries", t("未成次数", "Failed tries"), Kind.NUMBER, sort="tries"),
    )
    tabs = (
        *(Tab(state, say_lazy(f"letter-state.{state}"), where) for state, where in STATES.items()),
        EVERYTHING,
    )
    search = ("number", "subject", "to", "cause")
    search_hint = t("编号、主题、收件人、事项编号", "Number, subject, reader or what it is about")
    filters = (Days("written_on", t("写信日期", "Written")),)
    order = ("-written_on", "-number")

    def link(self, row: Any) -> str:
        return page_of(f"letter:{row.number}")


def without_key(text: str) -> str:
    """The text without the secret in an applicant's link, which is his alone."""
    return re.sub(r"(/apply/)[^/\s]+", r"\1…", text)


@staff_page(*READERS)
def letters(request: StaffRequest) -> HttpResponse:
    return LettersListing(request, letters_for(request.user)).response()


@staff_page(*READERS)
def letter(request: StaffRequest, number: str) -> HttpResponse:
    """One letter, as it was written, and what became of it."""
    row = get_object_or_404(letters_for(request.user), number=number)
    may_retry = any(request.user.holds(role) for role in RETRY)
    return render(request, "staff/letter.html", {**_drawn(row), "may_retry": may_retry})


def _drawn(row: Letter) -> dict[str, Any]:
    events = list(timeline(f"letter:{row.number}"))
    return {
        "letter": row,
        "text": without_key(row.text),
        "state": say_lazy(f"letter-state.{row.state}"),
        "tone": TONES[row.state],
        "about": page_of(row.about),
        "events": events,
        "names": {**names_of(logins_in(events)), "clock": say_lazy("role.clock")},
        "barred": objections(row),
    }


@staff_page(*RETRY)
@require_POST
def retry(request: StaffRequest, number: str) -> HttpResponse:
    retry_letter(number, on=today(), by=request.user)
    return redirect("staff:letter", number)


urlpatterns = [
    path("", letters, name="letters"),
    path("<str:number>/", letter, name="letter"),
    path("<str:number>/retry/", retry, name="retry-letter"),
]
