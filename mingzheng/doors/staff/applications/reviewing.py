"""Finding out: what the registers say, the technical codes, the audit time."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.rows import Rows, all_valid, fill, pressed
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.contracts.actions.check_applicant import check_applicant
from mingzheng.office.contracts.actions.classify_application import classify_application
from mingzheng.office.contracts.actions.determine_audit_time import determine_audit_time, objections
from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.queries import REVIEWERS, applications_for
from mingzheng.office.contracts.reckoning import reckon, steps_of
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.reason_codes import SuspendReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import AdviceRow, CheckForm, ClassifyForm, EarlierRow, FactorRow, TimeForm


def found(request: StaffRequest, number: str) -> Application:
    return get_object_or_404(applications_for(request.user), number=number)


def own_register(uscc: str) -> list[dict[str, Any]]:
    """What this body's own register says against an applicant: his certificates that are suspended or lost."""
    against = (Status.SUSPENDED, Status.WITHDRAWN, Status.CANCELLED)
    rows = Certificate.objects.filter(certification__client__uscc=uscc, status__in=against)
    return [
        {
            "standard": row.certification.standard,
            "number": row.number,
            "status": row.status,
            "suspended_on": row.suspended_on and row.suspended_on.isoformat(),
            "ended_on": row.ended_on and row.ended_on.isoformat(),
            "own_fault": row.reason_code != SuspendReason.CLIENT_ASKED or row.status != Status.SUSPENDED,
        }
        for row in rows.select_related("certification").order_by("id")
    ]


def check_tables(number: str) -> dict[str, Rows]:
    tables = (
        Rows(
            "earlier",
            EarlierRow,
            t("平台查到的既往证书", "Earlier certificates found"),
            t("证书", "certificate"),
            opens=False,
        ),
        Rows(
            "advice_given",
            AdviceRow,
            t("本机构或关联机构提供过的咨询", "Advice by this body or a related one"),
            t("咨询", "advice"),
            opens=False,
        ),
    )
    for table in tables:
        table.url = reverse("staff:review-row", args=[number, table.name])
    return {table.name: table for table in tables}


@staff_page(Role.MARKET)
def check(request: StaffRequest, number: str) -> HttpResponse:
    """登记核查结果."""
    row, form, tables = found(request, number), CheckForm(request.POST or None), check_tables(number)
    own = own_register(row.uscc)
    fill(tables.values(), request.POST, row.check_result)
    if not request.POST or pressed(request.POST) or not all_valid(form, *tables.values()):
        context = {"application": row, "form": form, "tables": tables, "own": own}
        return render(request, "staff/applications/check.html", context)
    said = {**form.cleaned_data, **{name: table.values for name, table in tables.items()}}
    check_applicant(number, own_register=own, **said, on=today(), by=request.user)
    messages.success(request, t("核查结果已登记。", "The check was recorded."))
    return redirect("staff:application", number)


@staff_page(*REVIEWERS)
def row(request: StaffRequest, number: str, table: str) -> HttpResponse:
    """One more empty row of a list of the review."""
    tables = check_tables(number)
    if table.startswith("factors"):
        url = reverse("staff:review-row", args=[number, table])
        return Rows(table, FactorRow, "", t("调整因素", "factor"), url).one_more(request)
    return tables[table].one_more(request) if table in tables else HttpResponse(status=404)


@staff_page(Role.TECHNICAL)
def classify(request: StaffRequest, number: str) -> HttpResponse:
    """确定专业代码和复杂程度."""
    row = found(request, number)
    form, on, by = ClassifyForm(row, request.POST or None), today(), request.user
    return asked(
        request,
        form,
        lambda _: classify_application(
            number, codes=form.codes, complexities=form.complexities, on=on, by=by
        ),
        heading=t("确定专业代码和复杂程度", "Determine technical codes and complexity"),
        back=reverse("staff:application", args=[number]),
        done=t("专业代码和复杂程度已确定。", "Technical codes and complexity are determined."),
        consequences=[t("已确定的审核人日和方案评审随之失效", "An audit time already determined lapses")],
    )


def time_form(request: StaffRequest, row: Application) -> TimeForm:
    form = TimeForm(row, "", request.POST or None)
    for table in form.tables:
        table.url = reverse("staff:review-row", args=[row.number, table.name])
    return form


@staff_page(Role.PROGRAMME_MANAGER)
def audit_time(request: StaffRequest, number: str) -> HttpResponse:
    """确定审核人日."""
    row = found(request, number)
    refuse_if(objections(row))
    form = time_form(request, row)
    if not request.POST or pressed(request.POST) or not form.is_valid():
        return render(request, "staff/applications/audit_time.html", {"application": row, "form": form})
    determine_audit_time(number, **form.values, on=today(), by=request.user)
    messages.success(request, t("审核人日已确定。", "The audit time is determined."))
    return redirect("staff:application", number)


@require_POST
@staff_page(Role.PROGRAMME_MANAGER)
def trial(request: StaffRequest, number: str) -> HttpResponse:
    """试算: what would come out, step by step; nothing is kept."""
    row, times = found(request, number), []
    form = time_form(request, row)
    if form.is_valid():
        said = form.values
        row.personnel_shares, row.integration_percent = said["shares"], said["integration_percent"]
        row.integration_reason = said["integration_reason"]
        times = [(time, steps_of(time, "initial")) for time in reckon(row, said["factors"])]
    return render(request, "staff/applications/trial.html", {"times": times, "form": form})
