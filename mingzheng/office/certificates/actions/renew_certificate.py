"""Renew a certificate after recertification 再认证换证 — ISO/IEC 17021-1:2015 9.6.3.

In time, the living certificate is replaced in the same transaction; late, the expired one stays expired and the new
one says since when certification had lapsed (8.2.2 b). Too late: a new certification begins, with a contract, an
initial audit and a grant of its own.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.audit_cycle import Recertification
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.issuing import days_when_issued, objections_to_renewing, recertified
from mingzheng.rulebook.reason_codes import ReplaceReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import (
    Version,
    audited_on,
    decision_facts,
    end,
    execute,
    latest_certificate,
    make,
    subs_in,
)
from ..models import LIVING, Certificate
from ..queries import locked_decision


@dataclass(frozen=True)
class Renewed(Happened, kind="certificate.renewed", begins=True):
    number: str
    previous: str
    previous_was: str  # in force or suspended, or expired already
    previous_becomes: str  # replaced, or expired as it was
    certification: str
    decision: str
    decided_on: date
    outcome: str
    issued_on: date
    expires_on: date
    surveillance_due_on: date | None
    cycle_number: int
    subs: list[str]  # numbers of its sub-certificates


def outcome_of(decision: Decision, latest: Certificate | None) -> Recertification | None:
    """What the recertification came to, in time or late."""
    if latest is None:
        return None
    return recertified(
        Standard(decision.certification.standard),
        expires=latest.facts.cycle_ends_on,
        on_site_ended=audited_on(decision),
        decided=decision.decided_on,
        prolonged=latest.prolonged_from is not None,
    )


def objections(decision: Decision, latest: Certificate | None, on: date) -> list[Objection]:
    """Why this decision cannot be turned into a certificate of the next cycle on this day."""
    facts = decision_facts(decision, DecisionAct.RENEW)
    return objections_to_renewing(
        facts, latest.facts if latest else None, outcome_of(decision, latest), on=on
    )


def planned(decision: Any, latest: Certificate, on: date) -> Version:
    """What the certificate will say if it follows `latest` on this day; in time it replaces it."""
    outcome, standard = outcome_of(decision, latest), Standard(decision.certification.standard)
    assert outcome and outcome.expires  # too late, and it would have been refused
    return Version(
        decision=decision,
        prefix=decision.prefix,
        cycle_number=latest.cycle_number + 1,
        first_issued_on=latest.first_issued_on,
        days=days_when_issued(
            standard, decided=decision.decided_on, issued=on, renewed_until=outcome.expires
        ),
        scope_zh=decision.scope_zh or latest.scope_zh,
        scope_en=decision.scope_en or latest.scope_en,
        replaces=latest if latest.status in LIVING else None,
        outcome=outcome.outcome,
    )


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 9.6.3.2")
def renew_certificate(
    decision_number: str, *, subs: Collection[int] | None = None, on: date, by: Actor
) -> Renewed:
    """`subs` are the lines of the annex that get a sub-certificate of their own; None: the sites that had one."""
    decision = locked_decision(decision_number)
    latest = latest_certificate(decision.certification, lock=True)
    refuse_if(objections(decision, latest, on))
    assert latest  # or it would have been refused

    version, was = replace(planned(decision, latest, on), subs=subs), str(latest.status)
    if version.replaces:
        end(latest, Status.REPLACED, reason=ReplaceReason.RECERTIFICATION, on=on)
    certificate = make(version, decision.certification, on=on)
    execute(decision, certificate, on=on)
    return Renewed(
        number=certificate.number,
        previous=latest.number,
        previous_was=was,
        previous_becomes=latest.status,
        certification=decision.certification.subject_key,
        decision=decision.number,
        decided_on=decision.decided_on,
        outcome=version.outcome,
        issued_on=on,
        expires_on=certificate.expires_on,
        surveillance_due_on=certificate.surveillance_due_on,
        cycle_number=certificate.cycle_number,
        subs=subs_in(certificate),
    )
