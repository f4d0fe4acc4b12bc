"""One page for one entry of a register: its facts, what can be done with it, what belongs to it, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.facts import Fact, Table
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.rulebook.verdict import Objection

from .evidence import ENTRIES
from .links import page_of
from .papers import listed
from .rights import StaffRequest

__all__ = ["Act", "Fact", "Recorded", "Table", "shown", "subject_fact"]


@dataclass(frozen=True)
class Act:
    """One thing that can be done; grey with its objections. `look` is ``primary`` for the next step."""

    label: str
    url: str
    icon: str
    objections: Sequence[Objection] = ()
    look: str = "plain"


@dataclass(frozen=True)
class Recorded:
    """An entry as its page shows it. `subject` is what the record calls it: "case:TS2026-0003"."""

    subject: str
    heading: str
    register: tuple[str, str]  # the list it stands in: label, address
    facts: Sequence[Fact]
    acts: Sequence[Act] = ()
    state: Any = ""  # a pill
    tables: Sequence[Table] = ()
    notes: Sequence[str] = ()  # what the reader should not miss
    remarks: Sequence[str] = ()  # what is good to know
    papers: Sequence[tuple[str, str]] = field(default_factory=tuple)  # label, address
    beside: Sequence[str] = ()  # other subjects whose history is its own too

    @property
    def number(self) -> str:
        return self.subject.partition(":")[2]


def subject_fact(label: str, subject: str, shown: str = "") -> Fact:
    """A fact that is a subject of the record: "visit:XM2026-0012" with the link to its page."""
    key = subject.partition(":")[2]
    return Fact(label, shown or key, href=page_of(subject) if key else "")


def shown(request: StaffRequest, entry: Recorded) -> HttpResponse:
    """The page, with the papers filed for the entry where its kind takes any."""
    events = list(timeline(entry.subject, *entry.beside)[:40])
    stage = entry.subject.partition(":")[0]
    context = {
        "entry": entry,
        "events": events,
        "names": names_of(logins_in(events)),
        "files": listed(entry.subject, request.user, "staff:evidence") if stage in ENTRIES else None,
        "stage": stage,
        "today": today(),
    }
    return render(request, "staff/recorded.html", context)
