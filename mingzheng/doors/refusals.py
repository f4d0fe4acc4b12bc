"""One place that turns a refusal of the rulebook into an answer the reader understands: no view needs a try."""

from collections.abc import Callable, Sequence

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .frame.page import not_found
from .frame.two import why


class RefusalMiddleware:
    """409 with every reason and its clause, as a page, as part of a page, or as JSON, in the reader's language.

    403 when it is simply not the reader's business; 404 when what he names does not exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            not_yours = all(objection == NOT_YOURS for objection in exception.objections)
            return refusal(request, exception.objections, 403 if not_yours else 409)
        if isinstance(exception, ObjectDoesNotExist):
            return not_found(request, exception)
        if isinstance(exception, PermissionDenied) and _wants_json(request):
            return refusal(request, [NOT_YOURS], 403)
        return None  # a page that is not the reader's: handler403 draws it


def refusal(request: HttpRequest, objections: Sequence[Objection], status: int) -> HttpResponse:
    """The answer to a request that the rulebook objects to."""
    if _wants_json(request):
        said = [{"code": o.code, "why": why(o), "clause": o.clause} for o in objections]
        return JsonResponse({"refused": said}, status=status, json_dumps_params={"ensure_ascii": False})
    part = bool(getattr(request, "htmx", False))
    template = "frame/refused_part.html" if part else "frame/refused.html"
    response = render(request, template, {"objections": objections, "back": _back(request)}, status=status)
    if part:
        response["HX-Retarget"], response["HX-Reswap"] = "#messages", "innerHTML show:top"
    return response


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _back(request: HttpRequest) -> str:
    """The page one came from when it is one of ours, else the front page."""
    referer = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure())
    return referer if ours else "/"
