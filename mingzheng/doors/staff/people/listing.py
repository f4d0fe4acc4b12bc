"""人员与能力: everyone who works for the body, as a list, and taking a person on."""

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.competence.queries import people_for, standards_of
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS
from mingzheng.rulebook.code_lists import region
from mingzheng.rulebook.standards import Standard

from ..asking import asked
from ..rights import StaffRequest, staff_page
from . import forms
from .terms import EMPLOYERS


def town(person: Person) -> str:
    """The name of his home town."""
    found = region(person.home) if person.home else None
    return found.zh if found else person.home


def engaged(person: Person) -> str:
    """Full time, or part time beside which main employer."""
    if person.full_time:
        return t("专职", "Full time")
    return t("兼职 · {employer}", "Part time · {employer}", employer=person.main_employer or "--")


class PeopleListing(Listing):
    name, title = "people", t("人员与能力", "People and competence")
    columns = (
        Column("name", t("姓名", "Name"), value=lambda p: called(p), sort="pinyin"),
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
        Column("engaged", t("专兼职", "Engaged"), value=engaged, sort="full_time"),
        Column("home", t("常驻地", "Home town"), value=town, sort="home"),
        Column("open", t("账户", "Account"), Kind.STATUS, value=lambda p: "open" if p.is_active else "closed",
               words="account-status", tones={"open": "good", "closed": "idle"}, sort="is_active"),
    )  # fmt: skip
    tabs = (
        EVERYTHING,
        Tab("expiring", t("注册 90 天内到期", "Registration ends in 90 days"), Q(is_expiring=True)),
        Tab("trainees", t("实习审核员", "Trainees"), Q(is_trainee=True)),
        Tab("uncoded", t("有注册、未评定专业能力", "Registered, no competence"), Q(is_registered_only=True)),
    )
    filters = (
        Choice(
            "standard",
            t("注册体系", "Registered for"),
            [(one.value, say_lazy(f"standard.{one}")) for one in Standard],
            condition=lambda standard: Q(**{f"in_{standard}": True}),
        ),
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
