"""The log-in pages that exist. There is no sign-up, and nothing goes by e-mail: those pages of the library do not."""

from allauth.account.urls import urlpatterns as account_pages
from django.urls import include, path

OPEN = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_change_password",
)

urlpatterns = [
    *(page for page in account_pages if page.name in OPEN),
    path("2fa/", include("allauth.mfa.urls")),
]
