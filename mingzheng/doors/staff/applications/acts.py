"""Confirming, asking, accepting, refusing, offering."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.actions.accept_application import accept_application
from mingzheng.office.contracts.actions.ask_applicant import ROLES, ask_applicant
from mingzheng.office.contracts.actions.confirm_market import confirm_market
from mingzheng.office.contracts.actions.confirm_programme import confirm_programme
from mingzheng.office.contracts.actions.confirm_technical import confirm_technical
from mingzheng.office.contracts.actions.offer_contract import objections as objections_to_offering
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.refuse_application import grounds, refuse_application
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.pricing import Price, priced
from mingzheng.office.contracts.queries import REVIEWERS
from mingzheng.office.library.models import Body
from mingzheng.office.people.models import Person
from mingzheng.office.prices.queries import allowed, floors
from mingzheng.rulebook.contract_review import Part
from mingzheng.rulebook.prices import per_day
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, refuse_if

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import AskForm, ConfirmForm, OfferForm, RefuseForm
from .reviewing import found

CONFIRM = {Part.MARKET: confirm_market, Part.TECHNICAL: confirm_technical, Part.PROGRAMME: confirm_programme}


def _part(name: str, by: Person) -> Part:
    """The part of that name, when it is this person's to confirm."""
    if name not in list(Part):
        raise Http404
    part = Part(name)
    refuse_if([] if by.holds(ROLES[part]) else [NOT_YOURS])
    return part


@staff_page(*REVIEWERS)
def confirm(request: StaffRequest, number: str, part: str) -> HttpResponse:
    """Confirm one's own part, point by point."""
    found(request, number)
    which, on, by = _part(part, request.user), today(), request.user
    return asked(
        request,
        ConfirmForm(which, request.POST or None),
        lambda said: CONFIRM[which](number, points=said["points"], remarks=said["remarks"], on=on, by=by),
        heading=say_lazy(f"review-part.{which}"),
        back=reverse("staff:application", args=[number]),
        done=t("已确认。", "Confirmed."),
        submit=t("确认本方评审", "Confirm this part"),
    )


@staff_page(*REVIEWERS)
def ask(request: StaffRequest, number: str, part: str) -> HttpResponse:
    """Send the application back with questions."""
    found(request, number)
    which, on, by = _part(part, request.user), today(), request.user
    return asked(
        request,
        AskForm(request.POST or None),
        lambda said: ask_applicant(
            number, part=which, questions=said["questions"].splitlines(), on=on, by=by
        ),
        heading=t("退回补充", "Ask the applicant"),
        back=reverse("staff:application", args=[number]),
        done=t("问题已列在申请方的进度页。", "The questions are on the applicant's page."),
        consequences=[t("申请方答复前评审暂停", "The review waits until they are answered")],
    )


@require_POST
@staff_page(Role.MARKET, Role.DIRECTOR)
def accept(request: StaffRequest, number: str) -> HttpResponse:
    found(request, number)
    accept_application(number, on=today(), by=request.user)
    messages.success(request, t("已受理，请报价并拟定合同。", "Accepted; now offer the contract."))
    return redirect("staff:application", number)


@staff_page(Role.MARKET, Role.DIRECTOR)
def refuse(request: StaffRequest, number: str) -> HttpResponse:
    """Refuse; the rulebook's reasons are shown, and kept with one's own."""
    row, form, on = found(request, number), RefuseForm(request.POST or None), today()
    if request.method == "POST" and form.is_valid():
        refuse_application(number, reason=form.cleaned_data["reason"], on=on, by=request.user)
        messages.success(
            request, t("已作出不予受理，通知书可下载。", "Refused; the letter can be downloaded.")
        )
        return redirect("staff:application", number)
    context = {"application": row, "form": form, "rules": grounds(row, on)}
    return render(request, "staff/applications/refuse.html", context)


@staff_page(Role.MARKET)
def withdraw(request: StaffRequest, number: str) -> HttpResponse:
    """At the applicant's word."""
    found(request, number)
    on, by = today(), request.user
    return asked(
        request,
        Form(request.POST),
        lambda _: withdraw_application(number, on=on, by=by),
        heading=t("按申请方要求撤回申请", "Withdraw at the applicant's request"),
        back=reverse("staff:application", args=[number]),
        done=t("申请已撤回。", "The application was withdrawn."),
        consequences=[
            t("申请结束，未签订的合同同时终止", "The application ends, and with it a contract not yet signed")
        ],
    )


@staff_page(Role.MARKET, Role.DIRECTOR)
def offer(request: StaffRequest, number: str) -> HttpResponse:
    """The price from the auditor-days, and the contract."""
    row, form = found(request, number), OfferForm(request.POST or None)
    refuse_if(objections_to_offering(row))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        discount = said["discount"] or Decimal(0)
        reason, by = said["discount_reason"], request.user
        told = offer_contract(number, discount=discount, discount_reason=reason, on=today(), by=by)
        return redirect("staff:contract", told.number)
    price = priced(row, Body.objects.get())
    context = {"application": row, "form": form, "price": price, **lowest(row, price)}
    return render(request, "staff/applications/offer.html", context)


def lowest(row: Application, price: Price) -> dict[str, Any]:
    """What an auditor-day of this offer costs, and what it may cost at least."""
    floor = floors(today()).first()
    return {
        "per_day": per_day(price.for_audits, price.days),
        "floor": floor,
        "allowed": allowed(row.number).first() if floor else None,
    }
