"""Persons: who works for the body, what they may audit, when they are away, and what binds them to clients."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.end_authorisation import end_authorisation
from mingzheng.office.competence.actions.end_competence import end_competence
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.competence.queries import people_for, standards_of
from mingzheng.office.people.actions.cancel_leave import cancel_leave
from mingzheng.office.people.actions.change_person import change_person
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.end_tie import end_tie
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS, names_of, person_for
from mingzheng.office.record.queries import timeline
from mingzheng.office.registration.actions.end_registration import end_registration
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.technical_areas import TechnicalArea, find_technical_areas, technical_areas

from .asking import asked
from .forms import people as forms
from .rights import StaffRequest, staff_page

SHOWN_AREAS = 40  # of the technical areas found
EVALUATORS = (Role.COMPETENCE_EVALUATOR,)
EMPLOYERS = (Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR)


class PeopleListing(Listing):
    name, title = "people", t("人员与能力", "People and competence")
    columns = (
        Column("name", t("姓名", "Name"), value=lambda p: t(p.name_zh, p.name_en or p.name_zh), sort="pinyin"),
        Column("login", t("登录名", "Login"), Kind.CODE, sort="login"),
        Column("department", t("部门", "Department"), sort="department"),
        Column(
            "registrations",
            t("有效注册", "Registered for"),
            Kind.STANDARDS,
            value=standards_of,
        ),
        Column("next_end", t("最近到期", "First to end"), Kind.DEADLINE, sort="next_end"),
        Column("areas", t("专业代码", "Technical areas"), Kind.NUMBER, sort="areas"),
        Column(
            "full_time",
            t("专兼职", "Engaged"),
            value=lambda p: t("专职", "Full time") if p.full_time else t("兼职", "Part time"),
            sort="full_time",
        ),
        Column("main_employer", t("主聘单位", "Main employer")),
        Column("open", t("账户", "Account"), Kind.STATUS, value=lambda p: "open" if p.is_active else "closed",
               words="account-status", tones={"open": "good", "closed": "idle"}, sort="is_active"),
    )  # fmt: skip
    tabs = (
        EVERYTHING,
        Tab("expiring", t("注册 90 天内到期", "Registration ends in 90 days"), Q(is_expiring=True)),
        Tab("uncoded", t("有注册、未评定专业能力", "Registered, no competence"), Q(is_registered_only=True)),
    )
    filters = (
        Choice(
            "full_time",
            t("专兼职", "Engaged"),
            [("True", t("专职", "Full time")), ("False", t("兼职", "Part time"))],
        ),
    )
    search = ("name_zh", "name_en", "login", "pinyin")
    search_hint = t("姓名、拼音首字母、登录名", "Name, initials, login")
    order = ("pinyin",)
    template = "staff/people/list.html"

    def link(self, row: Person) -> str:
        return reverse("staff:person", args=[row.login])


@staff_page(*READERS)
def people(request: StaffRequest) -> HttpResponse:
    employs = any(request.user.holds(role) for role in EMPLOYERS)
    return PeopleListing(request, people_for(request.user, today())).response(employs=employs)


@staff_page()
def person(request: StaffRequest, login: str) -> HttpResponse:
    """One person, for himself and for those who look after persons."""
    one, on = person_for(request.user, login), today()
    events = list(timeline(f"person:{login}")[:30])
    context = {
        "person": one, "today": on, "events": events, "names": names_of(event.by for event in events),
        "registrations": Registration.objects.filter(person=one).order_by("standard", "-valid_from"),
        "competences": with_areas(one),
        "leaves": one.leaves.filter(cancelled_on=None).order_by("-first_day")[:12],
        "ties": one.ties.order_by("-declared_on"),
        "has_factor": is_mfa_enabled(one),
        "authorisations": Authorisation.objects.filter(person=one).order_by("-since", "-pk"),
        **may_do(request.user, login),
    }  # fmt: skip
    return render(request, "staff/people/person.html", context)


def may_do(by: Person, login: str) -> dict[str, bool]:
    """What this reader may do to the person shown; each action asks again."""
    own, evaluates = by.login == login, by.holds(Role.COMPETENCE_EVALUATOR)
    return {
        "is_own": own,
        "administers": by.holds(Role.ADMINISTRATOR),
        "evaluates": evaluates and not own,
        "registers": evaluates,
        "changes": any(by.holds(role) for role in EMPLOYERS),
        "plans": own or evaluates or by.holds(Role.PROGRAMME_MANAGER),
        "declares": own or evaluates or by.holds(Role.QUALITY),
    }


@staff_page()
def me(request: StaffRequest) -> HttpResponse:
    """我的资料"""
    return person(request, request.user.login)


def with_areas(one: Person) -> list[tuple[Any, TechnicalArea | None]]:
    """His competences, each with its technical area; those that ended last."""
    areas, held = technical_areas(), Competence.objects.filter(person=one)
    return [(of, areas.get(of.code)) for of in held.order_by("ended_on", "standard", "code")]


def _act(
    request: StaffRequest, login: str, form: Any, act: Any, heading: str, done: str, **more: Any
) -> HttpResponse:
    """Ask what `act` needs to know about one person; then do it today."""
    one = get_object_or_404(Person, login=login)
    return asked(
        request,
        form,
        lambda said: act(login, **said, on=today(), by=request.user),
        heading=t("{what}：{name}", "{what}: {name}", what=heading, name=one.name_zh),
        back=reverse("staff:person", args=[login]),
        done=done,
        **more,
    )


@staff_page(*EMPLOYERS)
def employ(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        forms.EmployForm(request.POST or None),
        lambda said: employ_person(**said, on=today(), by=request.user),
        heading=t("新增人员", "Take a person on"),
        back=reverse("staff:people"),
        done=t(
            "已登记。登录密码与角色由系统管理员设置。", "Entered. The administrator gives password and roles."
        ),
    )


@staff_page(*EMPLOYERS)
def change(request: StaffRequest, login: str) -> HttpResponse:
    one = get_object_or_404(Person, login=login)
    known = {name: getattr(one, name) for name in forms.PersonForm.base_fields}
    form = forms.PersonForm(request.POST or None, initial=known)
    return _act(
        request, login, form, change_person, t("修改资料", "Change details"), t("已修改。", "Changed.")
    )


@staff_page(*EVALUATORS)
def register(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.RegistrationForm(request.POST or None)
    return _act(
        request,
        login,
        form,
        register_auditor,
        t("登记注册", "Enter a registration"),
        t("已登记。", "Entered."),
    )


@staff_page(*EVALUATORS)
def unregister(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.EndRegistrationForm(request.POST or None, initial=request.GET.dict())
    return _act(
        request, login, form, end_registration, t("终止注册", "End a registration"), t("已终止。", "Ended.")
    )


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
        kept = {"standard": said["standard"], "basis": said["basis"], "q": request.POST.get("q", "")}
        return redirect(f"{request.path}?{urlencode(kept)}")
    context = {"person": one, "form": form, **found_areas(request)}
    return render(request, "staff/people/recognise.html", context)


def found_areas(request: StaffRequest) -> dict[str, Any]:
    """The technical areas asked for."""
    wanted = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()
    found = find_technical_areas(wanted) if wanted else []
    return {"wanted": wanted, "areas": found[:SHOWN_AREAS], "found": len(found)}


@staff_page(*EVALUATORS)
def unrecognise(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.EndCompetenceForm(request.POST or None, initial=request.GET.dict())
    heading = t("终止专业能力 {code}", "End competence {code}", code=request.GET.get("code", ""))
    return _act(request, login, form, end_competence, heading, t("已终止。", "Ended."))


@staff_page(*EVALUATORS)
def authorise(request: StaffRequest, login: str) -> HttpResponse:
    form, heading = forms.AuthoriseForm(request.POST or None), t("资格授权", "Authorise")
    return _act(request, login, form, authorise_person, heading, t("已授权。", "Authorised."))


@staff_page(*EVALUATORS)
def unauthorise(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.EndAuthorisationForm(request.POST or None, initial=request.GET.dict())
    heading = t("终止资格授权", "End an authorisation")
    return _act(request, login, form, end_authorisation, heading, t("已终止。", "Ended."))


@staff_page()
def leave(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.LeaveForm(request.POST or None)
    return _act(request, login, form, enter_leave, t("登记请假", "Enter leave"), t("已登记。", "Entered."))


@staff_page()
def come_back(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.CancelLeaveForm(request.POST or None, initial=request.GET.dict())
    heading = t("取消 {day} 起的请假", "Cancel leave from {day}", day=request.GET.get("first_day", ""))
    return _act(request, login, form, cancel_leave, heading, t("已取消。", "Cancelled."))


@staff_page()
def tie(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.TieForm(request.POST or None)
    told = t(
        "存在利益关系期间及终止后两年内，不会被派往该组织审核，也不参与其评定与决定。",
        "While it lasts, and for two years after, this person is not sent there and takes no part in decisions on it.",
    )
    heading = t("申报利益关系", "Declare a tie")
    return _act(request, login, form, declare_tie, heading, t("已申报。", "Declared."), consequences=[told])


@staff_page()
def untie(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.EndTieForm(request.POST or None, initial=request.GET.dict())
    return _act(
        request, login, form, end_tie, t("登记利益关系终止", "A tie has ended"), t("已登记。", "Entered.")
    )


urlpatterns = [
    path("", people, name="people"),
    path("me/", me, name="me"),
    path("new/", employ, name="employ-person"),
    path("person/<str:login>/", person, name="person"),
    path("person/<str:login>/change/", change, name="change-person"),
    path("person/<str:login>/register/", register, name="register-auditor"),
    path("person/<str:login>/end-registration/", unregister, name="end-registration"),
    path("person/<str:login>/recognise/", recognise, name="recognise-competence"),
    path("person/<str:login>/end-competence/", unrecognise, name="end-competence"),
    path("person/<str:login>/authorise/", authorise, name="authorise-person"),
    path("person/<str:login>/end-authorisation/", unauthorise, name="end-authorisation"),
    path("person/<str:login>/leave/", leave, name="enter-leave"),
    path("person/<str:login>/cancel-leave/", come_back, name="cancel-leave"),
    path("person/<str:login>/tie/", tie, name="declare-tie"),
    path("person/<str:login>/end-tie/", untie, name="end-tie"),
]
