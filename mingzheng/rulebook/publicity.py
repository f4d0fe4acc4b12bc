"""What the body says about itself: approved by two, in both the responsible department and the direction.

Clauses: ISO/IEC 17021-1:2015 8.1 (public information), 5.2.9 (nothing that links certification with consultancy). The
wordings to avoid are those the proofreading of reports looks for; flagged words may stand when the approver says why.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from .proofreading.claims import about, satisfaction, wordings
from .proofreading.finding import Finding, Weight
from .proofreading.report import Report, bare
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"


class Medium(StrEnum):
    WEB = "web"
    BROCHURE = "brochure"
    ARTICLE = "article"  # social media, press
    COMMITMENT = "commitment"  # 公开承诺: what the body promises in public
    CLAIM = "claim"  # 声明: "one of the first eight", with its evidence


class Approval(StrEnum):
    """Who approves, in this order."""

    DEPARTMENT = "department"  # 责任部门主管
    DIRECTION = "direction"  # 中心领导


@dataclass(frozen=True)
class ItemFacts:
    """An item of publicity and how far it has come."""

    proposed_by: str
    department: str
    approvals: Collection[tuple[Approval, str]]  # (which, login)
    flags: int
    returned: bool
    taken_down: bool


TEXT_MISSING = Objection("publicity.text-missing", f"{ISO} 8.1.1")
ONE_LANGUAGE = Objection("publicity.one-language", OWN)
EVIDENCE_MISSING = Objection("publicity.evidence-missing", f"{ISO} 8.1.1")
OWN_PROPOSAL = Objection("publicity.own-proposal", OWN)
APPROVED_TWICE = Objection("publicity.approved-twice", OWN)
OTHER_DEPARTMENT = Objection("publicity.other-department", OWN)
DEPARTMENT_FIRST = Objection("publicity.department-first", OWN)
FLAGS_UNANSWERED = Objection("publicity.flags-unanswered", f"{ISO} 5.2.9")
ALREADY_APPROVED = Objection("publicity.already-approved", OWN)
RETURNED = Objection("publicity.returned", OWN)
TAKEN_DOWN = Objection("publicity.taken-down", OWN)
NOT_PUBLISHED = Objection("publicity.not-published", OWN)
PAGE_TOO_LONG = Objection("publicity.page-too-long", OWN)
REASON_MISSING = Objection("publicity.reason-missing", OWN)


def flags(text: str) -> list[Finding]:
    """Wordings to think twice about: consultancy, easy audits, "all are satisfied" without n and N, "some 80"."""
    report = Report.of(text)
    return [*wordings(report), *satisfaction(report), *about(report)]


NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s*%?")
QUOTED = re.compile(r"《([^》]+)》|“([^”]+)”|「([^」]+)」")
UNSEEN = re.compile(
    r"<(script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>|<!--(?:(?!<!--).)*?-->", re.IGNORECASE | re.DOTALL
)
TAG = re.compile(r"</?([a-z!][a-z0-9]*)[^<>]*>", re.IGNORECASE)
WITHIN = re.compile(  # tags that stand within a sentence
    "a|abbr|b|bdi|bdo|cite|code|del|em|font|i|img|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr"
)
BLOCK = "\r"  # ends a sentence, as the end of a line alone may not
SENTENCE_ENDS = re.compile(r"[。！？；!?;\n\r]+|\.(?=\s|$)")


def not_in_evidence(text: str, evidence: str) -> list[Finding]:
    """Numbers and quoted names a claim says and its evidence does not: as far as words can be held against each other.

    That the evidence says what the claim says, people judge.
    """
    shown = bare(evidence)
    quoted = [next(filter(None, found)) for found in QUOTED.findall(text)]
    numbers = [bare(found) for found in NUMBER.findall(text)]
    known = {bare(found) for found in NUMBER.findall(evidence)}
    gone = [one for one in numbers if one not in known] + [one for one in quoted if bare(one) not in shown]
    return [
        Finding("not-in-evidence", Weight.DOUBT, (), said, {"said": said}) for said in dict.fromkeys(gone)
    ]


def sentences(text: str) -> list[str]:
    """Of a text or of the source of a page, one by one."""
    return _split(_plain(text))


def _split(plain: str) -> list[str]:
    return [one.strip() for one in SENTENCE_ENDS.split(plain) if bare(one)]


def _plain(text: str) -> str:
    """Of a text or of the source of a page, without tags; a block of it ends with BLOCK."""
    lines = UNSEEN.sub("", "\n".join(text.splitlines()))
    return unescape(TAG.sub(_instead, lines))


def _instead(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    return "" if WITHIN.fullmatch(name) else "\n" if name == "br" else BLOCK


@dataclass(frozen=True)
class Difference:
    """What was approved and is not on the page, and, where the item alone was compared, what stands there unapproved."""

    missing: tuple[str, ...]
    added: tuple[str, ...]


def difference(approved: Collection[str], page: str, *, earlier: Collection[str] | None = None) -> Difference:
    """Of the page beside the approved texts; `earlier`: all of the page was given, so that much else may stand on it, and
    of what was found on it unapproved before, what still stands there is told.

    A sentence is there when it stands there from end to end, whether a line ends within it or not.
    """
    plain = _plain(page)
    there = {bare(one) for one in (*_split(plain), *_split(plain.replace("\n", " ")))}
    said = [one for text in approved for one in sentences(text)]
    known = bare(" ".join(said))
    if earlier is None:
        added = [one for one in _split(plain) if bare(one) not in known]
    else:
        added = [one for one in earlier if bare(one) in there]
    return Difference(tuple(one for one in said if bare(one) not in there), tuple(added))


PAGE = re.compile(
    r"(?:https?:)?//(?P<host>[^/?#\s]+)(?P<rest>\S*)"
    # Typed without its scheme: words like a host, of a domain everybody knows or with a path behind them.
    r"|(?P<bare>www\.[^/?#\s]+|(?:[a-z0-9-]+\.)+(?:(?:com|cn|net|org|gov|edu)|[a-z]{2,}(?=[:/]))(?::\d+)?)"
    r"(?P<more>(?:[/?#]\S*)?)",
    re.I,
)


def named_page(where: str) -> str:
    """One name for each page, however it was spelled; for what was printed, its words.

    Scheme and case of the host, the port everybody means, a last slash, and what only scrolls the page name no other one.
    """
    where = " ".join(where.split())
    if (found := PAGE.fullmatch(where)) is None:
        return where
    host = re.sub(r":(80|443)$", "", (found["host"] or found["bare"]).lower())
    path = (found["rest"] or found["more"] or "").partition("#")[0]
    return f"https://{host}{path.rstrip('/')}"


PAGE_NAME = 300  # characters: what is kept of where a page stands


def objections_to_comparing(page: str, where: str, *, public: bool) -> list[Objection]:
    """May an item be compared with its page? While it is public, with what the page says; `where`: as it is named."""
    found = ([] if public else [NOT_PUBLISHED]) + ([] if page.strip() else [TEXT_MISSING])
    return found + ([PAGE_TOO_LONG.because(n=PAGE_NAME, has=len(where))] if len(where) > PAGE_NAME else [])


def objections_to_proposal(medium: Medium, zh: str, en: str, evidence: str) -> list[Objection]:
    """May this be proposed? In both languages, and a claim with its evidence."""
    if not zh.strip():
        return [TEXT_MISSING]
    found = [] if en.strip() else [ONE_LANGUAGE]
    return found + ([EVIDENCE_MISSING] if medium is Medium.CLAIM and not evidence.strip() else [])


def next_approval(facts: ItemFacts) -> Approval | None:
    """Whose approval comes next; None when both are there."""
    given = [which for which, _ in facts.approvals]
    return next((which for which in Approval if which not in given), None)


def objections_to_approving(
    facts: ItemFacts, person: str, department: str, *, directs: bool, reason: str
) -> list[Objection]:
    """May this person give the next approval? Two different people, neither of whom proposed it."""
    if facts.taken_down or facts.returned:
        return [TAKEN_DOWN if facts.taken_down else RETURNED]
    wanted = next_approval(facts)
    if wanted is None:
        return [ALREADY_APPROVED]
    found = [OWN_PROPOSAL] if person == facts.proposed_by else []
    found += [APPROVED_TWICE] if person in [login for _, login in facts.approvals] else []
    if wanted is Approval.DEPARTMENT and department != facts.department:
        found.append(OTHER_DEPARTMENT.because(department=facts.department))
    if wanted is Approval.DIRECTION and not directs:
        found.append(DEPARTMENT_FIRST)
    return found + ([FLAGS_UNANSWERED.because(n=facts.flags)] if facts.flags and not reason.strip() else [])


def objections_to_returning(facts: ItemFacts, reason: str) -> list[Objection]:
    """May it be sent back to whoever proposed it?"""
    if facts.taken_down or facts.returned:
        return [TAKEN_DOWN if facts.taken_down else RETURNED]
    if next_approval(facts) is None:
        return [ALREADY_APPROVED]
    return [] if reason.strip() else [REASON_MISSING]


def objections_to_taking_down(facts: ItemFacts, reason: str) -> list[Objection]:
    """May it be taken down? It must be published, and why is said."""
    if facts.taken_down:
        return [TAKEN_DOWN]
    if next_approval(facts) is not None or facts.returned:
        return [NOT_PUBLISHED]
    return [] if reason.strip() else [REASON_MISSING]


# Letters that are not ASCII stand in an address after one of its marks; elsewhere the sentence goes on.
ADDRESS = re.compile(
    r"https?://[A-Za-z0-9._:@\[\]-]+(?:[/?#](?:(?![;,|]+https?://)[!-~]|(?<=[/?&=_-])[^\W!-~]+)*)?"
)
LONGEST = 2000  # characters; no site means a longer one, and an index does not hold it
ANSWERS_TO_SOME = (401, 403, 405, 429)  # somebody is there, though not for us


def links_in(text: str) -> list[str]:
    """The addresses a text names, as they are asked, without the marks that end its sentence."""
    found = (_in_ascii(_unmarked(one)) for one in ADDRESS.findall(text))
    return list(dict.fromkeys(one for one in found if len(one) <= LONGEST))


def _in_ascii(address: str) -> str:
    """Letters that are not ASCII as a browser sends them: the bytes of UTF-8, each after a percent sign (RFC 3986 2.5)."""
    return "".join(
        one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode()) for one in address
    )


def _unmarked(found: str) -> str:
    """A bracket that was opened within the address belongs to it."""
    while found[-1] in ".,;:!?]}>\"'" or (found[-1] == ")" and found.count(")") > found.count("(")):
        found = found[:-1]
    return found


def is_dead(status: int) -> bool:
    """A link is dead when nobody answers (0), or who answers has no such page."""
    return status == 0 or (status >= 400 and status not in ANSWERS_TO_SOME)
