"""Reviewing a file and deciding a certification, standard by standard (ISO/IEC 17021-1:2015 9.5).

In a combined audit each standard is reviewed and decided on its own: one may be granted while another is sent back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .audit_cycle import Outcome, Recertification, VisitKind
from .certificate_life import ALREADY, ENDED, Act, CertificateFacts, Status, open_acts
from .findings import FindingFacts, objections_by_clock, objections_from_findings
from .impartiality import Tie, objections_to_ties
from .standards import Standard
from .transfer import MD2, TransferFacts, objections_to_transfer
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"


class DecisionAct(StrEnum):
    """What is decided about one certification (9.5.1.1)."""

    GRANT = "grant"  # 授予
    REFUSE = "refuse"  # 拒绝
    MAINTAIN = "maintain"  # 保持
    RENEW = "renew"  # 更新
    SUSPEND = "suspend"  # 暂停
    RESTORE = "restore"  # 恢复
    WITHDRAW = "withdraw"  # 撤销
    EXTEND = "extend"  # 扩大范围
    REDUCE = "reduce"  # 缩小范围


class Bond(StrEnum):
    """What binds a person who decides to the body; deciding is not outsourced (9.5.1.2, 9.5.1.3)."""

    EMPLOYED = "employed"
    CONTRACTED = "contracted"
    CONTROLLED_ENTITY = "controlled-entity"  # employed by an entity under the body's organisational control
    NONE = "none"


FAVOURABLE = frozenset(
    {DecisionAct.GRANT, DecisionAct.MAINTAIN, DecisionAct.RENEW, DecisionAct.RESTORE, DecisionAct.EXTEND}
)
ON_AN_AUDIT = frozenset(
    {DecisionAct.GRANT, DecisionAct.REFUSE, DecisionAct.MAINTAIN, DecisionAct.RENEW, DecisionAct.EXTEND}
)
"""Decided on the file of an audit only; the others may rest on other grounds, such as a missed surveillance."""

ON_A_TRANSFER = (DecisionAct.GRANT, DecisionAct.REFUSE)
"""What may be decided on the review of a certification that is taken over from another body (IAF MD 2:2017 2.3)."""

ACTS_AFTER: dict[VisitKind, tuple[DecisionAct, ...]] = {
    VisitKind.STAGE1: (),
    VisitKind.STAGE2: (DecisionAct.GRANT, DecisionAct.REFUSE),
    VisitKind.SURVEILLANCE: (
        DecisionAct.MAINTAIN,
        DecisionAct.RESTORE,
        DecisionAct.SUSPEND,
        DecisionAct.WITHDRAW,
        DecisionAct.EXTEND,
        DecisionAct.REDUCE,
    ),
    VisitKind.RECERTIFICATION: (DecisionAct.RENEW, DecisionAct.REFUSE, DecisionAct.WITHDRAW),
    VisitKind.SPECIAL: (
        DecisionAct.MAINTAIN,
        DecisionAct.EXTEND,
        DecisionAct.REDUCE,
        DecisionAct.RESTORE,
        DecisionAct.SUSPEND,
        DecisionAct.WITHDRAW,
        DecisionAct.REFUSE,
    ),
}
"""What may be decided on the file of each kind of audit (9.5.3, 9.6.2.2, 9.6.3.2, 9.6.4)."""

WITHOUT_AUDIT = tuple(act for act in DecisionAct if act not in ON_AN_AUDIT)
"""What may be decided on other grounds."""

CHANGES_SCOPE = frozenset({DecisionAct.EXTEND, DecisionAct.REDUCE})

CERTIFICATE_ACTS = {
    DecisionAct.SUSPEND: Act.SUSPEND,
    DecisionAct.RESTORE: Act.RESTORE,
    DecisionAct.WITHDRAW: Act.WITHDRAW,
    DecisionAct.EXTEND: Act.EXTEND_SCOPE,
    DecisionAct.REDUCE: Act.REDUCE_SCOPE,
}
"""The decisions that change a certificate, and the act that carries each out."""


@dataclass(frozen=True)
class CaseFacts:
    """The file of one audit for one standard; without an audit, the certificate, or the review before a transfer."""

    standard: Standard
    audited: bool = True
    team: frozenset[str] = frozenset()  # everyone who took part in the audit, by login
    handed_in: bool = False  # the file is complete and with the reviewers
    waits_for: str = ""  # a visit to a site made apart (9.1.5) whose file, findings and report, is not in
    reviewed: bool | None = None  # passed, sent back, or not yet read
    recommended: bool | None = None  # by the team
    findings: tuple[FindingFacts, ...] = ()
    stage2_ended: date | None = None  # of an initial audit
    recertification: Recertification | None = None  # what a renewal on this day would come to
    certificate: CertificateFacts | None = None  # the latest of this certification
    transfer: TransferFacts | None = None  # of what another body certified; who reviewed it stands as `team`


@dataclass(frozen=True)
class OfficerFacts:
    """Who reviews or decides, with his own ties to the client."""

    login: str
    person: str  # as shown to people
    ties: tuple[Tie, ...] = ()


WAS_ON_TEAM = Objection("decision.was-on-team", f"{ISO} 9.5.1.1")
REVIEWER_WAS_ON_TEAM = Objection("decision.was-on-team", f"{ISO} 9.5.2")
REVIEWED_THE_TRANSFER = Objection("decision.reviewed-the-transfer", f"{MD2} 2.3")
NOT_TAKEN_OVER = Objection("decision.not-taken-over", f"{MD2} 2.3")
OUTSOURCED = Objection("decision.outsourced", f"{ISO} 9.5.1.2")
NOT_HANDED_IN = Objection("decision.not-handed-in", f"{ISO} 9.5.3.1")
SITE_OUTSTANDING = Objection("decision.site-outstanding", f"{ISO} 9.5.2")
REVIEWED_ALREADY = Objection("decision.reviewed-already", f"{ISO} 9.5.2")
NOT_AUDITED = Objection("decision.not-audited", f"{ISO} 9.5.3.1")
NOT_REVIEWED = Objection("decision.not-reviewed", f"{ISO} 9.5.2")
SENT_BACK = Objection("decision.sent-back", f"{ISO} 9.5.2")
NOT_RECOMMENDED = Objection("decision.not-recommended", f"{ISO} 9.5.3.1")
NO_REASONS = Objection("decision.no-reasons", f"{ISO} 9.5.1.1")
ACT_NOT_OPEN = Objection("decision.act-not-open", f"{ISO} 9.5.3")
DECIDED_ALREADY = Objection("decision.decided-already", f"{ISO} 9.5.3.1")
NO_SCOPE = Objection("decision.no-scope", f"{ISO} 8.2.2")
NOTHING_NOTED = Objection("decision.nothing-noted", f"{ISO} 9.5.2")
RETURN_NOT_ANSWERED = Objection("decision.return-not-answered", f"{ISO} 9.5.2")
NOTHING_TO_ANSWER = Objection("decision.nothing-to-answer", f"{ISO} 9.5.2")
NO_CERTIFICATE = Objection("decision.no-certificate", f"{ISO} 9.6.1")
CERTIFIED_ALREADY = Objection("decision.certified-already", f"{ISO} 9.5.3.1")
TOO_LATE_TO_RENEW = {
    Outcome.STAGE_2: "decision.renewal-needs-stage-2",
    Outcome.INITIAL: "decision.renewal-needs-initial",
}


def objections_to_decider(decider: str, team: Collection[str], bond: Bond) -> list[Objection]:
    """May this person decide on what this team audited?"""
    objections = [WAS_ON_TEAM.because(person=decider, field="decider")] if decider in team else []
    if bond is Bond.NONE:
        objections.append(OUTSOURCED.because(person=decider, field="bond"))
    return objections


def objections_to_reviewing(case: CaseFacts, reviewer: OfficerFacts, on: date) -> list[Objection]:
    """May this person review the file for this standard on this day?"""
    objections = objections_to_ties(reviewer.person, reviewer.ties, on)
    if reviewer.login in case.team:
        objections.append(REVIEWER_WAS_ON_TEAM.because(person=reviewer.person))
    if not case.handed_in:
        objections.append(NOT_HANDED_IN)
    objections += _objections_to_sites(case)
    if case.reviewed:
        objections.append(REVIEWED_ALREADY.because(standard=case.standard))
    return objections


def objections_to_deciding(
    act: DecisionAct, case: CaseFacts, decider: OfficerFacts, on: date, *, reasoned: bool = False
) -> list[Objection]:
    """May this person decide this for this standard on this day? `reasoned`: reasons are given."""
    objections = objections_to_ties(decider.person, decider.ties, on)
    if decider.login in case.team:
        found = REVIEWED_THE_TRANSFER if case.transfer else WAS_ON_TEAM
        objections.append(found.because(person=decider.person))
    if act not in FAVOURABLE and not reasoned:
        objections.append(NO_REASONS)
    if case.transfer:
        objections += _objections_on_transfer(act, case.transfer, on)
    else:
        objections += _objections_to_file(act, case, on) if case.audited else _objections_without_audit(act)
    return objections + _objections_of_certificate(act, case, on)


def _objections_to_sites(case: CaseFacts) -> list[Objection]:
    """One file is read for the whole audit: what was found at a site visited apart belongs to it (9.5.2, IAF MD 1)."""
    return [SITE_OUTSTANDING.because(visit=case.waits_for)] if case.waits_for else []


def _objections_without_audit(act: DecisionAct) -> list[Objection]:
    return [NOT_AUDITED] if act in ON_AN_AUDIT else []


def _objections_on_transfer(act: DecisionAct, transfer: TransferFacts, on: date) -> list[Objection]:
    """A certification is taken over while it still may be; to refuse it needs no more than reasons (IAF MD 2:2017 2.3)."""
    if act not in ON_A_TRANSFER:
        return [ACT_NOT_OPEN]
    return objections_to_transfer(transfer, on) if act in FAVOURABLE else []


def _objections_to_file(act: DecisionAct, case: CaseFacts, on: date) -> list[Objection]:
    """Is the file read and good enough? A decision against the client needs it read, not passed."""
    if act not in FAVOURABLE:
        return [NOT_REVIEWED] if act in ON_AN_AUDIT and case.reviewed is None else []
    objections = []
    if not case.reviewed:
        objections.append(
            (NOT_REVIEWED if case.reviewed is None else SENT_BACK).because(standard=case.standard)
        )
    objections += _objections_to_sites(case)
    if not case.recommended:
        objections.append(NOT_RECOMMENDED.because(standard=case.standard))
    objections += objections_from_findings(case.findings)
    if case.stage2_ended and act is DecisionAct.GRANT:
        objections += objections_by_clock(case.findings, case.stage2_ended, on)
    late = case.recertification
    if act is DecisionAct.RENEW and late and late.outcome in TOO_LATE_TO_RENEW:
        objections.append(Objection(TOO_LATE_TO_RENEW[late.outcome], late.clause))
    return objections


def _objections_of_certificate(act: DecisionAct, case: CaseFacts, on: date) -> list[Objection]:
    """Is there a certificate in a state this decision can be about?"""
    certificate = case.certificate
    living = certificate is not None and certificate.status not in ENDED
    if act in (DecisionAct.GRANT, DecisionAct.REFUSE):
        return (
            [CERTIFIED_ALREADY.because(standard=case.standard)] if living and act is DecisionAct.GRANT else []
        )
    if certificate is None:
        return [NO_CERTIFICATE.because(standard=case.standard)]
    if act in CERTIFICATE_ACTS:
        return open_acts(certificate, on=on)[CERTIFICATE_ACTS[act]]
    late_renewal = act is DecisionAct.RENEW and certificate.status is Status.EXPIRED
    return [] if living or late_renewal else [ALREADY[certificate.status]]
