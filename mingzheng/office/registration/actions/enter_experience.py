"""Enter an audit held elsewhere, or before this system 登记审核经历 — CCAA-101."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Experience


@dataclass(frozen=True)
class ExperienceEntered(Happened, kind="person.experience-entered"):
    login: str
    standard: Standard
    organisation: str
    first_day: date
    audit_days: Decimal
    evidence: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def enter_experience(
    login: str,
    standard: Standard,
    *,
    role: TeamRole,
    organisation: str,
    body: str = "",
    first_day: date,
    last_day: date,
    audit_days: Decimal,
    on_site_days: Decimal,
    evidence: str,
    on: date,
    by: Actor,
) -> ExperienceEntered:
    """Audits held here need no entry: they are in the record. `body`: the certification body it was held for."""
    person = locked_person(login)
    held = Experience.objects.filter(person=person, standard=standard)
    counted = held.filter(organisation=organisation, first_day=first_day).exists()
    refuse_if(
        rules.objections_to_experience(
            first_day, last_day, audit_days, on_site_days, evidence, on, counted=counted
        )
    )
    Experience.objects.create(
        person=person,
        standard=standard,
        role=role,
        organisation=organisation,
        body=body,
        first_day=first_day,
        last_day=last_day,
        audit_days=audit_days,
        on_site_days=on_site_days,
        evidence=evidence.strip(),
    )
    return ExperienceEntered(login, standard, organisation, first_day, audit_days, evidence.strip())
