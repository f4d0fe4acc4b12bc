"""Enter a risk, or a threat to impartiality 登记风险 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import RiskKind, Threat, objections_to_risk
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import RelatedBody, Risk


@dataclass(frozen=True)
class RiskEntered(Happened, kind="risk.entered"):
    number: str
    kind: RiskKind
    threat: str
    likelihood: int
    impact: int
    about: str = ""


@action(Role.QUALITY, Role.DIRECTOR, Role.CLOCK, clause="ISO/IEC 17021-1:2015 5.2.3")
def enter_risk(
    kind: RiskKind,
    *,
    source: str,
    likelihood: int,
    impact: int,
    threat: Threat | None = None,
    owner: str = "",
    related_body: str = "",
    about: str = "",
    on: date,
    by: Actor,
) -> RiskEntered:
    """Likelihood and impact from 1 to 5, as they are before anything is done about it.

    `about` is what opened the review by itself, as the record calls it; the clock enters such a threat.
    """
    refuse_if(objections_to_risk(kind, threat or "", source, likelihood, impact))
    risk = Risk.objects.create(
        number=next_number(Risk, "FX", on.year),
        kind=kind,
        threat=threat or "",
        source=source.strip(),
        likelihood=likelihood,
        impact=impact,
        owner=owner.strip(),
        entered_on=on,
        about=about,
        related_body=RelatedBody.objects.get(uscc=related_body) if related_body else None,
    )
    return RiskEntered(risk.number, kind, risk.threat, likelihood, impact, about)
