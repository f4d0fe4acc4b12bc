"""Decide to suspend, restore, withdraw or reduce without an audit, on other grounds (ISO/IEC 17021-1:2015 9.6.5)."""

from datetime import date

from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.action import action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import decisions as rules
from mingzheng.rulebook.certificate_life import CertificateFacts
from mingzheng.rulebook.decisions import CaseFacts, DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..cases import last_audited_by, officer
from ..made import DecisionMade, Grounds, objections_to_grounds, write_down


def objections(
    certification: Certification,
    act: DecisionAct,
    *,
    certificate: CertificateFacts | None,
    on: date,
    by: Actor,
    grounds: Grounds | None = None,
) -> list[Objection]:
    """Why this cannot be decided today; without `grounds`, before reasons and scope are written."""
    case = CaseFacts(
        Standard(certification.standard),
        audited=False,
        team=last_audited_by(certification),
        certificate=certificate,
    )
    decider = officer(by, certification.client.uscc)
    reasoned = grounds is None or bool(grounds.reasons.strip())
    found = rules.objections_to_deciding(act, case, decider, on, reasoned=reasoned)
    if grounds is None:
        return found
    return found + objections_to_grounds(act, grounds, certificate, on)


@action(Role.DECISION_MAKER, clause="ISO/IEC 17021-1:2015 9.6.5")
def decide_status(
    uscc: str,
    standard: Standard,
    *,
    act: DecisionAct,
    grounds: Grounds,
    certificate: CertificateFacts | None,
    on: date,
    by: Actor,
) -> DecisionMade:
    """`certificate`: the latest of this certification as it stands today. A restoration after an audit is decide_audit's."""
    held = Certification.objects.select_for_update().select_related("client")
    certification = held.get(client__uscc=uscc, standard=standard, ended_on=None)
    refuse_if(objections(certification, act, certificate=certificate, on=on, by=by, grounds=grounds))

    return write_down(certification.pk, certification.subject_key, act, grounds, audit=None, on=on, by=by)
