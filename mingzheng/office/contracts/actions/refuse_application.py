"""Refuse an application 不予受理 — ISO/IEC 17021-1:2015 9.1.2.2: with the reasons, made clear to the applicant."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.application import objections_to_accepting
from mingzheng.rulebook.contract_review import (
    NO_REASON,
    ApplicationStatus,
    objections_to_asking_or_refusing,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application
from ..queries import acceptance_facts, locked


@dataclass(frozen=True)
class ApplicationRefused(Happened, kind="application.refused"):
    number: str
    name_zh: str
    reason: str
    rules: list[str]  # codes of the rulebook's objections on the day
    clauses: list[str]


def objections(application: Application) -> list[Objection]:
    """Why it cannot be refused: it is not under review."""
    return objections_to_asking_or_refusing(application.status)


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.1.2.2")
def refuse_application(number: str, *, reason: str = "", on: date, by: Actor) -> ApplicationRefused:
    """What the rulebook objects to on the day is kept as a reason of its own, beside the body's own words."""
    application = locked(number, by)
    rules = grounds(application, on)
    refuse_if([*objections(application), *([] if reason.strip() or rules else [NO_REASON])])
    application.status, application.concluded_on = ApplicationStatus.REFUSED, on
    application.refusal_reason = reason.strip()
    application.refusal_objections = [
        {"code": rule.code, "clause": rule.clause, "details": {k: str(v) for k, v in rule.details.items()}}
        for rule in rules
    ]
    application.save(update_fields=["status", "concluded_on", "refusal_reason", "refusal_objections"])
    codes, clauses = [rule.code for rule in rules], sorted({rule.clause for rule in rules})
    return ApplicationRefused(number, application.name_zh, reason.strip(), codes, clauses)


def grounds(application: Application, on: date) -> list[Objection]:
    """What the rulebook says against accepting it; codes nobody has determined yet are no ground."""
    found = objections_to_accepting(acceptance_facts(application, on), on)
    return [objection for objection in found if objection.code != "application.no-code"]
