"""账户与角色: who may log in and what for. Only the administrator comes here."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.actions.clear_second_factor import clear_second_factor
from mingzheng.office.people.actions.close_account import close_account
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.revoke_role import revoke_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

from .asking import asked
from .people.forms import ConfirmForm, RoleForm
from .rights import StaffRequest, staff_page

PASSWORD_BYTES = 12  # 96 bits in sixteen letters: nobody guesses it, and it can be typed once


@dataclass(frozen=True)
class Cell:
    """One role of one person."""

    role: Role
    is_held: bool


def cell(role: Role) -> Callable[[Person], Cell]:
    return lambda person: Cell(role, role in person.roles)


def exported(role: Role) -> Callable[[Person], str]:
    return lambda person: "√" if role in person.roles else ""


class AccountsListing(Listing):
    """A row a person, a column a role: a cell gives the role or takes it away."""

    name, title = "accounts", t("账户与角色", "Accounts and roles")
    columns = (
        Column("name", t("姓名", "Name"), value=lambda p: called(p), sort="pinyin"),
        Column("login", t("登录名", "Login"), Kind.CODE, sort="login"),
        *(
            Column(
                role.value,
                say_lazy(f"role.{role}"),
                value=cell(role),
                template="staff/accounts/role.html",
                export=exported(role),
            )
            for role in HELD_BY_PERSONS
        ),
        Column(
            "factor",
            t("两步验证", "Second factor"),
            value=lambda p: t("已设", "Set up") if p.has_factor else t("未设", "Not yet"),
        ),
    )
    tabs = (
        Tab("open", t("在用", "Open"), Q(is_active=True)),
        Tab("closed", t("已停用", "Closed"), Q(is_active=False)),
    )
    search = ("name_zh", "name_en", "login", "pinyin")
    search_hint = t("姓名、拼音首字母、登录名", "Name, initials, login")
    order = ("pinyin",)
    template = "staff/accounts/list.html"

    def link(self, row: Person) -> str:
        return reverse("staff:person", args=[row.login])


@staff_page(Role.ADMINISTRATOR)
def accounts(request: StaffRequest) -> HttpResponse:
    factor = Authenticator.objects.filter(user=OuterRef("pk"))
    return AccountsListing(request, Person.objects.annotate(has_factor=Exists(factor))).response()


@staff_page(Role.ADMINISTRATOR)
@require_POST
def change_role(request: StaffRequest) -> HttpResponse:
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    act, login, role = form.cleaned_data["change"]
    (grant_role if act == "grant" else revoke_role)(login, role, on=today(), by=request.user)
    done = t("已授予", "Given:") if act == "grant" else t("已收回", "Taken back:")
    messages.success(request, f"{done} {login} · {say_lazy(f'role.{role}')}")
    return redirect("staff:accounts")


NEW_PASSWORD = [
    t(
        "生成一个新密码，只显示一次；原密码随即失效。",
        "A new password is made and shown once; the old one is void.",
    ),
    t("已停用的账户将重新开通。", "A closed account is opened again."),
]


@staff_page(Role.ADMINISTRATOR)
def first_password(request: StaffRequest, login: str) -> HttpResponse:
    """Shown once, on the answer itself; nothing keeps it."""
    one = get_object_or_404(Person, login=login)
    if request.method == "POST":
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        set_password(login, password, on=today(), by=request.user)
        return render(request, "staff/accounts/password.html", {"person": one, "password": password})
    context = {
        "heading": _about(t("设置初始密码", "Set a first password"), one),
        "consequences": NEW_PASSWORD,
    }
    return render(request, "frame/confirm.html", {**context, "back": reverse("staff:accounts")})


@staff_page(Role.ADMINISTRATOR)
def clear_factor(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "动态码、通行密钥和恢复代码全部作废，下次登录时重新设置。请先确认申请人就是本人。",
        "Codes, passkeys and recovery codes are void; new ones are set up at the next log-in. Make sure first that it is really this person who asks.",
    )
    heading = t("清除两步验证", "Clear the second factor")
    return _confirmed(request, login, clear_second_factor, heading, t("已清除。", "Cleared."), told)


@staff_page(Role.ADMINISTRATOR)
def close(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "不能再登录，也不再承担任何角色；办理过的事项和记录保留不变。",
        "No more log-in and no role; what was done and recorded stays as it is.",
    )
    heading = t("停用账户", "Close the account")
    return _confirmed(request, login, close_account, heading, t("已停用。", "Closed."), told)


def _about(what: str, one: Person) -> str:
    return t(
        "{what}：{name}（{login}）", "{what}: {name} ({login})", what=what, name=called(one), login=one.login
    )


def _confirmed(
    request: StaffRequest, login: str, act: Callable[..., Any], heading: str, done: str, told: str
) -> HttpResponse:
    return asked(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        lambda said: act(login, on=today(), by=request.user),
        heading=_about(heading, get_object_or_404(Person, login=login)),
        back=reverse("staff:accounts"),
        done=done,
        consequences=[told],
    )


urlpatterns = [
    path("", accounts, name="accounts"),
    path("role/", change_role, name="change-role"),
    path("<str:login>/password/", first_password, name="set-password"),
    path("<str:login>/second-factor/", clear_factor, name="clear-second-factor"),
    path("<str:login>/close/", close, name="close-account"),
]
