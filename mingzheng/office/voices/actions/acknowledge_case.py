"""Confirm that a case was received, and say what it is about 受理确认 (ISO/IEC 17021-1:2015 9.7.6, 9.8.3, 9.8.8)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.clients.models import Client
from mingzheng.office.decisions.models import Decision
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import ABOUT_UNKNOWN, Outcome, objections_to_acknowledging

from ..models import Case
from ..queries import locked_case


@dataclass(frozen=True)
class CaseAcknowledged(Happened, kind="case.acknowledged"):
    number: str
    ours: bool
    client: str
    visit: str
    decision: str
    person: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.8.3")
def acknowledge_case(
    number: str,
    *,
    ours: bool = True,
    reason: str = "",
    client: str = "",
    visit: str = "",
    decision: str = "",
    person: str = "",
    on: date,
    by: Actor,
) -> CaseAcknowledged:
    """What it is about, by code, number or login; `reason` when it is no business of this body, which ends it."""
    case = locked_case(number)
    refuse_if(objections_to_acknowledging(case.facts, ours=ours, reason=reason))
    _say_what_about(case, client=client, visit=visit, decision=decision, person=person)

    case.acknowledged_on, case.ours = on, ours
    if not ours:
        case.outcome, case.reasons = Outcome.NOT_OURS, reason.strip()
        case.decided_on, case.decided_by = on, by.login
    case.save()
    about = case.client.uscc if case.client else ""
    return CaseAcknowledged(number, ours, about, visit, decision, person)


def _say_what_about(case: Case, *, client: str, visit: str, decision: str, person: str) -> None:
    """Tie the case to rows; whose visit or decision it is follows from them."""
    case.client = _found(Client, "uscc", client)
    case.visit = _found(Visit, "number", visit, "client")
    case.decision = _found(Decision, "number", decision, "certification__client")
    case.person = _found(Person, "login", person)
    if case.decision:
        case.client = case.decision.certification.client
    elif case.visit:
        case.client = case.visit.client


def _found(model: Any, field: str, value: str, *related: str) -> Any:
    if not value.strip():
        return None
    row = model.objects.select_related(*related).filter(**{field: value.strip()}).first()
    refuse_if([] if row else [ABOUT_UNKNOWN.because(value=value)])
    return row
