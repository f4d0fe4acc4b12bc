"""Certification schemes from the idea to the market, their rules and filings, and what the body is approved for.

A rule the body makes itself is filed with the authority before it is used, and again whenever it is revised
(认证机构管理办法); how many days that may take is a parameter to be checked. A scheme is sold when it is live, its
category is approved, and its latest rule is filed.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .dated_numbers import last_day
from .verdict import Objection

LAW = "认证机构管理办法"
ISO = "ISO/IEC 17021-1:2015"
PRODUCT = "ISO/IEC 17065:2012"
OWN = "own procedure"


class SchemeKind(StrEnum):
    SYSTEM = "system"
    PRODUCT = "product"
    SERVICE = "service"


class Stage(StrEnum):
    """How far a scheme has come, in this order; it ends from anywhere."""

    IDEA = "idea"
    DRAFT = "draft"
    TRIAL = "trial"
    FILED = "filed"
    LIVE = "live"
    ENDED = "ended"


class QualificationKind(StrEnum):
    APPROVAL = "approval"  # 批准书
    DESIGNATION = "designation"  # 指定 (compulsory certification)
    ACCREDITATION = "accreditation"  # 认可证书
    REGISTRATION = "registration"


class Outcome(StrEnum):
    """What became of an application to an authority."""

    GRANTED = "granted"
    REFUSED = "refused"
    DROPPED = "dropped"


NAME_MISSING = Objection("scheme.name-missing", OWN)
NOT_NEXT = Objection("scheme.not-next", OWN)
NO_RULE = Objection("scheme.no-rule", LAW)
RULE_NOT_FILED = Objection("scheme.rule-not-filed", LAW)
NOT_APPROVED = Objection("scheme.not-approved", LAW)
NOT_LIVE = Objection("scheme.not-live", LAW)
ENDED = Objection("scheme.ended", OWN)
RULE_KNOWN = Objection("scheme.rule-known", OWN)
RULE_TOO_EARLY = Objection("scheme.rule-too-early", OWN)
PROMISE_MISSING = Objection("scheme.promise-missing", LAW)
FILED_ALREADY = Objection("scheme.filed-already", LAW)
FILING_NUMBER_MISSING = Objection("scheme.filing-number-missing", LAW)
FILED_EARLY = Objection("scheme.filed-early", LAW)
IN_FUTURE = Objection("scheme.in-future", f"{ISO} 9.9.1")
CERTIFICATE_MISSING = Objection("qualification.certificate-missing", LAW)
CATEGORIES_MISSING = Objection("qualification.categories-missing", LAW)
ENDS_BACKWARDS = Objection("qualification.ends-backwards", OWN)
MARK_ENDS_EARLY = Objection("accreditation-mark.ends-early", "ISO/IEC 17021-1:2015 8.3")
MARK_HELD = Objection("accreditation-mark.held", "ISO/IEC 17021-1:2015 8.3")
MARK_ENDED = Objection("accreditation-mark.ended-already", "ISO/IEC 17021-1:2015 8.3")
QUALIFICATION_ENDED = Objection("qualification.ended", OWN)
SUBJECT_MISSING = Objection("petition.subject-missing", OWN)
TEXT_MISSING = Objection("petition.text-missing", f"{ISO} 9.9.1")
PETITION_CLOSED = Objection("petition.closed", OWN)
BEFORE_THE_LAST = Objection("petition.before-the-last", f"{ISO} 9.9.1")
PETITION_IN_FUTURE = Objection("petition.in-future", f"{ISO} 9.9.1")


@dataclass(frozen=True)
class SchemeFacts:
    """A scheme, its latest rule, and whether its category is approved on the day."""

    stage: Stage
    name: str = ""
    rule: str = ""  # version of the latest rule; empty: none yet
    adopted_on: date | None = None
    filed: bool = False
    approved: bool = False


def next_stage(stage: Stage) -> Stage | None:
    """The one after it; None for a live scheme and one that ended."""
    order = [one for one in Stage if one is not Stage.ENDED]
    place = order.index(stage) + 1 if stage in order else len(order)
    return order[place] if place < len(order) else None


def objections_to_advancing(facts: SchemeFacts, to: Stage) -> list[Objection]:
    """May the scheme go on to this stage? One at a time; filed with a filed rule; live with an approved category."""
    if facts.stage is Stage.ENDED:
        return [ENDED]
    if to is Stage.ENDED:
        return []
    if to is not next_stage(facts.stage):
        return [NOT_NEXT.because(stage=facts.stage)]
    return _rule_in_order(facts) + _approved(facts, to) if to in (Stage.FILED, Stage.LIVE) else []


def objections_to_using(facts: SchemeFacts) -> list[Objection]:
    """May anything be sold, audited or certified under it? A rule revised and not filed again cannot be used."""
    found = [] if facts.stage is Stage.LIVE else [NOT_LIVE.because(name=facts.name)]
    return found + _rule_in_order(facts) + _approved(facts, Stage.LIVE)


def _rule_in_order(facts: SchemeFacts) -> list[Objection]:
    if not facts.rule:
        return [NO_RULE.because(name=facts.name)]
    return [] if facts.filed else [RULE_NOT_FILED.because(rule=facts.rule)]


def _approved(facts: SchemeFacts, to: Stage) -> list[Objection]:
    missing = to is Stage.LIVE and not facts.approved
    return [NOT_APPROVED.because(name=facts.name)] if missing else []


def objections_to_rule(
    facts: SchemeFacts, version: str, promise: str, adopted: date, on: date, versions: Collection[str]
) -> list[Objection]:
    """May this version of the scheme's rule be adopted? With the promise made to the public in it."""
    if facts.stage is Stage.ENDED:
        return [ENDED]
    found = [RULE_KNOWN.because(rule=version)] if version in versions else []
    found += [RULE_TOO_EARLY] if facts.adopted_on and adopted < facts.adopted_on else []
    found += [IN_FUTURE] if adopted > on else []
    return found + ([] if promise.strip() else [PROMISE_MISSING])


def objections_to_filing(facts: SchemeFacts, number: str, filed: date, on: date) -> list[Objection]:
    """May it be entered that the latest rule is filed?"""
    if not facts.rule or facts.filed:
        return [FILED_ALREADY] if facts.filed else _rule_in_order(facts)
    found = [] if number.strip() else [FILING_NUMBER_MISSING]
    found += [FILED_EARLY] if facts.adopted_on and filed < facts.adopted_on else []
    return found + ([IN_FUTURE] if filed > on else [])


def filing_due(adopted: date) -> date:
    """By when a rule adopted on this day is filed."""
    return last_day("rule_filing", adopted)


def objections_to_qualification(
    certificate: str, categories: Collection[str], valid_from: date, valid_until: date | None
) -> list[Objection]:
    """May an approval or accreditation be entered?"""
    found = [] if certificate.strip() else [CERTIFICATE_MISSING]
    found += [] if categories else [CATEGORIES_MISSING]
    return found + ([ENDS_BACKWARDS] if valid_until and valid_until < valid_from else [])


def objections_to_ending_qualification(valid_from: date, ended: date | None, ends: date) -> list[Objection]:
    """May it be entered that it ended?"""
    return [QUALIFICATION_ENDED] if ended else [ENDS_BACKWARDS] if ends < valid_from else []


def objections_to_petition(title: str, text: str, sent: date, on: date) -> list[Objection]:
    """May an application to an authority be opened, with what was submitted first?"""
    return ([] if title.strip() else [SUBJECT_MISSING]) + objections_to_exchange(False, text, sent, None, on)


def objections_to_exchange(
    concluded: bool, text: str, day: date, last: date | None, on: date
) -> list[Objection]:
    """May a submission or a reply be added to the thread? In the order in which they went."""
    if concluded:
        return [PETITION_CLOSED]
    found = [] if text.strip() else [TEXT_MISSING]
    found += [BEFORE_THE_LAST] if last and day < last else []
    return found + ([PETITION_IN_FUTURE] if day > on else [])


def is_covered(category: str, categories: Collection[str]) -> bool:
    """Is a category approved? An approval of a class covers what is under it: A01 covers A010102."""
    return any(category.startswith(one) for one in categories if one)


def objections_to_mark(valid_from: date, valid_until: date | None, before: date | None) -> list[Objection]:
    """Why a mark cannot be kept; `before` is the first day of the one used until then. ISO/IEC 17021-1:2015 8.3."""
    if valid_until and valid_until < valid_from:
        return [MARK_ENDS_EARLY]
    return [MARK_HELD.because(day=before)] if before == valid_from else []


def objections_to_ending_mark(valid_from: date, until: date | None, ends: date) -> list[Objection]:
    """Why its use cannot end on this day: before it began, or after it has ended anyway. ISO/IEC 17021-1:2015 8.3."""
    if ends < valid_from:
        return [MARK_ENDS_EARLY]
    return [MARK_ENDED.because(day=until)] if until and until <= ends else []
