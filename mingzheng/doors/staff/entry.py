"""The staff's front door: nobody signs up by himself, and nobody gets in without a second factor where it is required."""

from collections.abc import Callable

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

from mingzheng.doors.frame.two import t

SECOND_FACTOR = t(
    "为保护认证记录，请先设置第二重验证（手机动态码或通行密钥）。",
    "To protect the certification records, set up a second factor first (an authenticator app or a passkey).",
)


class Entry(DefaultAccountAdapter):
    """Accounts are opened by an administrator (people.open_account); there is no sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class StaffEntryMiddleware:
    """Everything under /staff/ is for logged-in persons; with a second factor unless the settings say otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.guarded = resolve_url("staff:desk")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.guarded):
            if not request.user.is_authenticated:
                return redirect(
                    f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
                )
            if settings.SECOND_FACTOR_REQUIRED and not is_mfa_enabled(request.user):
                messages.info(request, SECOND_FACTOR)
                return redirect("mfa_index")
        return self.get_response(request)
