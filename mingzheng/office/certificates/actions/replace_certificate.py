"""Replace a certificate by a new version 换证 — ISO/IEC 17021-1:2015 8.2.2, 9.6.5.5.

For a changed name, address or site it needs no decision; for a changed scope it executes the decision to extend or
reduce. The certification goes on: replaced is not withdrawn.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, DecisionAct
from mingzheng.rulebook.issuing import CertificateDays, objections_to_new_version
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import Suspension, Version, end, execute, lines_with_subs, make, sites_of, subs_in
from ..models import Certificate
from ..queries import SCOPE_ACTS, decision_to_execute, locked


@dataclass(frozen=True)
class Reissued(Happened, kind="certificate.reissued", begins=True):
    number: str
    previous: str
    previous_was: str  # in force or suspended
    previous_becomes: str
    certification: str
    decision: str  # to change the scope; empty when only the client's data changed
    reason: str
    status: str  # of the new one: in force, or suspended as the one before
    issued_on: date
    expires_on: date
    cycle_number: int
    subs: list[str]  # numbers of its sub-certificates


def objections(
    certificate: Certificate,
    decision: Decision | None,
    on: date,
    reason: str | None,
    subs: Collection[int] | None = None,
) -> list[Objection]:
    """Why there cannot be a new version of this certificate on this day; other sub-certificates are a change, too."""
    same_subs = subs is None or set(subs) == lines_with_subs(certificate)
    return objections_to_new_version(
        CERTIFICATE_ACTS[DecisionAct(decision.act)] if decision else Act.REPLACE,
        certificate.facts,
        reason=reason,
        is_printed_as_it_stands=decision is None and same_subs and is_printed_as_it_stands(certificate),
        on=on,
    )


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.2.2")
def replace_certificate(
    number: str, *, reason: str, subs: Collection[int] | None = None, on: date, by: Actor
) -> Reissued:
    """`subs` are the lines of the annex that get a sub-certificate of their own; None: the sites that had one."""
    old = locked(number)
    decision = decision_to_execute(old, *SCOPE_ACTS, on=on)
    refuse_if(objections(old, decision, on, reason, subs))

    version = _version(old, decision, subs)
    was = end(old, Status.REPLACED, reason=reason, on=on)
    certificate = make(version, old.certification, on=on)
    if decision:
        execute(decision, certificate, on=on)
    return Reissued(
        number=certificate.number,
        previous=old.number,
        previous_was=was,
        previous_becomes=old.status,
        certification=old.certification.subject_key,
        decision=decision.number if decision else "",
        reason=reason,
        status=certificate.status,
        issued_on=on,
        expires_on=certificate.expires_on,
        cycle_number=certificate.cycle_number,
        subs=subs_in(certificate),
    )


def _version(old: Any, decision: Decision | None, subs: Collection[int] | None) -> Version:
    return Version(
        decision=decision or old.decision,
        prefix=old.prefix,
        cycle_number=old.cycle_number,
        first_issued_on=old.first_issued_on,
        days=CertificateDays(old.expires_on, old.surveillance_due_on),
        scope_zh=(decision and decision.scope_zh) or old.scope_zh,
        scope_en=(decision and decision.scope_en) or old.scope_en,
        replaces=old,
        subs=subs,
        suspension=Suspension(old.suspended_on, old.suspended_until, old.reason_code),
    )


def is_printed_as_it_stands(certificate: Certificate) -> bool:
    """Does it show the client's name, address and sites of today?"""
    client = certificate.certification.client
    printed = ("name_zh", "name_en", "address_zh", "address_en")
    same = all(getattr(certificate, name) == getattr(client, name) for name in printed)
    shown = [{name: told for name, told in site.items() if name != "sub"} for site in certificate.sites]
    return same and shown == sites_of(client.pk)
