"""Registration with CCAA on the staff's screens: entered, confirmed, applied for, and what is shown for it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.audits.experience import audits_held, log_of
from mingzheng.office.registration.actions.assign_mentor import assign_mentor
from mingzheng.office.registration.actions.complete_candidacy import complete_candidacy
from mingzheng.office.registration.actions.conclude_candidacy import conclude_candidacy
from mingzheng.office.registration.actions.confirm_registration import confirm_registration
from mingzheng.office.registration.actions.end_registration import end_registration
from mingzheng.office.registration.actions.enter_experience import enter_experience
from mingzheng.office.registration.actions.enter_training import enter_training
from mingzheng.office.registration.actions.mark_green import mark_green
from mingzheng.office.registration.actions.open_candidacy import open_candidacy
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.office.registration.actions.review_training import review_training
from mingzheng.office.registration.actions.submit_candidacy import submit_candidacy
from mingzheng.office.registration.actions.unmark_green import unmark_green
from mingzheng.office.registration.candidates import counts_since, held_by
from mingzheng.office.registration.models import Candidacy
from mingzheng.office.registration.queries import may_mentor
from mingzheng.rulebook.registration import AuditLog
from mingzheng.rulebook.roles import Role

from ..rights import StaffRequest, staff_page
from . import qualifying_forms as forms
from .about import act_on, filled

EVALUATORS = (Role.COMPETENCE_EVALUATOR,)


@staff_page(*EVALUATORS)
def register(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.RegistrationForm(request.POST or None)
    return act_on(request, login, form, register_auditor, t("登记注册", "Enter a registration"))


@staff_page(*EVALUATORS)
def unregister(request: StaffRequest, login: str) -> HttpResponse:
    form = filled(request, forms.EndRegistrationForm)
    return act_on(
        request, login, form, end_registration, t("终止注册", "End a registration"), t("已终止。", "Ended.")
    )


@staff_page(*EVALUATORS)
def green(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = (
        forms.GreenForm(request.POST or None),
        t("登记绿色产品检查员", "Inspector of green products"),
    )
    return act_on(request, login, form, mark_green, heading)


@staff_page(*EVALUATORS)
def green_no_longer(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.EndGreenForm(request.POST or None)
    heading = t("不再为绿色产品检查员", "Inspector of green products no longer")
    return act_on(request, login, form, unmark_green, heading, t("已终止。", "Ended."))


@staff_page(*EVALUATORS)
def confirm(request: StaffRequest, login: str) -> HttpResponse:
    form = filled(request, forms.ConfirmRegistrationForm)
    return act_on(request, login, form, confirm_registration, t("年度确认", "Confirm for the year"))


@staff_page(*EVALUATORS)
def add_experience(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "本机构实施的审核已在记录中，不需登记。", "Audits held here are in the record: do not enter them."
    )
    form, heading = forms.ExperienceForm(request.POST or None), t("登记审核经历", "Enter an earlier audit")
    back = reverse("staff:experience", args=[login])
    return act_on(request, login, form, enter_experience, heading, back=back, consequences=[told])


@staff_page()
def train(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.TrainingForm(request.POST or None)
    back, heading = reverse("staff:experience", args=[login]), t("登记继续教育", "Enter education")
    return act_on(request, login, form, enter_training, heading, back=back)


@staff_page(*EVALUATORS)
def accept(request: StaffRequest, login: str, number: int) -> HttpResponse:
    heading = t("审核继续教育第 {n} 项", "Review education no. {n}", n=number)

    def review(login: str, **said: Any) -> object:
        return review_training(login, number, **said)

    form = forms.ReviewTrainingForm(request.POST or None)
    back = reverse("staff:experience", args=[login])
    return act_on(request, login, form, review, heading, back=back)


@staff_page(*EVALUATORS)
def mentor(request: StaffRequest, login: str) -> HttpResponse:
    def assign(login: str, *, standard: str, colleague: str, **said: Any) -> object:
        return assign_mentor(login, standard, colleague, **said)  # type: ignore[arg-type]

    form = filled(request, forms.MentorForm, persons=may_mentor(today()), label=t("指导人", "Mentor"))
    return act_on(request, login, form, assign, t("指定实习指导人", "Give a mentor"))


@staff_page(*EVALUATORS)
def apply(request: StaffRequest, login: str) -> HttpResponse:
    form = filled(request, forms.CandidacyForm)
    return act_on(request, login, form, open_candidacy, t("发起注册申报", "Open a candidacy"))


def held_here(candidacy: Candidacy) -> AuditLog:
    """The candidate's audits for this body, as far as they count for what he applies for."""
    since = counts_since(candidacy, held_by(candidacy, today()))
    return log_of(audits_held(candidacy.person.login, since, today()), candidacy.standard)


@staff_page(*EVALUATORS)
def complete(request: StaffRequest, login: str) -> HttpResponse:
    def act(login: str, *, standard: str, **when: Any) -> object:
        of_person = Candidacy.objects.filter(person__login=login, standard=standard, concluded_on=None)
        log = held_here(get_object_or_404(of_person.select_related("person")))
        return complete_candidacy(login, standard, held_here=log, **when)  # type: ignore[arg-type]

    form, heading = filled(request, forms.OfStandardForm), t("确认材料齐全", "Evidence complete")
    return act_on(request, login, form, act, heading, t("材料齐全。", "Complete."))


@staff_page(*EVALUATORS)
def submit(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = filled(request, forms.OfStandardForm), t("登记已报 CCAA", "Submitted to CCAA")
    return act_on(request, login, form, submit_candidacy, heading)


@staff_page(*EVALUATORS)
def conclude(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "批准的，新注册生效，原注册至其前一天为止。",
        "When granted, the new registration takes the place of the one held on the day it begins.",
    )
    form, heading = filled(request, forms.ConcludeForm), t("登记申报结果", "Enter the outcome")
    return act_on(request, login, form, conclude_candidacy, heading, consequences=[told])
