"""认证转换: the review before a transfer as the decision maker reads it, and his decision (IAF MD 2)."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzheng.doors.frame.two import called, say_lazy
from mingzheng.doors.today import today
from mingzheng.office.decisions.actions import decide_transfer
from mingzheng.office.decisions.models import Decision
from mingzheng.office.decisions.queries import READERS
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.rulebook.decisions import FAVOURABLE, ON_A_TRANSFER, DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import complete_by

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .deciding import DONE, heading_of
from .forms import GroundsForm


def _held(uscc: str, standard: str) -> Any:
    """The latest certification of this client and standard that is taken over, ended or not."""
    rows = Certification.objects.select_related("client", "contract__application", "transfer__reviewed_by")
    found = rows.filter(client__uscc=uscc, standard=standard, transfer__isnull=False).order_by("pk").last()
    if found is None:
        raise Http404
    return found


@staff_page(*READERS)
def transfer(request: StaffRequest, uscc: str, standard: str) -> HttpResponse:
    held = _held(uscc, standard)
    context = {
        "held": held,
        "review": held.transfer,
        "complete_by": complete_by(held.transfer.facts),
        "decision": Decision.objects.filter(certification=held, act__in=ON_A_TRANSFER).first(),
        "acts": _acts(held, request.user) if request.user.holds(Role.DECISION_MAKER) else [],
        "today": today(),
    }
    return render(request, "staff/decisions/transfer.html", context)


def _acts(held: Certification, by: Person) -> list[dict[str, Any]]:
    where = [held.client.uscc, held.standard]
    return [
        {
            "label": say_lazy(f"decision.act.{act}"),
            "url": reverse("staff:decide-transfer", args=[*where, act]),
            "objections": decide_transfer.objections(held, act, on=today(), by=by),
            "icon": "gavel",
            "look": "primary" if act in FAVOURABLE else "plain",
        }
        for act in ON_A_TRANSFER
    ]


@staff_page(Role.DECISION_MAKER)
def decide(request: StaffRequest, uscc: str, standard: str, act: DecisionAct) -> HttpResponse:
    if act not in ON_A_TRANSFER:
        raise Http404
    held, form = _held(uscc, standard), GroundsForm(request.POST or None, act=act)

    def do(said: dict[str, str]) -> None:
        given: dict[str, Any] = {"act": act, "reasons": said["reasons"], "on": today(), "by": request.user}
        decide_transfer.decide_transfer(uscc, Standard(standard), **given)

    back = reverse("staff:transfer", args=[uscc, standard])
    heading = heading_of(act, called(held.client), standard)
    return asked(request, form, do, heading=heading, back=back, done=DONE)
