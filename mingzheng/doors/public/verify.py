"""查证书: anybody, by the number on the paper, without logging in (ISO/IEC 17021-1:2015 8.1.2)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mingzheng.doors.frame.pace import at_most
from mingzheng.doors.frame.two import say_lazy
from mingzheng.doors.site.lists import DID
from mingzheng.doors.today import today
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.certificates.queries import life_of, main_of, subs_of
from mingzheng.office.library.models import Body
from mingzheng.office.publication.folder import read as read_file
from mingzheng.office.publication.queries import public_certificate
from mingzheng.office.record.models import Event
from mingzheng.rulebook.certificate_numbers import CertificateNumber, parse_certificate_number
from mingzheng.rulebook.mending import tidied
from mingzheng.rulebook.verdict import Refused

ICONS = {
    "in_force": "circle-check",
    "suspended": "player-pause",
    "withdrawn": "circle-x",
    "cancelled": "circle-x",
    "expired": "calendar-off",
    "replaced": "replace",
}
MOST = 60  # questions a minute from one address
EXAMPLE = "26Q00018R0M"  # behind the body's own digits


@dataclass(frozen=True)
class Verdict:
    """How a certificate stands on a day, at one glance."""

    status: str
    icon: str
    words: str


@dataclass(frozen=True)
class Line:
    """One line of the history; `leads_to` is the number of the certificate that came after."""

    on: date
    words: str
    leads_to: str = ""


def verdict(certificate: Certificate, on: date) -> Verdict:
    """A certificate past its last day has expired, whether or not the clock has written it down yet."""
    is_past = certificate.status in LIVING and on > certificate.expires_on
    status = "expired" if is_past else certificate.status
    days = ("expires_on", "suspended_on", "suspended_until", "ended_on")
    words = say_lazy(f"verify.{status}", **{name: getattr(certificate, name) for name in days})
    return Verdict(status, ICONS[status], words)


def history(certificate: Certificate, life: Iterable[Event]) -> list[Line]:
    """When what happened, the latest first, without who and why."""
    lines = [line for event in life for line in _lines(event, certificate.number)]
    return sorted(lines, key=lambda line: line.on, reverse=True)


def _lines(event: Event, number: str) -> list[Line]:
    what, facts = event.kind.partition(".")[2], event.facts
    if facts.get("previous") == number:
        return [_succeeded(event)]
    if what == "sub-carried-in":
        return []  # the page lists them
    if what == "carried-in":
        return _lines_from_before(facts)
    return [Line(event.on, say_lazy(f"history.{what}", **facts))]


def _succeeded(event: Event) -> Line:
    """The line that leads to the next certificate; while that is not public it says no more than that there is one."""
    number = event.facts["number"]
    if public_certificate(number) is None:
        return Line(event.on, say_lazy("history.replaced"))
    return Line(event.on, say_lazy("history.succeeded", number=number), number)


def _lines_from_before(facts: Mapping[str, Any]) -> list[Line]:
    """What another system had recorded of a certificate before the body moved in."""
    lines = [Line(date.fromisoformat(facts["issued_on"]), say_lazy("history.issued"))]
    if facts["ended_on"]:
        ended = Line(date.fromisoformat(facts["ended_on"]), say_lazy(f"history.{facts['status']}"))
        return [ended, *lines]
    return lines


def read(text: str) -> CertificateNumber | None:
    """The number a person may have meant: slips such as the letter O for zero are put right."""
    try:
        return parse_certificate_number(text)
    except Refused:
        return None


def why_not_found(text: str, meant: CertificateNumber | None) -> str:
    """A typing error, another body's, or none that is public: whether there is one that is not, nobody is told."""
    body = Body.objects.only("certificate_prefix").first()
    ours = body.certificate_prefix if body else ""
    if meant is None:
        return say_lazy("verify.unreadable", number=text, example=f"{ours}{EXAMPLE}")
    if meant.body != ours:
        return say_lazy("verify.other-body", body=meant.body, ours=ours)
    return say_lazy("verify.not-public", number=meant.text)


def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a number."""
    if asked := tidied(request.GET.get("number", "")).text[:50]:
        return redirect("public:certificate", asked)
    return _answered(request, "public/verify.html", {})


@at_most(MOST)
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """The answer, one glance and the details; or why there is none."""
    text = tidied(number).text
    meant = read(text)
    found = next(filter(None, map(public_certificate, _numbers_meant(text, meant))), None)
    if not found:
        context = {"number": text, "why": why_not_found(text, meant)}
        return _answered(request, "public/verify.html", context, status=404)
    return _answered(request, "public/certificate.html", {"certificate": found, **_details(found, today())})


def _numbers_meant(text: str, meant: CertificateNumber | None) -> Iterator[str]:
    """As it was typed, then as it was meant; then the main certificate, with which a sub-certificate is shown."""
    numbers = dict.fromkeys([text, *([meant.text] if meant else [])])
    yield from numbers
    yield from (main for number in numbers if (main := main_of(number)))


def _details(certificate: Certificate, on: date) -> dict[str, object]:
    life = list(life_of(certificate))
    return {
        "standard": certificate.certified_to,
        "verdict": verdict(certificate, on),
        "history": history(certificate, life),
        "subs": subs_of(certificate, life),
        "today": on,
    }


def _answered(
    request: HttpRequest, page: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """Clients are not to be found by search engines through us. Files are checked by the keys, once they are published."""
    given = {**context, "checks_files": read_file(DID) is not None}
    response = render(request, page, given, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
