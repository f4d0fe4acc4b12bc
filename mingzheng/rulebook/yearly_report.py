"""The yearly report on its way: written by the departments, reviewed by others, signed by the direction, released.

Clauses: ISO 26000:2010 7.5 (what a report must be: complete, accurate, verifiable; 7.6.2: credibility of claims).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from .indicators.meaning import Owner
from .proofreading.finding import Finding, Weight
from .proofreading.report import bare
from .report_text import Form, Kind, Known, Live, called, objections_to_figures, pieces
from .trend import CLAUSE, GROWTH, STEADY, may_be_called_growth
from .verdict import Objection

REPORTING = "ISO 26000:2010 7.5.3"
CREDIBLE = "ISO 26000:2010 7.6.2"
OWN = "own procedure"

NOT_BEGUN = Objection("report.not-begun", REPORTING)
OPENED = Objection("report.opened-already", OWN)
SIGNED = Objection("report.signed-already", OWN)
RELEASED = Objection("report.released-already", OWN)
NOT_SIGNED = Objection("report.not-signed", OWN)
NOTHING_TO_REOPEN = Objection("report.nothing-to-reopen", OWN)
OTHER_DEPARTMENT = Objection("report.other-department", OWN)
TEXT_MISSING = Objection("report.text-missing", REPORTING)
ONE_LANGUAGE = Objection("report.one-language", OWN)
NOT_TO_LEAVE_OUT = Objection("report.not-to-leave-out", REPORTING)
REASON_MISSING = Objection("report.reason-missing", REPORTING)
NO_ISSUE = Objection("report.no-issue", OWN)
OWNER_HELPS_ITSELF = Objection("report.owner-helps-itself", OWN)
OWN_TEXT = Objection("report.own-text", CREDIBLE)
REVIEWED = Objection("report.reviewed-already", OWN)
COMMENTS_OPEN = Objection("report.comments-open", OWN)
COMMENT_EMPTY = Objection("report.comment-empty", OWN)
SETTLED = Objection("report.comment-settled", OWN)
NOT_FROZEN = Objection("report.not-frozen", REPORTING)
NOT_REVIEWED = Objection("report.not-reviewed", OWN)
FAULTS = Objection("report.faults", CREDIBLE)
DOUBTS = Objection("report.doubts", CREDIBLE)
NO_REPORT = Objection("report-template.no-report", OWN)
UNREADABLE = Objection("report-template.unreadable", OWN)
CHANGED = Objection("report.changed-since", CREDIBLE)
SIGNER_RELEASES = Objection("report.signer-releases", OWN)


@dataclass(frozen=True)
class Part:
    """One chapter as it stands. `written`: is there a text, or a reason why there is none, in both languages?"""

    code: str
    written: bool
    required: bool
    written_by: str
    reviewed: bool
    comments: int  # not settled


@dataclass(frozen=True)
class Standing:
    """How far a report has come."""

    frozen: bool
    signed_by: str = ""
    released: bool = False

    @property
    def closed(self) -> list[Objection]:
        """Why nothing of it may be changed."""
        return [RELEASED] if self.released else [SIGNED] if self.signed_by else []


def objections_to_opening(year: int, *, on: date, is_open: bool) -> list[Objection]:
    """May the report of a year be begun?"""
    found = [NOT_BEGUN.because(year=year)] if on.year < year else []
    return found + ([OPENED.because(year=year)] if is_open else [])


def may_write(owners: Collection[Owner], department: Owner | None, *, keeps: bool) -> list[Objection]:
    """A chapter is written by those who answer for it or help; quality management and the direction write everywhere."""
    return [] if keeps or department in owners else [OTHER_DEPARTMENT]


def objections_to_text(zh: str, en: str, known: Sequence[Known]) -> list[Objection]:
    """Both languages, and no figure that there is not."""
    if not zh.strip():
        return [TEXT_MISSING]
    figures = [*objections_to_figures(zh, known), *objections_to_figures(en, known)]
    return ([] if en.strip() else [ONE_LANGUAGE]) + figures


def objections_to_leaving_out(*, is_issue: bool, zh: str, en: str) -> list[Objection]:
    """Only an issue is left out, with a reason in both languages."""
    if not is_issue:
        return [NOT_TO_LEAVE_OUT]
    return [] if zh.strip() and en.strip() else [REASON_MISSING]


def objections_to_assigning(
    owner: Owner, supporting: Collection[Owner], *, is_issue: bool
) -> list[Objection]:
    """One department answers for an issue; others help."""
    found = [] if is_issue else [NO_ISSUE]
    return found + ([OWNER_HELPS_ITSELF] if owner in supporting else [])


def objections_to_review(part: Part, reviewer: str) -> list[Objection]:
    """A text is read by somebody who did not write it, when its comments are settled."""
    if not part.written:
        return [TEXT_MISSING]
    if part.reviewed:
        return [REVIEWED]
    found = [OWN_TEXT] if part.written_by == reviewer else []
    return found + ([COMMENTS_OPEN.because(n=part.comments)] if part.comments else [])


def objections_to_signing(
    standing: Standing, parts: Iterable[Part], findings: Iterable[Finding], reason: str
) -> list[Objection]:
    """The direction signs what is whole: frozen figures, every chapter there and reviewed, nothing that contradicts itself.

    Doubtful wordings may stand when the `reason` says why.
    """
    if standing.closed:
        return standing.closed
    parts, findings = list(parts), list(findings)
    missing = [part.code for part in parts if part.required and not part.written]
    unread = [part.code for part in parts if part.written and not part.reviewed]
    comments = sum(part.comments for part in parts)
    faults = sum(one.weight is not Weight.DOUBT for one in findings)
    doubts = len(findings) - faults
    found = [] if standing.frozen else [NOT_FROZEN]
    found += [TEXT_MISSING] if missing else []
    found += [NOT_REVIEWED.because(n=len(unread))] if unread else []
    found += [COMMENTS_OPEN.because(n=comments)] if comments else []
    found += [FAULTS.because(n=faults)] if faults else []
    return found + ([DOUBTS.because(n=doubts)] if doubts and not reason.strip() else [])


def objections_to_releasing(standing: Standing, releaser: str, *, unchanged: bool = True) -> list[Objection]:
    """What was signed, and nothing else, is released by somebody else."""
    if standing.released:
        return [RELEASED]
    if not standing.signed_by:
        return [NOT_SIGNED]
    found = [SIGNER_RELEASES] if standing.signed_by == releaser else []
    return found + ([] if unchanged else [CHANGED])


def objections_to_reopening(standing: Standing, reason: str) -> list[Objection]:
    """A signature is taken back, or a released report gets a new edition, for a reason."""
    if not standing.closed:
        return [NOTHING_TO_REOPEN]
    return [] if reason.strip() else [REASON_MISSING]


def objections_to_template(why: str, *, any_report: bool) -> list[Objection]:
    """May this file be the template? `why` says what went wrong when it was filled with a report."""
    if not any_report:
        return [NO_REPORT]
    return [UNREADABLE.because(why=why)] if why else []


# --- what a text claims -----------------------------------------------------------------------------------------------

ALL = re.compile(
    r"(所有|全部|均|都|一致|100\s*%)[^,，。;；{]{0,12}(满意(?!度)|好评|合格|良好)"
    r"|\b(all|every|each)\b[^.;{]{0,40}\b(satisfied|conform\w*|passed|good)\b",
    re.IGNORECASE,
)
SATISFACTION = re.compile(r"满意|好评|satisfied", re.IGNORECASE)
NONE = {
    "penalties": re.compile(
        r"(未|没有|无)(受到?|发生)?(任何)?(行政)?处罚|\bno (administrative )?penalt", re.IGNORECASE
    ),
    "integrity": re.compile(
        r"(未|没有|无)(发生|出现)?(任何)?(腐败|廉洁)[^。]{0,4}(问题|事项|案件)|\bno corruption\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Said:
    """A figure as a text says it: n, and of a share N; and how much it was in earlier years, the oldest first."""

    value: float
    whole: float | None = None
    earlier: tuple[float | None, ...] = ()


def claims(
    text: str, known: Sequence[Known], values: Mapping[str, Said], none: Callable[[str], bool]
) -> Iterator[Finding]:
    """What a text claims of all, or of none: "all are satisfied" stands beside n/N and the distribution, and is true; "no
    penalties" only when the register was confirmed to be empty (`none`)."""
    names = called(known)
    for piece in pieces(text):
        lines = [run for row in piece.rows for cell in row for run in cell]
        words = "".join(run if isinstance(run, str) else "{}" for run in lines)
        live = [run for run in lines if isinstance(run, Live)]
        if piece.kind is not Kind.TABLE and (claim := ALL.search(words)):
            shares = [
                names[bare(one.name).lower()].code
                for one in live
                if one.form is Form.OF and bare(one.name).lower() in names
            ]
            spread = any(one.form is Form.SPREAD for one in live)
            if not shares or (SATISFACTION.search(claim[0]) and not spread):
                yield _claim("claim-without-numbers", claim[0])
            for said in (values[code] for code in shares if code in values):
                if said.value != said.whole:
                    yield _claim("claim-untrue", claim[0], n=said.value, whole=said.whole)
        if piece.kind is not Kind.TABLE:
            yield from _growth(words, live, names, values)
        for register, pattern in NONE.items():
            if (claim := pattern.search(words)) and not none(register):
                yield _claim("none-unconfirmed", claim[0])


def _growth(
    words: str, live: Sequence[Live], names: Mapping[str, Known], values: Mapping[str, Said]
) -> Iterator[Finding]:
    """“提升” in one breath with figures none of which grew; “连续增长” where none did so year after year."""
    told = iter(live)
    for clause in CLAUSE.findall(words):
        here = list(islice(told, clause.count("{}")))  # braces may be written in the text itself
        claim = GROWTH.search(clause)
        codes = [
            names[bare(one.name).lower()].code
            for one in here
            if not one.last and not one.part and bare(one.name).lower() in names
        ]
        grew = [(*one.earlier, one.value) for code in codes if (one := values.get(code))]
        steady = bool(STEADY.search(clause))
        if claim and grew and not any(may_be_called_growth(one, steady=steady) for one in grew):
            yield _claim("growth-untrue", claim[0], years=" → ".join(_amount(n) for n in grew[0]))


def _amount(value: float | None) -> str:
    return "--" if value is None else f"{value:,g}"


def empty_chronicle(entries: int) -> list[Finding]:
    """Is anything in the chronicle of the year? A year without may be, and is to be said why."""
    return [] if entries else [Finding("chronicle-empty", Weight.DOUBT, (), "")]


def _claim(kind: str, quote: str, **details: object) -> Finding:
    return Finding(kind, Weight.ERROR, (), quote, {"said": quote, **details})
