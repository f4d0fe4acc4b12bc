"""One person's card: what comes next, what he may audit, how he comes to more, and on what terms he works."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from mingzheng.doors.today import today
from mingzheng.office.audits.experience import HeldAudit, audits_held, log_of
from mingzheng.office.competence.expiring import expiring
from mingzheng.office.competence.models import Authorisation, Competence, Witnessing
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import names_of, person_for
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.office.registration.candidates import candidate, counts_since, held_by
from mingzheng.office.registration.models import Candidacy, Registration, Traineeship
from mingzheng.office.registration.queries import hours_of, log_elsewhere
from mingzheng.office.schedule.load import travel_load
from mingzheng.rulebook.candidacy import objections_to_candidate
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.engagement import DeclarationKind, soon
from mingzheng.rulebook.registration import AuditLog
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.technical_areas import TechnicalArea, technical_areas
from mingzheng.rulebook.verdict import Objection

from .. import papers
from ..rights import StaffRequest, staff_page
from .listing import town
from .terms import EMPLOYERS

ACTS = {
    "registration": ("staff:open-candidacy", {"kind": "renew"}),
    "confirmation": ("staff:confirm-registration", {}),
    "witnessing": ("staff:plan-witnessing", {}),
    "review": ("staff:review-competence", {}),
    "authorisation": ("staff:confirm-authorisation", {}),
    "contract": ("staff:employ-under", {}),
    "insurance": ("staff:insure-person", {}),
    **{kind.value: ("staff:sign-declaration", {"kind": kind.value}) for kind in DeclarationKind},
}
"""Where what ends is renewed."""


@staff_page()
def person(request: StaffRequest, login: str) -> HttpResponse:
    """One person, for himself and for those who look after persons."""
    one, on = person_for(request.user, login), today()
    may = may_do(request.user, login)
    context = {"person": one, "today": on, "coming": list(coming(one, may, on)), **may}
    parts = (qualified(one, on), engaged(one, on), recorded(one, request.user))
    for part in parts:
        context.update(part)
    return render(request, "staff/people/person.html", context)


@staff_page()
def me(request: StaffRequest) -> HttpResponse:
    """我的资料"""
    return person(request, request.user.login)


def may_do(by: Person, login: str) -> dict[str, bool]:
    """What this reader may do to the person shown; each action asks again."""
    own, evaluates = by.login == login, by.holds(Role.COMPETENCE_EVALUATOR)
    return {
        "is_own": own,
        "administers": by.holds(Role.ADMINISTRATOR),
        "evaluates": evaluates and not own,
        "registers": evaluates,
        "changes": any(by.holds(role) for role in EMPLOYERS),
        "plans": own or evaluates or by.holds(Role.PROGRAMME_MANAGER),
        "arranges": evaluates or by.holds(Role.PROGRAMME_MANAGER),
        "declares": own or evaluates or by.holds(Role.QUALITY),
        "files": own or evaluates or by.holds(Role.ADMINISTRATOR),
    }


def coming(one: Person, may: dict[str, bool], on: date) -> Iterator[dict[str, Any]]:
    """What ends for him, with the address where this reader renews it."""
    for row in expiring(on, one.login):
        name, more = ACTS[row["what"]]
        signs = name == "staff:sign-declaration"
        lets = (
            may["is_own"]
            if signs
            else may["changes" if row["what"] in ("contract", "insurance") else "registers"]
        )
        of_what = (
            {"kind" if row["what"] == "authorisation" else "standard": row["of_what"]}
            if row["of_what"]
            else {}
        )
        yield {
            **row,
            "url": f"{reverse(name, args=[one.login])}?{urlencode({**more, **of_what})}" if lets else "",
        }


@dataclass(frozen=True)
class Progress:
    """How far he is towards keeping or raising one registration."""

    registration: Registration
    log: AuditLog
    hours: tuple[Any, Any]
    traineeship: Traineeship | None


def qualified(one: Person, on: date) -> dict[str, Any]:
    """What he is registered for and competent in, and what is under way."""
    audits = audits_held(one.login, date.min, on)
    registrations = in_order(
        Registration.objects.filter(person=one).prefetch_related("green").order_by("-valid_from")
    )
    mentored = {
        held.standard: held
        for held in Traineeship.objects.filter(person=one, ended_on=None).select_related("mentor")
    }
    bids = Candidacy.objects.filter(person=one).select_related("person").order_by("-opened_on", "-pk")
    return {
        "registrations": registrations,
        "soon": soon(on),
        "progress": [
            progress(held, audits, mentored.get(held.standard), on)
            for held in registrations
            if held.valid_from <= on <= held.valid_until
        ],
        "candidacies": [(bid, objections_to(bid, audits, on)) for bid in bids[:8]],
        "competences": with_areas(one),
        "authorisations": Authorisation.objects.filter(person=one).order_by("-since", "-pk"),
        "witnessings": Witnessing.objects.filter(person=one)
        .select_related("witness")
        .order_by("-planned_for"),
        "needed": {key: number(f"ccaa_{key}") for key in ("cpd_hours", "audit_days")},
        "senior_leaderships": number("senior_leaderships"),
        "trainee": RegistrationGrade.TRAINEE,
    }


def progress(held: Registration, audits: list[HeldAudit], mentored: Traineeship | None, on: date) -> Progress:
    since = held.valid_from
    here = log_of([one for one in audits if one.last_day >= since], held.standard)
    log = here + log_elsewhere(held.person, held.standard, since, on)
    return Progress(held, log, hours_of(held.person, held.standard, since, on), mentored)


def objections_to(bid: Candidacy, audits: list[HeldAudit], on: date) -> list[Objection]:
    """What a candidacy under way still lacks."""
    if bid.outcome or bid.completed_on:
        return []
    since = counts_since(bid, held_by(bid, on))
    log = log_of([one for one in audits if one.last_day >= since], bid.standard)
    return objections_to_candidate(candidate(bid, log, on), on)


def with_areas(one: Person) -> list[tuple[Any, TechnicalArea | None]]:
    """His competences, each with its technical area; those that ended last."""
    areas, held = technical_areas(), Competence.objects.filter(person=one).order_by("code")
    return [(of, areas.get(of.code)) for of in sorted(in_order(held), key=lambda of: of.ended_on is not None)]


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Rows about standards, in the order of the standards."""
    return sorted(rows, key=lambda row: list(Standard).index(Standard(row.standard)))


def engaged(one: Person, on: date) -> dict[str, Any]:
    """On what terms he works, and how much he was out this year."""
    return {
        "town": town(one),
        "contracts": one.employments.order_by("-first_day"),
        "policies": one.policies.order_by("-last_day")[:4],
        "declarations": one.declarations.order_by("-signed_on")[: 2 * len(DeclarationKind)],
        "leaves": one.leaves.filter(cancelled_on=None).order_by("-first_day")[:12],
        "ties": one.ties.order_by("-declared_on"),
        "load": travel_load(one.login, one.home, on.year),
        "has_factor": is_mfa_enabled(one),
    }


def recorded(one: Person, by: Person) -> dict[str, Any]:
    """The papers of his file, and what happened."""
    events = list(timeline(f"person:{one.login}")[:15])
    return {
        "papers": papers.listed(f"person:{one.login}", by, "staff:person-paper"),
        "events": events,
        "names": names_of(logins_in(events)),
    }
