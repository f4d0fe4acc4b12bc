"""One auditor: what he is registered for, competent in and authorised for, and who saw him at work."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from mingzheng.doors.frame.facts import Fact, Table
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.competence.models import Authorisation, Competence, Witnessing
from mingzheng.office.inspectors.queries import people_open_to
from mingzheng.office.people.models import Person
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.inspectors import Shown
from mingzheng.rulebook.technical_areas import technical_areas

from .room import InspectorRequest, inspectors_page, noted


@inspectors_page
def person(request: InspectorRequest, login: str) -> HttpResponse:
    one = get_object_or_404(people_open_to(request.user), login=login)
    tables = [registrations(one), competences(one), authorisations(one), witnessings(one), declarations(one)]
    context = {"person": one, "facts": facts(one), "tables": tables}
    return noted(request, render(request, "regulator/person.html", context), Shown.PERSON, login)


def facts(one: Person) -> list[Fact]:
    contract = one.employments.order_by("-first_day").first()
    return [
        Fact(t("姓名", "Name"), called(one)),
        Fact(t("专兼职", "Engaged"), t("专职", "Full time") if one.full_time else t("兼职", "Part time")),
        Fact(t("部门", "Department"), one.department),
        Fact(t("合同起", "Contract from"), contract.first_day if contract else None),
        Fact(t("合同止", "Contract until"), contract.last_day if contract else None),
    ]


def registrations(one: Person) -> Table:
    rows: list[tuple[str, list[Any]]] = [
        ("", [held.standard, say_lazy(f"registration-grade.{held.grade}"), held.number, held.valid_from, held.valid_until])
        for held in Registration.objects.filter(person=one).order_by("standard", "-valid_from")
    ]  # fmt: skip
    heads = [
        t("体系", "System"),
        t("级别", "Grade"),
        t("证书号", "Number"),
        t("自", "From"),
        t("至", "Until"),
    ]
    return Table(t("审核员注册", "Registrations"), heads, rows)


def competences(one: Person) -> Table:
    areas = technical_areas()
    rows = [
        ("", [held.standard, held.code, t(areas[held.code].zh, areas[held.code].en) if held.code in areas else "", held.basis, held.evaluated_on, held.ended_on])
        for held in Competence.objects.filter(person=one).order_by("standard", "code", "evaluated_on")
    ]  # fmt: skip
    heads = [t("体系", "System"), t("专业代码", "Code"), t("名称", "Name"), t("评价依据", "Basis"), t("评定", "Recognised"), t("终止", "Ended")]  # fmt: skip
    return Table(t("专业能力", "Technical competence"), heads, rows)


def authorisations(one: Person) -> Table:
    rows = [
        ("", [say_lazy(f"authorisation.{held.kind}"), held.since, held.ended_on, held.basis])
        for held in Authorisation.objects.filter(person=one).order_by("-since", "-pk")
    ]
    heads = [t("资格", "Authorised for"), t("自", "Since"), t("终止", "Ended"), t("依据", "Basis")]
    return Table(t("资格授权", "Authorisations"), heads, rows)


def witnessings(one: Person) -> Table:
    seen = Witnessing.objects.filter(person=one, cancelled_on=None).select_related("witness")
    rows = [
        ("", [held.standard, called(held.witness), held.planned_for, held.held_on, say_lazy(f"witnessing.{held.outcome}") if held.outcome else ""])
        for held in seen.order_by("-planned_for")
    ]  # fmt: skip
    heads = [t("体系", "System"), t("见证人", "Witness"), t("计划", "Planned for"), t("实施", "Held"), t("结果", "Result")]  # fmt: skip
    return Table(t("见证", "Witnessed audits"), heads, rows)


def declarations(one: Person) -> Table:
    rows = [
        ("", [say_lazy(f"declaration.{held.kind}"), held.signed_on, held.valid_until])
        for held in one.declarations.order_by("-signed_on", "kind")
    ]
    heads = [t("声明", "Declaration"), t("签署", "Signed"), t("有效至", "Holds until")]
    return Table(t("公正性和保密声明", "Impartiality and confidentiality"), heads, rows)
