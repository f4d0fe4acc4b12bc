"""What an extraordinary event allows on the page of a certificate: its surveillance put off, its validity prolonged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import path, reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.actions import prolong_certificate, put_off_surveillance
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.quality.queries import objections_to, windows_on
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.extraordinary import latest_put_off
from mingzheng.rulebook.own_system import Deviation
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from .asking import asked
from .certificate_acts import Button
from .rights import StaffRequest, staff_page
from .seen import one_certificate


@dataclass(frozen=True)
class Act:
    """One of the two: its address and words, the action with what stands against it, and the day it moves."""

    name: str
    icon: str
    deviation: Deviation
    run: Callable[..., Any]
    objections: Callable[..., list[Objection]]
    original: Callable[[Certificate], date | None]

    def latest(self, held: Certificate, on: date) -> date | None:
        """The latest day it may be moved to."""
        original, edition = self.original(held), edition_in_force(Standard(held.certification.standard), on)
        return latest_put_off(self.deviation, original, edition) if original else None

    def against(self, held: Certificate, on: date) -> list[Objection]:
        """What stands against it whatever the reason: for the button."""
        return self.objections(held, self.latest(held, on) or on, "…", windows_on(on), on)


SURVEILLANCE = Act(
    "put-off-surveillance",
    "calendar-due",
    Deviation.POSTPONED,
    put_off_surveillance.put_off_surveillance,
    put_off_surveillance.objections,
    lambda held: held.put_off_from or held.surveillance_due_on,
)
VALIDITY = Act(
    "prolong",
    "calendar-plus",
    Deviation.PROLONGED,
    prolong_certificate.prolong_certificate,
    prolong_certificate.objections,
    lambda held: held.facts.cycle_ends_on,
)


class PutOffForm(forms.Form):
    """Until when, and why."""

    until = forms.DateField(label=t("改为最晚", "The new last day"))
    reason = forms.CharField(
        label=t("原因", "Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


def button(act: Act, held: Certificate, on: date) -> list[Button]:
    """Its button while an extraordinary event allows it; at other times the page does not speak of it."""
    if objections_to(act.deviation, on):
        return []
    where = reverse(f"staff:{act.name}", args=[held.number])
    return [Button(say_lazy(f"certificate.act.{act.name}"), where, act.icon, act.against(held, on))]


def _asked(request: StaffRequest, number: str, act: Act) -> HttpResponse:
    """Refused at once outside an event that allows it."""
    held, on = one_certificate(request, number), today()
    refuse_if(act.against(held, on))
    name, latest = say_lazy(f"certificate.act.{act.name}"), act.latest(held, on)
    return asked(
        request,
        PutOffForm(request.POST or None, initial={"until": latest}),
        lambda said: act.run(number, **said, events=windows_on(on), on=on, by=request.user),
        heading=t("{act}：证书 {n}", "{act}: certificate {n}", act=name, n=number),
        back=reverse("staff:certificate", args=[number]),
        done=t("证书 {n}：已办理{act}", "Certificate {n}: {act} done", n=number, act=name),
        consequences=_follows(act, held, latest),
    )


def _follows(act: Act, held: Certificate, latest: date | None) -> list[str]:
    original = act.original(held)
    return [
        t(
            "原为 {day}，最晚可改为 {latest}",
            "It was {day}; {latest} is the latest",
            day=original,
            latest=latest,
        ),
        t("下一周期仍按原日期计算", "The next cycle keeps the original dates")
        if act is VALIDITY
        else t("审核方案中的时限随之改变", "The window of the visit moves with it"),
    ]


@staff_page(Role.PROGRAMME_MANAGER)
def put_off(request: StaffRequest, number: str) -> HttpResponse:
    """Put its next surveillance off."""
    return _asked(request, number, SURVEILLANCE)


@staff_page(Role.DECISION_MAKER)
def prolong(request: StaffRequest, number: str) -> HttpResponse:
    """Let it live beyond its last day."""
    return _asked(request, number, VALIDITY)


urlpatterns = [
    path("<path:number>/put-off/", put_off, name="put-off-surveillance"),
    path("<path:number>/prolong/", prolong, name="prolong"),
]
