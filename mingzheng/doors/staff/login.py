"""The log-in pages that are open. There is no sign-up, and nothing goes by e-mail: those pages do not exist here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path

OPEN = r"^(?!(?:login|logout|inactive|reauthenticate|password/change)/$|2fa/)"


def closed(request: HttpRequest) -> HttpResponse:
    """A page of the log-in library that this house does not have."""
    raise Http404


urlpatterns = [re_path(OPEN, closed), path("", include("allauth.urls"))]
