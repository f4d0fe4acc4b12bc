"""One application: what was declared, the three parts of its review, the audit time, and what the machine found."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts import confirming
from mingzheng.office.contracts.actions import (
    accept_application,
    ask_applicant,
    check_applicant,
    classify_application,
    determine_audit_time,
    offer_contract,
    refuse_application,
    withdraw_application,
)
from mingzheng.office.contracts.models import Application, AuditTime, Contract
from mingzheng.office.contracts.queries import (
    READERS,
    AgreedDays,
    acceptance_facts,
    agreed_days,
    applications_for,
    sorted_times,
)
from mingzheng.office.contracts.reckoning import integrations, steps_of
from mingzheng.office.impartiality.queries import related_on
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.rulebook.application import ApplicationFacts, objections_to_accepting
from mingzheng.rulebook.competence import uncovered
from mingzheng.rulebook.contract_review import ApplicationStatus, Part
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection

from .. import papers
from ..rights import StaffRequest, staff_page
from .transfer import transfers

FINDS_OUT = {
    Part.MARKET: (check_applicant, "staff:check-applicant", t("登记核查结果", "Record the check")),
    Part.TECHNICAL: (
        classify_application,
        "staff:classify-application",
        t("确定代码和复杂程度", "Determine codes"),
    ),
    Part.PROGRAMME: (
        determine_audit_time,
        "staff:determine-audit-time",
        t("确定人日", "Determine the audit time"),
    ),
}
AUDITS = ("initial", "surveillance", "recertification")


@staff_page(*READERS)
def application(request: StaffRequest, number: str) -> HttpResponse:
    """The page of one application."""
    row = get_object_or_404(applications_for(request.user), number=number)
    return render(request, "staff/applications/application.html", shown(row, request.user, today()))


def shown(row: Application, by: Person, on: date) -> dict[str, Any]:
    """What the page shows this person."""
    contract = Contract.objects.filter(application=row).first()
    return {
        "application": row,
        "contract": contract,
        "parts": parts(row, by),
        "acts": acts(row, by, on),
        "time": time_table(row),
        "related": related_on(on).filter(uscc=row.uscc).first(),
        "transfers": transfers(row, by),
        "questions": row.questions.order_by("id"),
        "papers": papers.listed(f"application:{row.number}", by),
        "rules": [Objection(**kept) for kept in row.refusal_objections],
        **machine_check(row, on),
        **told(f"application:{row.number}", *([f"contract:{contract.number}"] if contract else [])),
    }


def parts(row: Application, by: Person) -> list[dict[str, Any]]:
    """The three parts of the review: who confirmed what, or what this person can do about it."""
    confirmed = {review.part: review for review in row.reviews.select_related("reviewer")}
    return [
        {
            "part": part,
            "title": say_lazy(f"review-part.{part}"),
            "review": confirmed.get(part),
            "acts": _part_acts(row, part, by, is_confirmed=part in confirmed)
            if by.holds(ask_applicant.ROLES[part])
            else [],
        }
        for part in Part
    ]


def _part_acts(row: Application, part: Part, by: Person, *, is_confirmed: bool) -> list[dict[str, Any]]:
    found_out, url, label = FINDS_OUT[part]
    ask = reverse("staff:ask-applicant", args=[row.number, part.value])
    confirm = reverse("staff:confirm-application", args=[row.number, part.value])
    if row.concluded_on:
        return []
    before = [
        _act(label, reverse(url, args=[row.number]), found_out.objections(row)),
        _act(t("退回补充", "Ask the applicant"), ask, ask_applicant.objections(row, part, by)),
    ]
    if is_confirmed:
        return before
    return [
        *before,
        _act(t("确认", "Confirm"), confirm, confirming.objections(row, part, by.login), "primary"),
    ]


def acts(row: Application, by: Person, on: date) -> list[dict[str, Any]]:
    """What this person can do with the whole application; grey with the reasons where the rulebook objects."""
    if not (by.holds(Role.MARKET) or by.holds(Role.DIRECTOR)):
        return []
    to = {
        name: reverse(f"staff:{name}-application", args=[row.number])
        for name in ("accept", "refuse", "withdraw")
    }
    offer = reverse("staff:offer-contract", args=[row.number])
    if row.status == ApplicationStatus.ACCEPTED:
        return [
            _act(t("报价和拟定合同", "Offer the contract"), offer, offer_contract.objections(row), "primary")
        ]
    if row.concluded_on:
        return []
    return [
        *(
            [_act(t("撤回", "Withdraw"), to["withdraw"], withdraw_application.objections(row))]
            * by.holds(Role.MARKET)
        ),
        _act(t("不予受理", "Refuse"), to["refuse"], refuse_application.objections(row)),
        _act(t("受理", "Accept"), to["accept"], accept_application.objections(row, on), "primary", post=True),
    ]


def _act(
    label: str, url: str, objections: Iterable[Objection], look: str = "plain", *, post: bool = False
) -> dict[str, Any]:
    """A button; `post` when pressing it is the act itself, not a question first."""
    return {"label": label, "url": url, "objections": list(objections), "look": look, "post": post}


def time_table(row: Application) -> dict[str, Any] | None:
    """The audit time by standard and visit, and the derivations behind it."""
    times = sorted_times(row)
    if not times:
        return None
    whole = integrations(row, times)
    return {
        "times": times,
        "personnel": steps_of(times[0], "personnel"),
        "derivations": [(time, audit, steps_of(time, audit)) for time in times for audit in AUDITS],
        "agreed": agreed_days(row),
        "integrations": [(visit, derivation.steps) for visit, derivation in whole.items()],
        "lines": [_line(visit, times, agreed_days(row)) for visit in _VISITS],
    }


_VISITS = ("stage1", "stage2", "surveillance", "recertification")


def _line(visit: str, times: list[AuditTime], agreed: AgreedDays) -> dict[str, Any]:
    days = [getattr(time, f"{visit}_days") for time in times]
    return {"visit": visit, "days": days, "together": getattr(agreed, visit)}


def machine_check(row: Application, on: date) -> dict[str, Any]:
    """What the rulebook says of this applicant today, and what the body has for each technical code."""
    facts: ApplicationFacts = acceptance_facts(row, on)
    codes = [
        {
            "standards": [asked.standard],
            "code": code,
            "accredited": not uncovered([code], asked.accredited),
            "auditors": asked.auditors.get(code, 0),
        }
        for asked in facts.asked
        for code in sorted(asked.codes)
    ]
    return {"machine": objections_to_accepting(facts, on), "codes": codes}


def told(*subjects: str) -> dict[str, Any]:
    """The story of these subjects, and the names behind its logins."""
    events: list[Event] = list(timeline(*subjects))
    people = Person.objects.filter(login__in=logins_in(events))
    names = {person.login: called(person) for person in people}
    applicants = {
        event.by: str(t("申请方", "Applicant")) for event in events if event.by.startswith("applicant:")
    }
    return {"events": events, "names": {**names, **applicants}}
