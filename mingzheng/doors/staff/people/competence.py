"""What the body finds of a person, on the staff's screens: technical areas, authorisations, witnessed audits."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.cancel_witnessing import cancel_witnessing
from mingzheng.office.competence.actions.confirm_authorisation import confirm_authorisation
from mingzheng.office.competence.actions.end_authorisation import end_authorisation
from mingzheng.office.competence.actions.end_competence import end_competence
from mingzheng.office.competence.actions.plan_witnessing import plan_witnessing
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.competence.actions.record_witnessing import record_witnessing
from mingzheng.office.competence.actions.review_competence import review_competence
from mingzheng.office.competence.queries import witnesses
from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.technical_areas import find_technical_areas

from ..rights import StaffRequest, staff_page
from . import qualifying_forms as forms
from .about import act_on, filled

SHOWN_AREAS = 40  # of the technical areas found
EVALUATORS = (Role.COMPETENCE_EVALUATOR,)


@staff_page(*EVALUATORS)
def recognise(request: StaffRequest, login: str) -> HttpResponse:
    """Pick a technical area by code or name, say on what basis; then go on with the next one."""
    one = get_object_or_404(Person, login=login)
    form = forms.CompetenceForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        recognise_competence(login, **said, on=today(), by=request.user)
        messages.success(
            request, t("已确认 {code}，可继续选择。", "{code} recognised; go on.", code=said["code"])
        )
        kept = {name: said[name] for name in ("standard", "basis", "evidence")}
        return redirect(f"{request.path}?{urlencode({**kept, 'q': request.POST.get('q', '')})}")
    context = {"person": one, "form": form, **found_areas(request)}
    return render(request, "staff/people/recognise.html", context)


def found_areas(request: StaffRequest) -> dict[str, Any]:
    """The technical areas asked for."""
    wanted = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()
    found = find_technical_areas(wanted) if wanted else []
    return {"wanted": wanted, "areas": found[:SHOWN_AREAS], "found": len(found)}


@staff_page(*EVALUATORS)
def unrecognise(request: StaffRequest, login: str) -> HttpResponse:
    form = filled(request, forms.EndCompetenceForm)
    heading = t("终止专业能力 {code}", "End competence {code}", code=request.GET.get("code", ""))
    return act_on(request, login, form, end_competence, heading, t("已终止。", "Ended."))


@staff_page(*EVALUATORS)
def review(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "该体系下的全部专业代码继续有效；不再具备的请先逐个终止。",
        "Every technical area held for this system holds on; end first what no longer does.",
    )
    form, heading = filled(request, forms.ReviewCompetenceForm), t("评审专业能力", "Review competence")
    return act_on(request, login, form, review_competence, heading, consequences=[told])


@staff_page(*EVALUATORS)
def authorise(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = forms.AuthoriseForm(request.POST or None), t("资格授权", "Authorise")
    return act_on(request, login, form, authorise_person, heading, t("已授权。", "Authorised."))


@staff_page(*EVALUATORS)
def unauthorise(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = filled(request, forms.EndAuthorisationForm), t("终止资格授权", "End an authorisation")
    return act_on(request, login, form, end_authorisation, heading, t("已终止。", "Ended."))


@staff_page(*EVALUATORS)
def confirm(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = filled(request, forms.ConfirmAuthorisationForm), t("确认授权", "Confirm for the year")
    return act_on(request, login, form, confirm_authorisation, heading, t("已确认。", "Confirmed."))


@staff_page(*EVALUATORS)
def witness(request: StaffRequest, login: str) -> HttpResponse:
    def plan(login: str, *, standard: str, colleague: str, **said: Any) -> object:
        return plan_witnessing(login, standard, colleague, **said)  # type: ignore[arg-type]

    form = filled(request, forms.WitnessForm, persons=witnesses(today()), label=t("见证人", "Witness"))
    return act_on(request, login, form, plan, t("安排见证", "Plan a witnessing"))


@staff_page(Role.AUDITOR, *EVALUATORS)
def record(request: StaffRequest, login: str, standard: str) -> HttpResponse:
    """The witness, who may not open the page of the other, goes back to his desk."""

    def act(login: str, **said: Any) -> object:
        return record_witnessing(login, Standard(standard), **said)

    heading = t("记录见证（{standard}）", "Record a witnessing ({standard})", standard=standard)
    form = forms.RecordWitnessingForm(request.POST or None)
    return act_on(request, login, form, act, heading, back=reverse("staff:desk"))


@staff_page(*EVALUATORS)
def call_off(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = filled(request, forms.CancelWitnessingForm), t("取消见证", "Call off a witnessing")
    return act_on(request, login, form, cancel_witnessing, heading, t("已取消。", "Cancelled."))
