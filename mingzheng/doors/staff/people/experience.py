"""审核经历与继续教育: what one person shows CCAA: audits held here and elsewhere, and what he learned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.audits.experience import audits_held
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import person_for
from mingzheng.office.registration.models import Experience, Training

from ..links import page_of
from ..rights import StaffRequest, staff_page
from .card import may_do


@dataclass(frozen=True)
class Line:
    """One audit of the log, wherever it was held."""

    first_day: date
    last_day: date
    organisation: str
    standards: tuple[str, ...]
    kind: str  # words of the kind of audit; empty when held elsewhere
    role: str
    audit_days: Decimal
    on_site_days: Decimal
    proof: str  # number of the visit, or the evidence
    body: str = ""
    link: str = ""


COLUMNS = (
    Column("first_day", t("第一天", "First day"), Kind.DAY),
    Column("last_day", t("最后一天", "Last day"), Kind.DAY),
    Column("organisation", t("受审核组织", "Organisation audited")),
    Column("standards", t("体系", "System"), Kind.STANDARDS),
    Column(
        "kind", t("审核类型", "Audit"), value=lambda line: line.kind and say_lazy(f"visit-kind.{line.kind}")
    ),
    Column("role", t("担任", "Role"), value=lambda line: say_lazy(f"team-role.{line.role}")),
    Column("audit_days", t("审核人日", "Auditor-days"), Kind.PERSON_DAYS),
    Column("on_site_days", t("其中现场", "On site"), Kind.PERSON_DAYS),
    Column("body", t("认证机构", "Certification body")),
    Column("proof", t("项目或证明材料", "Visit or proof"), Kind.CODE),
)


def log(one: Person, on: date) -> list[Line]:
    """Every audit he took part in, the latest first."""
    return sorted([*_here(one, on), *_elsewhere(one)], key=lambda line: line.last_day, reverse=True)


def _here(one: Person, on: date) -> Iterator[Line]:
    for held in audits_held(one.login, date.min, on):
        yield Line(
            held.first_day, held.last_day, held.client, held.standards, held.kind, held.role, held.days, held.days,
            held.visit, link=page_of(f"visit:{held.visit}"),
        )  # fmt: skip


def _elsewhere(one: Person) -> Iterator[Line]:
    for row in Experience.objects.filter(person=one):
        yield Line(
            row.first_day, row.last_day, row.organisation, (row.standard,), "", row.role, row.audit_days,
            row.on_site_days, row.evidence, body=row.body,
        )  # fmt: skip


@staff_page()
def experience(request: StaffRequest, login: str) -> HttpResponse:
    """The log on the page, or as the workbook CCAA is sent."""
    one, on = person_for(request.user, login), today()
    lines = log(one, on)
    if request.GET.get("export") == "xlsx":
        return exported(request, one, lines)
    training = Training.objects.filter(person=one).order_by("-held_on", "-number")
    context = {
        "person": one,
        "today": on,
        "lines": lines,
        "training": training,
        **may_do(request.user, login),
    }
    return render(request, "staff/people/experience.html", context)


def exported(request: StaffRequest, one: Person, lines: list[Line]) -> HttpResponse:
    title = t("审核经历记录 {name}", "Audit log {name}", name=called(one))
    about = [(t("人员", "Person"), called(one)), (t("截至", "As of"), today())]
    return download(title, COLUMNS, lines, about, timezone.localtime(), request.user.login)
