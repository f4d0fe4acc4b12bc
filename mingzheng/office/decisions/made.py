"""A certification decision as it is written down, whatever it rests on."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.audits.models import Audit
from mingzheng.office.record.action import Happened
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.certificate_life import CertificateFacts, objections_to_reason
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, CHANGES_SCOPE, NO_SCOPE, DecisionAct
from mingzheng.rulebook.verdict import Objection

from .models import Decision


@dataclass(frozen=True)
class DecisionMade(Happened, kind="decision.made", begins=True):
    number: str
    certification: str  # code of the client and standard
    act: DecisionAct
    audit: str  # number of the audit it rests on; empty when on other grounds
    reason_code: str
    reasons: str
    scope_zh: str
    scope_en: str


@dataclass(frozen=True)
class Grounds:
    """Why it is decided so, and for a change of scope the scope as it is to be."""

    reasons: str = ""
    reason_code: str = ""  # of a suspension or withdrawal, rulebook.reason_codes
    scope_zh: str = ""
    scope_en: str = ""


def objections_to_grounds(
    act: DecisionAct, grounds: Grounds, certificate: CertificateFacts | None, on: date
) -> list[Objection]:
    """A change of scope says the new one; a suspension or withdrawal names a reason of the regulator's list."""
    if act in CHANGES_SCOPE:
        return [] if grounds.scope_zh.strip() else [NO_SCOPE]
    if act in CERTIFICATE_ACTS and certificate:
        return objections_to_reason(CERTIFICATE_ACTS[act], certificate, on, grounds.reason_code)
    return []


def write_down(
    certification: int,
    subject: str,
    act: DecisionAct,
    grounds: Grounds,
    *,
    audit: Audit | None,
    on: date,
    by: Actor,
) -> DecisionMade:
    """Give the decision its number and keep it. `certification` is its key, `subject` how the record names it."""
    made = Decision.objects.create(
        number=next_number(Decision, "JD", on.year),
        certification_id=certification,
        audit=audit,
        act=act,
        decided_on=on,
        decided_by=by.login,
        reason_code=grounds.reason_code,
        reasons=grounds.reasons,
        scope_zh=grounds.scope_zh,
        scope_en=grounds.scope_en,
    )
    return DecisionMade(
        made.number,
        subject,
        act,
        audit.number if audit else "",
        grounds.reason_code,
        grounds.reasons,
        grounds.scope_zh,
        grounds.scope_en,
    )
