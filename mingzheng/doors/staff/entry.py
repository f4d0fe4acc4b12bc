"""The staff's front door: nobody signs up by himself, nobody gets in without a second factor where it is required, and nobody
who has not signed confidentiality for the year gets further than to where he signs it."""

from collections.abc import Callable
from datetime import date

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from mingzheng.doors.frame.two import t, why
from mingzheng.doors.today import today
from mingzheng.office.people.actions.change_password import change_password
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import confidential_until
from mingzheng.rulebook.engagement import DeclarationKind, objections_to_client_data
from mingzheng.rulebook.verdict import Objection

SECOND_FACTOR = t(
    "为保护认证记录，请先设置第二重验证（手机动态码或通行密钥）。",
    "To protect the certification records, set up a second factor first (an authenticator app or a passkey).",
)
FIRST_PASSWORD = t(
    "您现在的密码是系统管理员设置的，请先改为只有您知道的密码。",
    "Your password was set by the administrator. Change it to one that only you know first.",
)
LOCKED_OUT = t(
    "输错次数过多，此账户已暂停登录。请 5 分钟后再试；忘记密码请联系系统管理员。",
    "Too many wrong attempts: this account is locked for now. Try again in 5 minutes; if you forgot the password, ask the administrator.",
)
DECLARED = "confidential-until"  # in the session: the last day of the declaration of who is logged in
MISMATCH = t("登录名或密码不正确", "The login or the password is not right")


class Entry(DefaultAccountAdapter):
    """Accounts are opened by an administrator (people.employ_person); there is no sign-up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": LOCKED_OUT,
        "username_password_mismatch": MISMATCH,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Person, password: str) -> None:
        change_password(user.login, password, on=today(), by=user)
        user.refresh_from_db()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("staff:desk")


class StaffEntryMiddleware:
    """Everything under /staff/ is for logged-in persons; with a second factor unless the settings say otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.guarded = resolve_url("staff:desk")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(self.guarded):
            return self.get_response(request)
        response = self.sent_elsewhere(request) or self.get_response(request)
        patch_cache_control(
            response, private=True, no_store=True
        )  # the next person at this screen sees none of it
        return response

    def sent_elsewhere(self, request: HttpRequest) -> HttpResponse | None:
        """To where one must have been first; None when one may come in."""
        if not request.user.is_authenticated:
            return redirect(
                f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
            )
        if settings.SECOND_FACTOR_REQUIRED and request.user.password_is_first:
            messages.info(request, FIRST_PASSWORD)
            return redirect("account_change_password")
        if settings.SECOND_FACTOR_REQUIRED and not is_mfa_enabled(request.user):
            messages.info(request, SECOND_FACTOR)
            return redirect("mfa_index")
        if settings.DECLARATION_REQUIRED and (
            objections := _objections_to_client_data(request, request.user)
        ):
            messages.warning(request, why(objections[0]))
            return redirect(_signing(request.user))
        return None


def _signing(by: Person) -> str:
    """Where this person signs that he keeps what is the clients' to himself."""
    where = resolve_url("staff:sign-declaration", by.login)
    return f"{where}?{urlencode({'kind': DeclarationKind.CONFIDENTIALITY})}"


def _objections_to_client_data(request: HttpRequest, by: Person) -> list[Objection]:
    """None on one's own card and where it is signed; else as the declaration says, remembered until its last day."""
    if request.path in (
        resolve_url("staff:person", by.login),
        resolve_url("staff:sign-declaration", by.login),
    ):
        return []
    kept = request.session.get(DECLARED)
    until = date.fromisoformat(kept) if kept else None
    if objections_to_client_data(until, today()):
        until = confidential_until(by.login, today())
        request.session[DECLARED] = str(until) if until else ""
    return objections_to_client_data(until, today())
