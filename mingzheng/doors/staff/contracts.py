"""合同: the register of contracts and the page of one, from the offer to the signature."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts import papers as drawn
from mingzheng.office.contracts.actions.offer_contract import objections as objections_to_offering
from mingzheng.office.contracts.actions.sign_contract import objections as objections_to_signing
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.contracts.pricing import agreed_lines
from mingzheng.office.contracts.queries import (
    CONTRACT_READERS,
    agreed_days,
    contracted_days,
    contracts_for,
    sorted_times,
)
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.queries import SEE_ALL
from mingzheng.rulebook.roles import Role

from . import papers
from .applications.case import told
from .asking import asked
from .rights import StaffRequest, staff_page

OFFERED = Q(signed_on=None, ended_on=None, application__isnull=False)
CARRIED = Q(signed_on=None, ended_on=None, application=None)  # by the register of an earlier system
SIGNED = Q(signed_on__isnull=False, ended_on=None)
ENDED = Q(ended_on__isnull=False)
TONES = {"offered": "wait", "signed": "good", "carried": "good", "ended": "idle"}


def status(contract: Contract) -> str:
    """Offered, signed, carried over or ended; words under ``contract-status``."""
    if contract.ended_on or contract.signed_on:
        return "ended" if contract.ended_on else "signed"
    return "offered" if contract.application_id else "carried"


class ContractsListing(Listing):
    name, title = "contracts", t("合同", "Contracts")
    columns = (
        Column("number", t("合同编号", "Number"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.client), sort="client__name_zh"),
        Column("standards", t("标准", "Standards"), Kind.STANDARDS),
        Column("total", t("金额", "Total"), Kind.MONEY, sort="total"),
        Column("offered_on", t("报价", "Offered"), Kind.DAY, sort="offered_on"),
        Column("signed_on", t("签订", "Signed"), Kind.DAY, sort="signed_on"),
        Column(
            "status", t("状态", "Status"), Kind.STATUS, value=status, words="contract-status", tones=TONES
        ),
    )
    tabs = (
        Tab("offered", say_lazy("contract-status.offered"), OFFERED),
        Tab("signed", say_lazy("contract-status.signed"), SIGNED),
        Tab("carried", say_lazy("contract-status.carried"), CARRIED),
        Tab("ended", say_lazy("contract-status.ended"), ENDED),
        EVERYTHING,
    )
    search = ("number", "client__name_zh", "client__pinyin", "client__uscc")
    search_hint = t("编号、客户、拼音首字母", "Number, client or pinyin initials")
    filters = (Days("signed", t("签订日期", "Signed"), "signed_on"),)
    order = ("-number",)

    def link(self, row: Any) -> str:
        return reverse("staff:contract", args=[row.number])


@staff_page(*CONTRACT_READERS)
def contracts(request: StaffRequest) -> HttpResponse:
    return ContractsListing(request, contracts_for(request.user)).response()


def _found(request: StaffRequest, number: str) -> Contract:
    return get_object_or_404(contracts_for(request.user).select_related("application"), number=number)


@staff_page(*CONTRACT_READERS)
def contract(request: StaffRequest, number: str) -> HttpResponse:
    """The page of one contract."""
    return render(request, "staff/contracts/contract.html", shown(_found(request, number), request.user))


def shown(row: Contract, by: Person) -> dict[str, Any]:
    """What the page shows this person."""
    application = row.application
    return {
        "contract": row,
        "status": status(row),
        "lines": agreed_lines(row),
        "sells": by.holds(Role.MARKET) or by.holds(Role.DIRECTOR),
        "sees_programme": any(by.holds(role) for role in SEE_ALL),
        "to_sign": objections_to_signing(row),
        "to_offer": objections_to_offering(application) if application else [],
        **_days(application),
        "visits": Visit.objects.filter(contract=row, dropped_on=None).order_by("id"),
        "papers": papers.listed(f"contract:{row.number}", by),
        **told(f"contract:{row.number}"),
    }


def _days(application: Application | None) -> dict[str, Any]:
    """Auditor-days of every kind of audit, or of a client taken over what is left of his cycle."""
    times = sorted_times(application) if application else []
    if application is None or not times:
        return {}
    if any(time.held_elsewhere is not None for time in times):
        return {"left": contracted_days(times, application.integration_percent)}
    return {"days": agreed_days(application)}


class SignForm(forms.Form):
    client_signatory = forms.CharField(label=t("客户方签字人", "Signed for the client by"), max_length=60)
    body_signatory = forms.CharField(label=t("本机构签字人", "Signed for the body by"), max_length=60)


@staff_page(Role.MARKET, Role.DIRECTOR)
def sign(request: StaffRequest, number: str) -> HttpResponse:
    """Both have signed."""
    _found(request, number)
    on, by = today(), request.user
    return asked(
        request,
        SignForm(request.POST or None),
        lambda said: sign_contract(number, **said, on=on, by=by),
        heading=t("登记合同签订", "Record the signature"),
        back=reverse("staff:contract", args=[number]),
        done=t("合同已签订。", "The contract is signed."),
        consequences=[t("可以建立审核方案、安排审核", "The audit programme can be opened")],
    )


@staff_page(*CONTRACT_READERS)
def document(request: StaffRequest, number: str, name: str) -> HttpResponse:
    """Quotation, and the two originals; PDF in the reader's language."""
    row = _found(request, number)
    if row.application is None or name not in ("quotation", "original-1", "original-2"):
        raise Http404
    if name == "quotation":
        content = drawn.quotation(row, language())
    else:
        content = drawn.contract_original(row, int(name[-1]), language())
    disposition = f'inline; filename="{number}-{name}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


urlpatterns = [
    path("", contracts, name="contracts"),
    path("<str:number>/", contract, name="contract"),
    path("<str:number>/sign/", sign, name="sign-contract"),
    path("<str:number>/documents/<slug:name>/", document, name="contract-document"),
]
