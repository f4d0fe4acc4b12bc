"""A small register declared once: its list, the page of an entry, and one page for each thing that can be done with it.

A stage's screens declare what they keep and take their addresses from it::

    DONATIONS = Register(
        "donations", t("捐赠台账", "Donations"), subject="donation", rows=queries.donations_seen_by, roles=KEEPERS,
        columns=(Column("number", t("编号", "Number"), Kind.CODE, sort="number"), ...),
        enter=Verb(open_drive, t("登记捐赠活动", "Enter a drive"), DriveForm),
        verbs=(Verb(give, t("登记捐款", "Enter a gift"), GiftForm, barred=lambda row: [CLOSED] if row.closed_on else []),),
    )
    urlpatterns = DONATIONS.urls()

The fields of a form are named as the action names what it takes; who may open the page of a verb, the action says.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from mingzheng.doors.frame.columns import Column
from mingzheng.doors.frame.filters import EVERYTHING, Filter, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import Objection

from . import evidence, links
from .asking import asked
from .recorded import Act, Fact, Recorded, Table, shown
from .rights import StaffRequest, View, is_open_to, staff_page

DONE = t("已登记。", "Entered.")


@dataclass(frozen=True)
class Verb:
    """An action with the form that asks what it takes. `barred` says why a row cannot take it now; `begin` what the form
    starts with; `shape` gives the form more to choose from, knowing the row."""

    run: Callable[..., Any]
    label: str
    form: Callable[..., forms.Form]
    icon: str = "pencil"
    done: str = DONE
    barred: Callable[[Any], Sequence[Objection]] = lambda row: ()
    barred_for: Callable[[Any, Any], Sequence[Objection]] = lambda row, by: ()  # why this person cannot
    begin: Callable[[Any], dict[str, Any]] = lambda row: {}
    begin_for: Callable[[Any], dict[str, Any]] = lambda by: {}  # what an entry of this person starts with
    consequences: Sequence[str] = ()
    primary: bool = False
    weighs: bool = False  # the entry is told above the form: whoever decides reads first

    @property
    def name(self) -> str:
        return self.run.__name__.replace("_", "-")

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Who may do it, as far as they are persons."""
        allowed = next(info.roles for info in ACTIONS.values() if info.run is self.run)
        return tuple(role for role in allowed if role in HELD_BY_PERSONS)

    def is_for(self, by: Any) -> bool:
        return any(by.holds(role) for role in self.roles)


@dataclass(frozen=True)
class Register:
    """What is kept. `subject` is what the record calls an entry, and the name of its page; `rows` are those a person may see."""

    name: str
    title: str
    subject: str
    rows: Callable[[Any], QuerySet[Any]]
    columns: Sequence[Column]
    roles: Sequence[Role] = ()  # who may open it; nobody named: everybody
    enter: Verb | None = None
    verbs: Sequence[Verb] = ()
    search: Sequence[str] = ("number",)
    filters: Sequence[Filter] = ()
    tabs: Sequence[Tab] = (EVERYTHING,)
    order: Sequence[str] = ("-pk",)
    facts: Callable[[Any], Sequence[Fact]] = lambda row: ()  # beside those of the columns
    tables: Callable[[Any], Sequence[Table]] = lambda row: ()
    acts: Callable[[Any, Any], Sequence[Act]] = (
        lambda row, by: ()
    )  # beside those of the verbs, for this person
    state: Callable[[Any], Any] = lambda row: ""  # a pill beside the heading
    notes: Callable[[Any], Sequence[str]] = lambda row: ()  # what the reader should not miss
    remarks: Callable[[Any], Sequence[str]] = lambda row: ()  # what is good to know
    above: Callable[[], Sequence[str]] = lambda: ()  # what to say above the list
    links: Sequence[tuple[str, str, str]] = ()  # beside the way to enter: label, name of the page, icon
    crumb: tuple[str, str] | None = None  # the overview it belongs to: label, name of the page
    papers: bool = False  # evidence can be filed for an entry
    beside: Callable[[Any], Sequence[str]] = lambda row: ()  # other subjects whose history is its own too
    icon: str = "notebook"
    heading: Callable[[Any], str] = field(default=lambda row: row.number)

    def urls(self) -> list[URLPattern]:
        """List, entry, and a page for each verb."""
        links.PAGES[self.subject] = f"staff:{self.subject}"
        if self.papers:
            evidence.ENTRIES[self.subject] = self.rows
        found = [path(f"{self.name}/", self._list(), name=self.name)]
        if self.enter:
            found.append(path(f"{self.name}/new/", self._entering(self.enter), name=self.enter.name))
        found.append(path(f"{self.name}/<str:number>/", self._entry(), name=self.subject))
        for verb in self.verbs:
            where = f"{self.name}/<str:number>/{verb.name}/"
            found.append(path(where, self._doing(verb), name=verb.name))
        return found

    @cached_property
    def listing(self) -> type[Listing]:
        told = {"name": self.name, "title": self.title, "template": "staff/register/list.html"}
        same = {one: getattr(self, one) for one in ("columns", "search", "filters", "tabs", "order")}

        def link(listing: Listing, row: Any) -> str:
            return self.url_of(row)

        return type("RegisterListing", (Listing,), {**told, **same, "link": link})

    @property
    def address(self) -> str:
        return reverse(f"staff:{self.name}")

    def url_of(self, row: Any) -> str:
        return reverse(f"staff:{self.subject}", args=[row.number])

    def _list(self) -> View:
        @staff_page(*self.roles)
        def register(request: StaffRequest) -> HttpResponse:
            may_enter = self.enter and self.enter.is_for(request.user)
            return self.listing(request, self.rows(request.user)).response(
                register=self,
                crumb=self.crumb if self.crumb and is_open_to(request.user, reverse(self.crumb[1])) else None,
                enter=self.enter if may_enter else None,
                enter_url=reverse(f"staff:{self.enter.name}") if self.enter and may_enter else "",
                above=self.above(),
                links=[one for one in self.links if is_open_to(request.user, reverse(one[1]))],
            )

        return register

    def _entry(self) -> View:
        @staff_page(*self.roles)
        def entry(request: StaffRequest, number: str) -> HttpResponse:
            row = get_object_or_404(self.rows(request.user), number=number)
            return shown(request, self.told(row, request.user))

        return entry

    def told(self, row: Any, by: Any) -> Recorded:
        """The page of an entry, for whoever looks at it."""
        facts = [Fact(column.label, column.cell(row, today())) for column in self.columns]
        more = list(self.facts(row))
        linked = {str(fact.label): fact for fact in more if fact.href}  # said once: with where it leads
        facts = [linked.get(str(fact.label), fact) for fact in facts]
        acts = [
            Act(verb.label, reverse(f"staff:{verb.name}", args=[row.number]), verb.icon, [*verb.barred(row), *verb.barred_for(row, by)],
                "primary" if verb.primary else "plain")
            for verb in self.verbs if verb.is_for(by)
        ]  # fmt: skip
        return Recorded(
            subject=f"{self.subject}:{row.number}",
            heading=self.heading(row),
            register=(self.title, reverse(f"staff:{self.name}")),
            facts=[*facts, *(fact for fact in more if fact not in facts)],
            acts=[*acts, *self.acts(row, by)],
            state=self.state(row),
            tables=self.tables(row),
            notes=self.notes(row),
            remarks=self.remarks(row),
            beside=self.beside(row),
        )

    def _entering(self, verb: Verb) -> View:
        @staff_page(*verb.roles)
        def enter(request: StaffRequest) -> HttpResponse:
            begins = {**verb.begin(None), **verb.begin_for(request.user), **request.GET.dict()}
            return asked(
                request,
                verb.form(_sent(request), initial=begins, **_files(request)),
                lambda said: verb.run(**said, on=today(), by=request.user),
                heading=verb.label,
                back=reverse(f"staff:{self.name}"),
                done=verb.done,
                consequences=verb.consequences,
                step=verb.run,
            )

        return enter

    def _doing(self, verb: Verb) -> View:
        @staff_page(*verb.roles)
        def do(request: StaffRequest, number: str) -> HttpResponse:
            row = get_object_or_404(self.rows(request.user), number=number)
            return asked(
                request,
                verb.form(_sent(request), initial=verb.begin(row)),
                lambda said: verb.run(number, **said, on=today(), by=request.user),
                heading=t("{what}：{about}", "{what}: {about}", what=verb.label, about=self.heading(row)),
                back=self.url_of(row),
                done=verb.done,
                consequences=verb.consequences,
                step=verb.run,
                weighed=self.told(row, request.user).facts if verb.weighs else (),
            )

        return do


def _files(request: StaffRequest) -> dict[str, Any]:
    """Files that came with it."""
    return {"files": request.FILES} if request.FILES else {}


def _sent(request: StaffRequest) -> Any:
    """What was sent, even if every box was left empty."""
    return request.POST if request.method == "POST" else None


def as_sheet(title: str, table: Table, login: str) -> HttpResponse:
    columns = [Column(str(n), head, value=itemgetter(n)) for n, head in enumerate(table.heads)]
    rows = [cells for _, cells in table.rows]
    return download(title, columns, rows, [(t("截至", "As of"), today())], timezone.localtime(), login)


def overview(
    title: str,
    registers: Sequence[Register],
    roles: Sequence[Role],
    panels: Callable[[Any], Sequence[Table]],
    *,
    exported: int | None = None,
) -> View:
    """The page some registers are reached from, each shown to whoever may open it, and tables that sum them up.

    `exported` is the place of the table that is also given as a spreadsheet; its cells are plain values.
    """

    @staff_page(*roles)
    def look(request: StaffRequest) -> HttpResponse:
        open_to = [one for one in registers if not one.roles or any(map(request.user.holds, one.roles))]
        tables = panels(request.user)
        if exported is not None and request.GET.get("export") == "xlsx":
            return as_sheet(title, tables[exported], request.user.login)
        context = {"heading": title, "registers": open_to, "panels": tables, "exports": exported is not None}
        return render(request, "staff/register/overview.html", context)

    return look
