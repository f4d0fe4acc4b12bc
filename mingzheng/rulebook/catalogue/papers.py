"""Rules to ask: applications, the papers of a file, findings."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingzheng.rulebook.application import (
    ENTRY,
    ApplicationFacts,
    EarlierCertificate,
    objections_to_applicant,
    objections_to_bans,
    running_from,
)
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.dated_numbers import NUMBERS, TIME_LIMITS
from mingzheng.rulebook.duties import objections_to_payment
from mingzheng.rulebook.findings import (
    FindingFacts,
    Grade,
    objections_by_clock,
    response_due,
    six_month_clock,
)
from mingzheng.rulebook.paper_logic import Identity, Paper, objections_to_identities, objections_to_order
from mingzheng.rulebook.record_set import FileKind, Held, missing_papers, papers_of
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, Step

from .rule import Answer, Case, rule
from .schema import Between

SUBJECT = "papers"
ISO = "ISO/IEC 17021-1:2015"
No = Annotated[int, Between(1, 1000)]


@dataclass(frozen=True)
class EarlierHeld:
    """A certificate the applicant had. `withdrawn`: the day it was withdrawn or cancelled, or its body lost approval."""

    status: Status
    standard: Standard = Standard.QMS
    suspended: date | None = None
    withdrawn: date | None = None
    own_fault: bool = True
    body_lost_approval: bool = False


@dataclass(frozen=True)
class EntryAsked:
    operating_since: date
    internal_audit_on: date | None = None
    management_review_on: date | None = None
    legal_status_shown: bool = True
    permits_missing: tuple[str, ...] = ()
    untrustworthy: bool = False
    ordered_to_stop: bool = False
    accident_on: date | None = None
    sampling_failed_on: date | None = None
    earlier: tuple[EarlierHeld, ...] = ()
    client: str = ""
    payer: str = ""

    def facts(self, on: date) -> ApplicationFacts:
        """What is not told is taken to be in order."""
        return ApplicationFacts(
            asked=(),
            personnel=0,
            legal_status_shown=self.legal_status_shown,
            operating_since=self.operating_since,
            internal_audit_on=self.internal_audit_on or on,
            management_review_on=self.management_review_on or on,
            permits_missing=self.permits_missing,
            untrustworthy=self.untrustworthy,
            ordered_to_stop=self.ordered_to_stop,
            accident_on=self.accident_on,
            sampling_failed_on=self.sampling_failed_on,
        )


@dataclass(frozen=True)
class Entry:
    may: bool
    may_apply_from: date


@rule(
    "application-entry",
    ENTRY,
    subject=SUBJECT,
    example={
        "operating_since": "2026-01-31",
        "internal_audit_on": "2026-04-10",
        "management_review_on": "2026-04-20",
    },
)
def ask_application_entry(given: EntryAsked, case: Case) -> Answer[Entry]:
    """May the client apply today; when has its system run long enough; and does the client itself pay the fee?"""
    start = running_from(given.operating_since)
    steps = [NUMBERS["cn_apply_run"].step("application.may-apply-from", start)]
    earlier = [
        EarlierCertificate(e.standard, e.status, e.suspended, e.withdrawn, e.own_fault, e.body_lost_approval)
        for e in given.earlier
    ]
    objections = objections_to_applicant(given.facts(case.on), case.on) + objections_to_bans(earlier, case.on)
    if given.payer:
        steps.append(Step("application.payer", given.payer, TIME_LIMITS["cn_fee"].clause))
        objections += objections_to_payment(given.client, given.payer)
    return Answer(Entry(not objections, start), tuple(steps), tuple(objections))


@dataclass(frozen=True)
class RecordSetAsked:
    kind: FileKind
    present: tuple[No, ...] = ()
    applicable: tuple[No, ...] = ()


@dataclass(frozen=True)
class PaperTold:
    no: int
    zh: str
    en: str


@dataclass(frozen=True)
class RecordSetFound:
    complete: bool
    must: tuple[PaperTold, ...]
    may: tuple[PaperTold, ...]
    missing: tuple[int, ...]


@rule(
    "record-set",
    f"{ISO} 9.9",
    subject=SUBJECT,
    confidence="m",
    example={"kind": "surveillance", "present": [12, 15, 16]},
)
def ask_record_set(given: RecordSetAsked, case: Case) -> Answer[RecordSetFound]:
    """`present`: the numbers of the papers in the file; `applicable`: those needed only in some cases, as in this."""
    objections = tuple(missing_papers(given.kind, given.present, given.applicable))
    missing = tuple(int(str(o.details["no"])) for o in objections if o.code == "record-set.missing")
    must, may = (
        tuple(PaperTold(p.no, p.zh, p.en) for p in papers_of(given.kind, held))
        for held in (Held.MUST, Held.MAY)
    )
    steps = (Step(f"record-set.{given.kind}", str(len(must)), f"{ISO} 9.9", "m"),)
    return Answer(RecordSetFound(not objections, must, may, missing), steps, objections)


@dataclass(frozen=True)
class PaperDay:
    paper: Paper
    on: date


@dataclass(frozen=True)
class PaperOrderAsked:
    papers: tuple[PaperDay, ...]


@dataclass(frozen=True)
class Possible:
    possible: bool


@rule(
    "paper-order",
    f"{ISO} 9.9",
    subject=SUBJECT,
    example={"papers": [{"paper": "contract", "on": "2026-03-02"}, {"paper": "opening", "on": "2026-03-16"}]},
)
def ask_paper_order(given: PaperOrderAsked, case: Case) -> Answer[Possible]:
    """Are the days of the papers possible together?"""
    objections = tuple(objections_to_order({one.paper: one.on for one in given.papers}))
    steps = tuple(
        Step(f"case-paper.{one.paper}", str(one.on), f"{ISO} 9.9")
        for one in sorted(given.papers, key=lambda p: p.on)
    )
    return Answer(Possible(not objections), steps, objections)


@dataclass(frozen=True)
class PaperSays:
    paper: str
    name: str = ""
    address: str = ""
    scope: str = ""


@dataclass(frozen=True)
class ConsistencyAsked:
    papers: tuple[PaperSays, ...]


@dataclass(frozen=True)
class Consistent:
    consistent: bool


@rule(
    "paper-consistency",
    f"{ISO} 8.2.2",
    subject=SUBJECT,
    example={"papers": [{"paper": "申请书", "name": "甲公司"}, {"paper": "证书", "name": "甲 公司"}]},
)
def ask_paper_consistency(given: ConsistencyAsked, case: Case) -> Answer[Consistent]:
    """Do all papers name the client, its address and its scope alike? Blanks and brackets make no difference."""
    objections = tuple(objections_to_identities([Identity(**vars(one)) for one in given.papers]))
    steps = (Step("case-paper.compared", str(len(given.papers)), f"{ISO} 8.2.2"),)
    return Answer(Consistent(not objections), steps, objections)


@dataclass(frozen=True)
class FindingAsked:
    grade: Grade
    raised: date
    stage2_ended: date | None = None
    verified: date | None = None


@dataclass(frozen=True)
class FindingClock:
    response_by: date | None
    verify_by: date | None
    days_left: int | None


@rule(
    "finding-clock",
    f"{ISO} 9.5.3.2",
    subject=SUBJECT,
    confidence="M",
    example={"grade": "major", "raised": "2026-03-20", "stage2_ended": "2026-03-20"},
)
def ask_finding_clock(given: FindingAsked, case: Case) -> Answer[FindingClock]:
    """When the response is due, and, for a major one of a stage 2, when six months have gone."""
    due = response_due(given.grade, given.raised)
    steps = [NUMBERS[f"response_{given.grade}"].step("finding.response-by", due)] if due else []
    if given.stage2_ended is None or given.grade is not Grade.MAJOR:
        return Answer(FindingClock(due, None, None), tuple(steps))
    clock = six_month_clock(given.stage2_ended, case.on)
    steps.append(NUMBERS["stage2_major_nc"].step("finding.verify-by", clock.until))
    facts = FindingFacts(1, given.grade, verified_on=given.verified)
    late: list[Objection] = objections_by_clock([facts], given.stage2_ended, case.on)
    return Answer(FindingClock(due, clock.until, clock.days_left), tuple(steps), tuple(late))
