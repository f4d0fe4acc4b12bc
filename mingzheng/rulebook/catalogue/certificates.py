"""Rules to ask: the life of a certificate, applying again, taking over from another body."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingzheng.rulebook.application import EarlierCertificate, ban_ends
from mingzheng.rulebook.certificate_life import (
    HANDS,
    LIFE,
    REASONS,
    Act,
    CertificateFacts,
    Status,
    objections_to_hands,
    open_acts,
    suspension_ends,
)
from mingzheng.rulebook.dated_numbers import NUMBERS
from mingzheng.rulebook.duties import act_by, records_kept_until
from mingzheng.rulebook.register_check import Line, Overdue, overdue_of
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import Point, TransferFacts, complete_by, objections_to_transfer
from mingzheng.rulebook.verdict import Objection, Step

from .cycle import By
from .rule import Answer, Case, judged_by, rule
from .schema import Between

SUBJECT = "certificates"
ISO = "ISO/IEC 17021-1:2015"


@dataclass(frozen=True)
class ActsAsked:
    status: Status
    issued: date = date(2000, 1, 1)
    expires: date = date(2199, 12, 31)
    suspended_until: date | None = None
    surveillance_latest: date | None = None
    cancellation_asked: date | None = None
    taken_over: date | None = None
    decisions: tuple[Act, ...] | None = None
    actor: Role | None = None


@dataclass(frozen=True)
class ActTold:
    """An act this state knows: where it leads, through whose hands it goes, the reason codes to choose from."""

    act: Act
    leads_to: Status
    decided_by: Role | None
    carried_out_by: Role
    reasons: tuple[str, ...]
    clause: str


@dataclass(frozen=True)
class ActsFound:
    open: tuple[Act, ...]
    shut: dict[str, tuple[Objection, ...]]
    acts: tuple[ActTold, ...]


@rule(
    "certificate-acts",
    f"{ISO} 9.6.5",
    subject=SUBJECT,
    example={
        "status": "suspended",
        "issued": "2026-01-10",
        "expires": "2029-01-09",
        "suspended_until": "2027-07-10",
    },
)
def ask_certificate_acts(given: ActsAsked, case: Case) -> Answer[ActsFound]:
    """`decisions`: the acts for which a decision stands; unless told, none is missing. `actor`: only what goes through
    the hands of this role is open. `taken_over`: the day another body took the certification over."""
    facts = CertificateFacts(
        given.status,
        given.issued,
        given.expires,
        given.suspended_until,
        given.surveillance_latest,
        given.cancellation_asked,
        given.taken_over,
    )
    acts = open_acts(facts, on=case.on) if given.decisions is None else open_acts(facts, on=case.on, decided=given.decisions)  # fmt: skip
    if given.actor:
        acts = {act: objections + objections_to_hands(act, given.actor) for act, objections in acts.items()}
    opened = tuple(act for act, objections in acts.items() if not objections)
    steps = (Step(f"certificate.status.{given.status}", str(case.on), f"{ISO} 9.6.5"),)
    shut = {str(act): tuple(objections) for act, objections in acts.items() if objections}
    known = tuple(_told(act, after) for (status, act), after in LIFE.items() if status is given.status)
    return Answer(ActsFound(opened, shut, known), steps)


def _told(act: Act, leads_to: Status) -> ActTold:
    hands = HANDS[act]
    return ActTold(
        act, leads_to, hands.decides, hands.carries_out, tuple(sorted(REASONS.get(act, ()))), hands.clause
    )


@dataclass(frozen=True)
class ReapplicationAsked:
    status: Status
    suspended: date | None = None
    withdrawn: date | None = None
    own_fault: bool = True
    body_lost_approval: bool = False
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class From:
    from_: date | None


@rule(
    "reapplication",
    "CNCA-QMS-01:2025 5.1.2",
    subject=SUBJECT,
    example={"status": "withdrawn", "suspended": "2026-02-10", "withdrawn": "2026-08-10"},
)
def ask_reapplication(given: ReapplicationAsked, case: Case) -> Answer[From]:
    """`withdrawn`: the day it was withdrawn, or (OHSMS) cancelled; or its body lost the approval. Judged as on the day
    of the new application: the editions before 2026 know no ban."""
    earlier = EarlierCertificate(
        given.standard,
        given.status,
        given.suspended,
        given.withdrawn,
        given.own_fault,
        given.body_lost_approval,
    )
    free = ban_ends(earlier, case.edition)
    limit = "ban_body_lost" if given.body_lost_approval else "ban_own_fault"
    clause = case.edition.clause(limit)
    steps = [judged_by(case.edition)]
    steps += [
        Step(f"reapplication.{name}", str(day), clause)
        for name in ("suspended", "withdrawn")
        if (day := getattr(given, name))
    ]
    if free:
        months: dict[str, object] = {"months": case.edition.number(limit)}
        steps.append(Step("reapplication.from", str(free), clause, details=months))
    else:
        steps.append(Step("reapplication.at-once", "", clause))
    return Answer(From(free), tuple(steps))


@dataclass(frozen=True)
class SuspensionAsked:
    suspended: date
    permit_expired: bool = False
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class Ends:
    by: date | None


@rule(
    "suspension",
    f"{ISO} 9.6.5",
    subject=SUBJECT,
    judged_on=("suspended",),
    example={"suspended": "2026-08-31"},
)
def ask_suspension(given: SuspensionAsked, case: Case) -> Answer[Ends]:
    """`permit_expired`: suspended because a permit expired; the 2016 rule then waits for the permit's decision."""
    by = suspension_ends(given.suspended, case.edition, permit_expired=given.permit_expired)
    limit = case.edition.limit("suspension" if by else "suspension_for_permit")
    assert limit is not None, "ISO/IEC 17021-1 has one"
    steps = [judged_by(case.edition), Step("reapplication.suspended", str(given.suspended), limit.clause)]
    what = "certificate.suspended-until" if by else "certificate.suspended-until-permit"
    steps.append(Step(what, str(by or ""), limit.clause, limit.confidence))
    return Answer(Ends(by), tuple(steps))


@dataclass(frozen=True)
class Verified:
    verified: date


@rule(
    "act-on-ground",
    "CNCA 2016 No.20 8.2.1",
    subject=SUBJECT,
    confidence="m",
    example={"verified": "2026-04-30"},
)
def ask_act_on_ground(given: Verified, case: Case) -> Answer[By]:
    by = act_by(given.verified)
    return Answer(By(by), (NUMBERS["act_on_info_cn2016"].step("certificate.act-by", by),))


@dataclass(frozen=True)
class RecordsAsked:
    expires: date
    ended: date | None = None


@dataclass(frozen=True)
class Until:
    until: date


@rule("records-kept", f"{ISO} 9.9.4", subject=SUBJECT, confidence="M", example={"expires": "2026-08-31"})
def ask_records_kept(given: RecordsAsked, case: Case) -> Answer[Until]:
    """`ended`: the day the certificate was withdrawn or cancelled, when it was."""
    until = records_kept_until(given.expires, given.ended)
    return Answer(Until(until), (NUMBERS["records"].step("certificate.records-until", until),))


@dataclass(frozen=True)
class TransferAsked:
    status: Status
    expires: date
    accredited: bool = True
    issuer_lost_accreditation: date | None = None
    majors_open: Annotated[int, Between(0)] = 0
    reviewed: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Transfer:
    may: bool
    complete_by: date
    cycle_continues: bool


@rule(
    "transfer",
    "IAF MD 2:2017",
    subject=SUBJECT,
    example={"status": "in_force", "expires": "2028-05-31", "reviewed": [str(point) for point in Point]},
)
def ask_transfer(given: TransferAsked, case: Case) -> Answer[Transfer]:
    """`reviewed`: the points of the review before the transfer that are done."""
    facts = TransferFacts(
        given.status,
        given.expires,
        given.accredited,
        given.issuer_lost_accreditation,
        given.majors_open,
        given.reviewed,
    )
    objections = tuple(objections_to_transfer(facts, case.on))
    by = complete_by(facts)
    key = "transfer_lost_accreditation" if given.issuer_lost_accreditation else "transfer_only_valid"
    found = Transfer(not objections, by, not objections)
    return Answer(found, (NUMBERS[key].step("transfer.complete-by", by),), objections)


@dataclass(frozen=True)
class RegisterLine:
    number: str
    status: Status
    issued: date
    expires: date
    standard: Standard = Standard.QMS
    decided: date | None = None
    last_audit_ended: date | None = None
    suspended: date | None = None
    suspended_until: date | None = None
    recertified: bool = False


@dataclass(frozen=True)
class OverdueTold:
    what: Overdue
    by: date
    days: int
    must: Act | None
    clause: str


@dataclass(frozen=True)
class OverdueFound:
    overdue: tuple[OverdueTold, ...]


@rule(
    "overdue",
    f"{ISO} 9.1.3",
    subject=SUBJECT,
    example={
        "number": "06426Q10318R0S",
        "status": "in_force",
        "issued": "2026-01-10",
        "expires": "2029-01-09",
    },
)
def ask_overdue(given: RegisterLine, case: Case) -> Answer[OverdueFound]:
    """One line of a register; `mingzheng rule-check` asks it of all of them."""
    found = list(overdue_of(Line(**vars(given)), case.on))
    told = tuple(OverdueTold(one.what, one.by, one.days, one.must, one.clause) for one in found)
    steps = [judged_by(case.edition)]
    steps += [
        Step(f"overdue.{one.what}", str(one.by), one.clause, details={"days": one.days}) for one in found
    ]
    return Answer(OverdueFound(told), tuple(steps))
