"""Review a risk: how it weighs now, what is done about it, whether what remains is accepted 风险评审 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import RiskKind, objections_to_risk_review
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Risk


@dataclass(frozen=True)
class RiskReviewed(Happened, kind="risk.reviewed"):
    number: str
    likelihood: int
    impact: int
    accepted: bool
    closed: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def review_risk(
    number: str,
    *,
    likelihood: int,
    impact: int,
    treatment: str,
    accepted: bool,
    closed: bool = False,
    on: date,
    by: Actor,
) -> RiskReviewed:
    """What remains of a threat to impartiality, or of a high risk, is accepted by top management alone."""
    risk = Risk.objects.select_for_update().get(number=number)
    refuse_if(
        objections_to_risk_review(
            RiskKind(risk.kind),
            likelihood=likelihood,
            impact=impact,
            treatment=treatment,
            accepted=accepted,
            by_direction=by.holds(Role.DIRECTOR),
            closed=risk.closed_on is not None,
        )
    )
    risk.likelihood, risk.impact, risk.treatment = likelihood, impact, treatment.strip()
    risk.accepted_by = by.login if accepted else ""
    risk.reviewed_on, risk.closed_on = on, on if closed else None
    risk.save()
    return RiskReviewed(number, likelihood, impact, accepted, closed)
