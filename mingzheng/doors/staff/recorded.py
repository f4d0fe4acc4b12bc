"""One page for one entry of a register: its facts, what can be done with it, what belongs to it, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

from mingzheng.doors.frame.formats import NOTHING, day
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import timeline
from mingzheng.rulebook.verdict import Objection

from .evidence import ENTRIES
from .links import page_of
from .papers import listed
from .rights import StaffRequest


def written(value: Any) -> Any:
    """A value as a page writes it: days as everywhere and never broken, nothing as ``--``."""
    if isinstance(value, date):
        return format_html('<span class="day">{}</span>', day(value))
    return NOTHING if value in (None, "") else value


@dataclass(frozen=True)
class Act:
    """One thing that can be done; grey with its objections. `look` is ``primary`` for the next step."""

    label: str
    url: str
    icon: str
    objections: Sequence[Objection] = ()
    look: str = "plain"


@dataclass(frozen=True)
class Fact:
    """A label and what stands behind it; `href` leads to it, `long` gives it a paragraph of its own."""

    label: str
    value: Any
    href: str = ""
    long: bool = False

    @property
    def shown(self) -> Any:
        return written(self.value)


@dataclass(frozen=True)
class Table:
    """Rows that belong to the entry; a row's first cell links to `href` where there is one."""

    title: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Any]]]  # href, cells

    @property
    def drawn(self) -> list[tuple[str, list[tuple[str, Any]]]]:
        """Each row: where it leads, and its cells, each with what it is."""
        return [
            (href, [(head, written(cell)) for head, cell in zip(self.heads, cells, strict=True)])
            for href, cells in self.rows
        ]

    @property
    def wide(self) -> bool:
        """Too wide for a phone: there each row becomes a card."""
        return len(self.heads) > 3


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
    papers: Sequence[tuple[str, str]] = field(default_factory=tuple)  # label, address

    @property
    def number(self) -> str:
        return self.subject.partition(":")[2]


def subject_fact(label: str, subject: str, shown: str = "") -> Fact:
    """A fact that is a subject of the record: "visit:XM2026-0012" with the link to its page."""
    key = subject.partition(":")[2]
    return Fact(label, shown or key, href=page_of(subject) if key else "")


def shown(request: StaffRequest, entry: Recorded) -> HttpResponse:
    """The page, with the papers filed for the entry where its kind takes any."""
    events = list(timeline(entry.subject)[:40])
    stage = entry.subject.partition(":")[0]
    context = {
        "entry": entry,
        "events": events,
        "names": names_of(event.by for event in events),
        "files": listed(entry.subject, request.user, "staff:evidence") if stage in ENTRIES else None,
        "stage": stage,
        "today": today(),
    }
    return render(request, "staff/recorded.html", context)
