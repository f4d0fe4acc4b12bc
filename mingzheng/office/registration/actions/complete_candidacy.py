"""Find the evidence of a candidacy complete 申报材料齐全 — CCAA-101."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import candidacy as rules
from mingzheng.rulebook.candidacy import Step
from mingzheng.rulebook.registration import AuditLog
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..candidates import candidate
from ..queries import locked_candidacy


@dataclass(frozen=True)
class CandidacyCompleted(Happened, kind="person.candidacy-completed"):
    login: str
    standard: Standard
    audit_days: Decimal
    on_site_days: Decimal
    leaderships: int


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def complete_candidacy(
    login: str, standard: Standard, *, held_here: AuditLog, on: date, by: Actor
) -> CandidacyCompleted:
    """`held_here`: what later stages count of his audits for this body; what was entered from elsewhere is added."""
    candidacy = locked_candidacy(login, standard)
    refuse_if(rules.objections_to_step(candidacy.step, Step.COMPLETE))
    facts = candidate(candidacy, held_here, on)
    refuse_if(rules.objections_to_candidate(facts, on))
    candidacy.completed_on = on
    candidacy.save(update_fields=["completed_on"])
    return CandidacyCompleted(login, standard, facts.log.audit_days, facts.log.on_site_days, facts.log.led)
