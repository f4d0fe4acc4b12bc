"""The file of one certification in its order: application, review, auditor-days, contract, audits, decisions, certificates."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzheng.doors.frame.facts import Fact, Table, one_a_line
from mingzheng.doors.frame.formats import money, person_days, pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import life_of
from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.reckoning import steps_of
from mingzheng.office.decisions.models import Decision
from mingzheng.office.fees.models import Invoice
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.inspectors.queries import (
    certifications_open_to,
    client_whose,
    papers_about,
    telling_of,
    visits_open_to,
)
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.models import Event
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.rulebook.audit_time import AuditKind
from mingzheng.rulebook.inspectors import Shown

from .links import files, to_visit
from .names import names_for
from .room import InspectorRequest, inspectors_page, noted

VISITS = ("stage1", "stage2", "surveillance", "recertification")


@inspectors_page
def certification(request: InspectorRequest, held: int) -> HttpResponse:
    by = request.user
    return file_of(request, certifications_open_to(by).get(pk=held), by)


def file_of(request: InspectorRequest, held: Certification, by: Inspector) -> HttpResponse:
    context = {
        "held": held,
        "application": held.contract.application,
        "time": time_of(held),
        "applied": applied(held.contract.application),
        "agreed": agreed(held),
        "papers": files(papers_about(*open_subjects(held, by), *certificate_keys(held))),
        "tables": [visits_of(held, by), decisions_of(held), certificates_of(held), *fees_of(held, by)],
        **told(held, by),
    }
    answer = render(request, "regulator/certification.html", context)
    return noted(request, answer, Shown.CERTIFICATION, held.subject_key, client=held.client.uscc)


def subjects(held: Certification, by: Inspector) -> list[str]:
    """What the record calls the application and the certification; the contract, which names the price, with the fees."""
    application, contract = held.contract.application, f"contract:{held.contract.number}"
    applied = [f"application:{application.number}"] if application else []
    return [*applied, *([contract] if by.access.fees else []), f"certification:{held.subject_key}"]


def open_subjects(held: Certification, by: Inspector) -> list[str]:
    """Of those, the ones whose papers are open to him."""
    return [subject for subject in subjects(held, by) if client_whose(by, subject)]


def certificate_keys(held: Certification) -> list[str]:
    """What the record calls its certificates."""
    numbers = Certificate.objects.filter(certification=held).order_by("pk").values_list("number", flat=True)
    return [f"certificate:{number}" for number in numbers]


def applied(application: Application | None) -> list[Table]:
    """Who reviewed the application, and what was asked."""
    if application is None:
        return []
    reviews = [
        ("", [say_lazy(f"review-part.{one.part}"), called(one.reviewer), one.confirmed_on,
              one_a_line(say_lazy(f"review-point.{point}") for point in one.confirmations), one.remarks])
        for one in application.reviews.select_related("reviewer").order_by("confirmed_on", "pk")
    ]  # fmt: skip
    heads = [t("评审", "Review"), t("评审人", "By"), t("日期", "Day"), t("确认的要点", "Confirmed"), t("说明", "Remarks")]  # fmt: skip
    questions = [
        ("", [one.text, one.asked_on, one.answer, one.answered_on]) for one in application.questions.order_by("pk")
    ]  # fmt: skip
    asked = [t("问题", "Question"), t("提出", "Asked"), t("答复", "Answer"), t("答复日期", "Answered")]
    found = [Table(t("三方评审", "Review by three"), heads, reviews)]
    return found + ([Table(t("问题与答复", "Questions and answers"), asked, questions)] if questions else [])


def time_of(held: Certification) -> dict[str, Any] | None:
    """The auditor-days of this standard, and how each number came about; None where they were never determined here."""
    application = held.contract.application
    time = application and application.audit_times.filter(standard=held.standard).first()
    if not time:
        return None
    days = [
        (say_lazy(f"visit-days.{visit}"), person_days(getattr(time, f"{visit}_days"))) for visit in VISITS
    ]
    facts = [
        Fact(t("有效人数", "Effective personnel"), time.personnel),
        Fact(t("复杂程度（风险）", "Complexity (risk)"), say_lazy(f"complexity.{time.complexity}")),
        Fact(t("查表基础", "Base from the table"), person_days(time.table_days)),
        *(Fact(f"{factor['reason']}", f"{factor['percent']} %") for factor in time.factors),
        *(Fact(label, value) for label, value in days),
        Fact(t("确定", "Determined"), f"{_named(time.determined_by)} {time.determined_on}"),
    ]
    steps = [(say_lazy(f"audit-kind.{kind}"), steps_of(time, kind)) for kind in AuditKind]
    return {"facts": facts, "steps": [(t("有效人数", "Effective personnel"), steps_of(time, "personnel")), *steps]}  # fmt: skip


def _named(login: str) -> str:
    return names_for([login]).get(login, login)


def agreed(held: Certification) -> list[Fact]:
    """The contract: who signed it and when; what it costs only where fees are open."""
    contract = held.contract
    return [
        Fact(t("合同编号", "Number"), contract.number),
        Fact(t("体系", "Systems"), " ".join(contract.standards)),
        Fact(t("签订", "Signed"), contract.signed_on),
        Fact(t("客户签署人", "For the client"), contract.client_signatory),
        Fact(t("机构签署人", "For the body"), contract.body_signatory),
    ]


def visits_of(held: Certification, by: Inspector) -> Table:
    rows = [
        (
            to_visit(one),
            [one.number, say_lazy(one.name), " ".join(one.standards), one.latest, one.begun_on, one.held_on],
        )
        for one in visits_open_to(by).filter(parts__certification=held)
    ]
    heads = [t("编号", "Number"), t("审核", "Audit"), t("体系", "Systems"), t("最晚审核日", "Latest day"),
             t("开始", "Begun"), t("审核完成", "Held")]  # fmt: skip
    return Table(t("审核项目", "Visits"), heads, rows)


def decisions_of(held: Certification) -> Table:
    rows = Decision.objects.filter(certification=held).order_by("decided_on", "pk")
    names = names_for(one.decided_by for one in rows)
    cells = [
        ("", [one.number, say_lazy(f"decision.act.{one.act}"), one.decided_on, names.get(one.decided_by, one.decided_by), one.reasons])
        for one in rows
    ]  # fmt: skip
    heads = [t("编号", "Number"), t("决定", "Decision"), t("日期", "Day"), t("决定人", "Decided by"), t("理由", "Reasons")]  # fmt: skip
    return Table(t("认证决定", "Decisions"), heads, cells)


def certificates_of(held: Certification) -> Table:
    """Each with the page on which anybody checks it."""
    rows = [
        (
            reverse("public:certificate", args=[one.number]),
            [one.number, pill(say_lazy(f"certificate.status.{one.status}")), one.issued_on, one.expires_on, one.ended_on],
        )
        for one in Certificate.objects.filter(certification=held).order_by("issued_on", "pk")
    ]  # fmt: skip
    heads = [t("证书编号", "Number"), t("状态", "Status"), t("颁发", "Issued"), t("有效期至", "Valid until"), t("终止", "Ended")]  # fmt: skip
    return Table(t("证书（点开为公开核验页）", "Certificates (each opens on its public page)"), heads, rows)


def fees_of(held: Certification, by: Inspector) -> list[Table]:
    """What was invoiced and paid, where fees are open."""
    if not by.access.fees:
        return []
    rows = [
        ("", [one.fiscal_number, say_lazy(f"income.{one.kind}"), one.issued_on, money(one.amount), money(one.paid)])
        for one in Invoice.objects.filter(contract=held.contract).order_by("issued_on", "pk")
    ]  # fmt: skip
    heads = [t("发票号码", "Invoice"), t("类别", "Kind"), t("开票", "Issued"), t("金额", "Amount"), t("到账", "Paid")]  # fmt: skip
    return [Table(t("收费", "Fees"), heads, rows)]


def told(held: Certification, by: Inspector) -> dict[str, Any]:
    """What happened to the certification and its certificates, the latest first."""
    is_open = telling_of([held.standard])
    happened: dict[int, Event] = {
        event.pk: event for event in timeline(*subjects(held, by)) if is_open(event.facts)
    }
    for one in Certificate.objects.filter(certification=held):
        happened.update((event.pk, event) for event in life_of(one))
    events = sorted(happened.values(), key=lambda event: (event.on, event.at, event.pk), reverse=True)
    return {"events": events, "names": names_for(logins_in(events))}
