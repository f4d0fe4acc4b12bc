"""Controlled documents of the body: versions approved by another than their author, reviewed, read by whom they concern.

Clauses: ISO/IEC 17021-1:2015 10.2.3 (control of documents), 8.1 (what is public), 8.4 (confidentiality agreed by contract),
5.1.2 (the contract). Work instructions are for technical areas; an audit in an area without one is called out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import last_day, number
from .laws import Branch
from .roles import Role
from .standards import Standard
from .technical_areas import technical_areas
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"
CONTROL = f"{ISO} 10.2.3"


class DocumentKind(StrEnum):
    POLICY = "policy"  # 方针
    MANUAL = "manual"
    PROCEDURE = "procedure"
    STANDARD = "standard"  # 企业标准 (自编)
    REGULATION = "regulation"  # 规章制度
    INSTRUCTION = "instruction"  # 审核作业指导书, by technical area
    FORM = "form"
    TEMPLATE = "template"  # of contracts and agreements
    PUBLIC = "public"  # 公开文件


class PublicItem(StrEnum):
    """What the body must make public (8.1.1 a to f, 8.1.2), and its fees."""

    AUDIT_PROCESS = "audit_process"
    CERTIFICATION_PROCESS = "certification_process"
    SCHEMES = "schemes"
    MARKS = "marks"
    COMPLAINTS = "complaints"  # and requests for information, and appeals
    IMPARTIALITY = "impartiality"
    REGIONS = "regions"
    RIGHTS = "rights"  # and duties of clients
    FEES = "fees"


class Conclusion(StrEnum):
    """What a review of a document concludes."""

    KEEP = "keep"
    REVISE = "revise"
    WITHDRAW = "withdraw"


CLAUSES_OF_TEMPLATES = {"confidentiality": ("保密", "confidential")}
"""What the text of a template must speak of, and the words that show it does."""
DIRECTION_APPROVES = (DocumentKind.POLICY, DocumentKind.MANUAL)

CODE_MISSING = Objection("document.code-missing", CONTROL)
CODE_TAKEN = Objection("document.code-taken", CONTROL)
TITLE_MISSING = Objection("document.title-missing", CONTROL)
BRANCH_MISSING = Objection("document.branch-missing", OWN)
AREA_MISSING = Objection("document.area-missing", f"{ISO} 9.2.1")
AREA_UNKNOWN = Objection("document.area-unknown", "IAF ID 1")
TEXT_MISSING = Objection("document.text-missing", CONTROL)
SUMMARY_MISSING = Objection("document.summary-missing", CONTROL)
DRAFT_OPEN = Objection("document.draft-open", CONTROL)
NO_DRAFT = Objection("document.no-draft", CONTROL)
WITHDRAWN = Objection("document.withdrawn", CONTROL)
OWN_DRAFT = Objection("document.own-draft", CONTROL)
DIRECTION_ONLY = Objection("document.direction-only", f"{ISO} 10.2.1")
IN_FORCE_IN_PAST = Objection("document.in-force-in-past", CONTROL)
CLAUSE_MISSING = Objection("document.clause-missing", f"{ISO} 8.4")
REASON_MISSING = Objection("document.reason-missing", CONTROL)
NOTHING_IN_FORCE = Objection("document.nothing-in-force", CONTROL)
NONE_TO_REVIEW = Objection("document.none-to-review", CONTROL)
SHORTCOMING_KEPT = Objection("document.shortcoming-kept", CONTROL)
SHORTCOMING_UNSAID = Objection("document.shortcoming-unsaid", CONTROL)
READ_ALREADY = Objection("document.read-already", CONTROL)
NOT_YOURS_TO_READ = Objection("document.not-yours-to-read", CONTROL)
EVERY_UNFIT = Objection("document.every-unfit", OWN)
NO_INSTRUCTION = Objection("document.no-instruction", f"{ISO} 9.2.1")
NOT_PUBLIC = Objection("document.not-public", f"{ISO} 8.1.1")
VERSION_UNFIT = Objection("document.version-unfit", CONTROL)
NOT_YET_IN_FORCE = Objection("document.not-yet-in-force", CONTROL)
STEP_UNKNOWN = Objection("step.unknown", OWN)
STEP_SAME = Objection("step.same-document", OWN)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as it is opened, or as a register tells it. `areas`: technical areas of a work instruction.

    `every`: months between two reviews; None: as the body has it. `readers`: roles that sign that they read it.
    """

    code: str
    kind: DocumentKind
    title_zh: str
    title_en: str = ""
    department: str = ""
    branch: Branch | None = None
    standard: Standard | None = None
    areas: tuple[str, ...] = ()
    readers: tuple[Role, ...] = ()
    public_item: PublicItem | None = None
    every: int | None = None


@dataclass(frozen=True, slots=True)
class CarriedDocument:
    """A document with the version of it that is in force, as a register tells it."""

    entry: DocumentEntry
    version: int
    in_force_from: date
    text: str = ""


def objections_to_carried(one: CarriedDocument, on: date, *, known: bool) -> list[Objection]:
    """May it be carried in? Its version is in force already. `field` names what is wrong."""
    found = objections_to_document(one.entry, known=known)
    found += [] if one.version > 0 else [VERSION_UNFIT.because(field="version")]
    return found + ([NOT_YET_IN_FORCE.because(field="in_force_from")] if one.in_force_from > on else [])


def objections_to_document(entry: DocumentEntry, *, known: bool) -> list[Objection]:
    """May this document be opened? `field` names what is wrong."""
    found = [] if entry.code.strip() else [CODE_MISSING.because(field="code")]
    found += [CODE_TAKEN.because(field="code", code=entry.code)] if known else []
    found += [] if entry.title_zh.strip() else [TITLE_MISSING.because(field="title_zh")]
    found += [EVERY_UNFIT.because(field="every")] if entry.every is not None and entry.every < 1 else []
    if entry.kind is DocumentKind.STANDARD and entry.branch is None:
        found.append(BRANCH_MISSING.because(field="branch"))
    if entry.kind is DocumentKind.INSTRUCTION:
        found += [] if entry.standard and entry.areas else [AREA_MISSING.because(field="areas")]
        unknown = [area for area in entry.areas if area not in technical_areas()]
        found += [AREA_UNKNOWN.because(field="areas", area=area) for area in unknown]
    return found


@dataclass(frozen=True)
class DraftFacts:
    """A version that waits for approval, if there is one, and the document it is of."""

    kind: DocumentKind
    withdrawn: bool
    author: str | None  # None: no version waits
    text: str = ""


def objections_to_revision(facts: DraftFacts, text: str, summary: str, papers: int) -> list[Objection]:
    """May a new version be put forward? One at a time, with a text or a paper, saying what changed."""
    if facts.withdrawn:
        return [WITHDRAWN]
    found = [DRAFT_OPEN] if facts.author is not None else []
    found += [] if text.strip() or papers else [TEXT_MISSING]
    return found + ([] if summary.strip() else [SUMMARY_MISSING])


def objections_to_approval(
    facts: DraftFacts, by: str, *, directs: bool, in_force_from: date, on: date
) -> list[Objection]:
    """May this person approve the version that waits? Not his own; policy and manual only the direction."""
    if facts.withdrawn or facts.author is None:
        return [WITHDRAWN if facts.withdrawn else NO_DRAFT]
    found = [OWN_DRAFT] if by == facts.author else []
    found += [DIRECTION_ONLY] if facts.kind in DIRECTION_APPROVES and not directs else []
    found += [IN_FORCE_IN_PAST] if in_force_from < on else []
    return found + objections_to_clauses(facts.kind, facts.text)


def objections_to_clauses(kind: DocumentKind, text: str) -> list[Objection]:
    """Does the text of a template speak of all it must?"""
    if kind is not DocumentKind.TEMPLATE:
        return []
    said = text.casefold()
    return [
        CLAUSE_MISSING.because(about=about)
        for about, words in CLAUSES_OF_TEMPLATES.items()
        if not any(word in said for word in words)
    ]


def objections_to_return(facts: DraftFacts, reason: str) -> list[Objection]:
    """May the version that waits be sent back?"""
    if facts.author is None:
        return [NO_DRAFT]
    return [] if reason.strip() else [REASON_MISSING]


def objections_to_withdrawing(facts: DraftFacts, reason: str) -> list[Objection]:
    """May the document be withdrawn?"""
    if facts.withdrawn:
        return [WITHDRAWN]
    return [] if reason.strip() else [REASON_MISSING]


def objections_to_review(
    documents: int, in_force: int, conclusion: Conclusion, *, sound: bool, findings: str
) -> list[Objection]:
    """May these documents be reviewed so? `sound`: adequate, suitable and effective. What is not stays not as it is."""
    found = [] if documents else [NONE_TO_REVIEW]
    found += [] if in_force == documents else [NOTHING_IN_FORCE]
    if not sound:
        found += [SHORTCOMING_KEPT] if conclusion is Conclusion.KEEP else []
        found += [] if findings.strip() else [SHORTCOMING_UNSAID]
    return found


def review_due(last: date, every: int) -> date:
    """By when a document is reviewed again; `last`: its last review, or the day it came into force."""
    return add_months(last, every)


def usual_months() -> int:
    """Months between two reviews of a document that says nothing else."""
    return number("document_review_every")


def objections_to_reading(*, in_force: bool, concerned: bool, read: bool) -> list[Objection]:
    """May this person sign that he read it?"""
    if not in_force:
        return [NOTHING_IN_FORCE]
    return [READ_ALREADY] if read else [] if concerned else [NOT_YOURS_TO_READ]


def read_by(in_force_from: date) -> date:
    """By when a version is read by everybody it concerns."""
    return last_day("read_within", in_force_from)


def covers(area: str, code: str) -> bool:
    """Is an instruction for this area one for that code? One for a group is one for all under it."""
    return code == area or code.startswith(f"{area}.")


def without_instruction(codes: Collection[str], areas: Collection[str]) -> list[Objection]:
    """The codes of an audit for which there is no work instruction: a warning."""
    return [
        NO_INSTRUCTION.because(area=code)
        for code in sorted(codes)
        if not any(covers(area, code) for area in areas)
    ]


def not_public(present: Collection[str]) -> list[Objection]:
    """What must be public and is not."""
    return [NOT_PUBLIC.because(item=item) for item in PublicItem if item not in present]


def objections_to_governing(
    step: str, steps: Collection[str], *, same: bool, in_force: bool
) -> list[Objection]:
    """May this document govern that step of the work?"""
    found = [] if step in steps else [STEP_UNKNOWN.because(step=step)]
    found += [STEP_SAME] if same else []
    return found + ([] if in_force else [NOTHING_IN_FORCE])
