"""The search box over everything: clients, certificates, visits, contracts, applications, decisions, persons.

Each group is one query, limited to what the reader may open anyway.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.certificates.models import SubCertificate
from mingzheng.office.certificates.queries import certificates
from mingzheng.office.clients.models import Client
from mingzheng.office.clients.names import plain
from mingzheng.office.clients.queries import clients_for, found_by
from mingzheng.office.contracts.queries import applications_for, called, contracts_for
from mingzheng.office.decisions.queries import decisions_seen_by
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import persons_found
from mingzheng.office.schedule.queries import visits_seen_by
from mingzheng.rulebook.verdict import Refused

from .links import page_of
from .rights import StaffRequest, staff_page

SHOWN = 10  # of each group
CLIENTS = 50  # whose certificates, visits and contracts are looked for


@dataclass(frozen=True)
class Hit:
    """One thing found: its key, what it is called, and where it is."""

    subject: str
    name: str
    note: str = ""

    @property
    def key(self) -> str:
        return self.subject.partition(":")[2]

    @property
    def href(self) -> str:
        return page_of(self.subject)


@dataclass(frozen=True)
class Asked:
    """What was typed, and the clients it may mean, looked up once for all groups."""

    text: str
    known: dict[int, str]  # their keys and codes

    @property
    def clients(self) -> list[int]:
        return list(self.known)

    @property
    def number(self) -> Q:
        """Rows whose number contains it; every number has a digit, and all of it is ASCII."""
        is_number = self.text.isascii() and any(map(str.isdigit, self.text))
        return Q(number__icontains=self.text) if is_number else Q(pk__in=[])

    @property
    def mains(self) -> QuerySet[Any]:
        """Keys of the certificates that have a sub-certificate of this number."""
        return SubCertificate.objects.filter(self.number).values("main")


def asked_for(text: str) -> Asked:
    return Asked(text, dict(Client.objects.filter(found_by(text)).values_list("pk", "uscc")[:CLIENTS]))


@dataclass(frozen=True)
class Group:
    """One kind of thing: what of it matches, for whom, and how one of it is shown."""

    label: str
    find: Callable[[Person, Asked], QuerySet[Any]]
    hit: Callable[[Any], Hit]
    is_known_by_name: bool = False  # typing the whole name is as good as typing the number

    def found(self, by: Person, asked: Asked) -> tuple[list[Hit], bool]:
        """The first hits, and whether there are more. A reader without business there finds nothing."""
        try:
            rows = list(self.find(by, asked).prefetch_related(None)[: SHOWN + 1])
        except Refused:
            return [], False
        return [self.hit(row) for row in rows[:SHOWN]], len(rows) > SHOWN


GROUPS = (
    Group(
        t("客户", "Clients"),
        lambda by, asked: clients_for(by).filter(pk__in=asked.clients),
        lambda c: Hit(f"client:{c.uscc}", t(c.name_zh, c.name_en or c.name_zh)),
        is_known_by_name=True,
    ),
    Group(
        t("证书", "Certificates"),
        lambda by, asked: (
            certificates(by=by)
            .filter(asked.number | Q(pk__in=asked.mains) | Q(certification__client__in=asked.clients))
            .order_by("-pk")
        ),
        lambda c: Hit(
            f"certificate:{c.number}", str(c.certification.client), say_lazy(f"certificate.status.{c.status}")
        ),
    ),
    Group(
        t("审核项目", "Visits"),
        lambda by, asked: (
            visits_seen_by(by).filter(asked.number | Q(client__in=asked.clients)).order_by("-pk")
        ),
        lambda v: Hit(f"visit:{v.number}", str(v.client), say_lazy(f"visit-kind.{v.kind}")),
    ),
    Group(
        t("合同", "Contracts"),
        lambda by, asked: contracts_for(by).filter(asked.number | Q(client__in=asked.clients)),
        lambda c: Hit(f"contract:{c.number}", str(c.client)),
    ),
    Group(
        t("申请", "Applications"),
        lambda by, asked: applications_for(by).filter(
            asked.number | called(asked.text, asked.known.values())
        ),
        lambda a: Hit(f"application:{a.number}", t(a.name_zh, a.name_en or a.name_zh)),
    ),
    Group(
        t("认证决定", "Decisions"),
        lambda by, asked: decisions_seen_by(by).filter(asked.number).order_by("-pk"),
        lambda d: Hit(f"decision:{d.number}", str(d.certification.client), say_lazy(f"decision.act.{d.act}")),
    ),
    Group(
        t("人员", "Persons"),
        lambda by, asked: persons_found(by, asked.text),
        lambda p: Hit(f"person:{p.login}", t(p.name_zh, p.name_en or p.name_zh), p.department),
        is_known_by_name=True,
    ),
)


def everything_called(text: str, by: Person) -> list[tuple[Group, list[Hit], bool]]:
    """What the reader may see of what is called this, group by group. Marks alone are no name."""
    if not plain(text):
        return []
    asked = asked_for(text)
    found = [(group, *group.found(by, asked)) for group in GROUPS]
    return [(group, hits, more) for group, hits, more in found if hits]


def the_one_called(text: str, found: list[tuple[Group, list[Hit], bool]]) -> Hit | None:
    """The only thing whose number or whole name was typed."""
    asked = text.casefold()
    exact = [hit for _, hits, _ in found for hit in hits if hit.key.casefold() == asked]
    known = [hit for group, hits, _ in found if group.is_known_by_name for hit in hits]
    named = [hit for hit in known if str(hit.name).casefold() == asked]
    return (exact or named)[0] if len(exact or named) == 1 else None


@staff_page()
def search(request: StaffRequest) -> HttpResponse:
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    found = everything_called(text, request.user)
    if one := the_one_called(text, found):
        return redirect(one.href)
    return render(request, "staff/search.html", {"asked": text, "found": found, "shown": SHOWN})


urlpatterns = [path("", search, name="search")]
