"""Decide a certification on the file of an audit 认证决定, standard by standard (ISO/IEC 17021-1:2015 9.5.3)."""

from datetime import date
from typing import Any

from mingzheng.office.record.action import action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import decisions as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.certificate_life import CertificateFacts
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.on_site import NOT_AUDITED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..cases import case_of, locked_file, officer
from ..made import DecisionMade, Grounds, objections_to_grounds, write_down


def objections(
    file: Any,
    standard: Standard,
    act: DecisionAct,
    *,
    certificate: CertificateFacts | None,
    on: date,
    by: Actor,
    grounds: Grounds | None = None,
) -> list[Objection]:
    """Why this cannot be decided on a row of `files(…, act)` today; without `grounds`, before reasons and scope are written."""
    if file.certification is None:
        return [NOT_AUDITED.because(standard=standard)]
    if act not in rules.ACTS_AFTER[VisitKind(file.visit.kind)]:
        return [rules.ACT_NOT_OPEN]
    case = case_of(file, standard, on=on, certificate=certificate)
    decider = officer(by, file.visit.client.uscc)
    reasoned = grounds is None or bool(grounds.reasons.strip())
    found = rules.objections_to_deciding(act, case, decider, on, reasoned=reasoned)
    if file.decided:
        found.append(rules.DECIDED_ALREADY.because(standard=standard))
    if grounds is None:
        return found
    return found + objections_to_grounds(act, grounds, certificate, on)


@action(Role.DECISION_MAKER, clause="ISO/IEC 17021-1:2015 9.5.3")
def decide_audit(
    number: str,
    *,
    standard: Standard,
    act: DecisionAct,
    grounds: Grounds,
    certificate: CertificateFacts | None = None,
    on: date,
    by: Actor,
) -> DecisionMade:
    """`certificate`: the latest of this certification as it stands today, None when there never was one."""
    file = locked_file(number, standard, act=act)
    refuse_if(objections(file, standard, act, certificate=certificate, on=on, by=by, grounds=grounds))

    if file.is_last:
        file.decided_on = on
        file.save(update_fields=["decided_on"])
    subject = f"{file.visit.client.uscc}/{standard}"
    return write_down(file.certification, subject, act, grounds, audit=file, on=on, by=by)
