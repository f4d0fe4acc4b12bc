"""Making a decision, on a file or on other grounds, and the page of one."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.queries import facts_of
from mingzheng.office.decisions.actions.decide_audit import decide_audit
from mingzheng.office.decisions.actions.decide_status import decide_status
from mingzheng.office.decisions.papers import decision_record
from mingzheng.office.decisions.queries import decisions_seen_by
from mingzheng.office.programmes.models import Certification
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.queries import timeline
from mingzheng.rulebook.decisions import ON_A_TRANSFER, WITHOUT_AUDIT, DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..asking import asked
from ..pdf import pdf_answer
from ..rights import StaffRequest, staff_page
from .desk import row_of, standing
from .execution import carried_out
from .forms import GroundsForm
from .lists import reading_page

DONE = t("认证决定已记录", "The decision is recorded")


def heading_of(act: DecisionAct, client: str, standard: str) -> str:
    return t(
        "{a}：{c} {s}", "{a}: {c} {s}", a=say_lazy(f"decision.act.{act}"), c=client, s=Standard(standard).gb
    )


def _form(request: StaffRequest, held: Certification, act: DecisionAct) -> GroundsForm:
    """The grounds, with the scope as it is to begin from."""
    first = {"scope_zh": held.scope_zh, "scope_en": held.scope_en}
    return GroundsForm(request.POST or None, act=act, initial=first)


@staff_page(Role.DECISION_MAKER)
def decide(request: StaffRequest, number: str, standard: str, act: DecisionAct) -> HttpResponse:
    row = row_of(request, number, standard)
    form = _form(request, row.part.certification, act)

    def do(said: dict[str, str]) -> None:
        given: dict[str, Any] = {"standard": Standard(standard), "certificate": standing(row)}
        decide_audit(number, act=act, grounds=form.grounds, **given, on=today(), by=request.user)

    back = reverse("staff:file", args=[number, standard])
    heading = heading_of(act, called(row.visit.client), standard)
    return asked(request, form, do, heading=heading, back=back, done=DONE)


@staff_page(Role.DECISION_MAKER)
def status(request: StaffRequest, uscc: str, standard: str, act: DecisionAct) -> HttpResponse:
    if act not in WITHOUT_AUDIT:
        raise Http404
    held = get_object_or_404(
        Certification.objects.select_related("client"), client__uscc=uscc, standard=standard, ended_on=None
    )
    form = _form(request, held, act)

    def do(said: dict[str, str]) -> None:
        given: dict[str, Any] = {"grounds": form.grounds, "certificate": facts_of(uscc, standard)}
        decide_status(uscc, Standard(standard), act=act, **given, on=today(), by=request.user)

    back = reverse("staff:certification", args=[uscc, standard])
    heading = heading_of(act, called(held.client), standard)
    return asked(request, form, do, heading=heading, back=back, done=DONE)


@reading_page
def decision(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(decisions_seen_by(request.user), number=number)
    context = {
        "decision": row,
        "client": row.certification.client,
        "on_transfer": row.certification.transfer_id and row.act in ON_A_TRANSFER,
        "reason_family": f"{row.act}-reason",
        "events": timeline(f"decision:{number}"),
        "names": {row.decided_by: row.maker},
        **carried_out(row, request.user),
    }
    return render(request, "staff/decisions/decision.html", context)


@reading_page
def paper(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(decisions_seen_by(request.user), number=number)
    visit = visits().get(pk=row.audit.visit_id) if row.audit else None
    return pdf_answer(decision_record(row, visit, language=language()), number)
