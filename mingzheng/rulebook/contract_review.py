"""The review of an application by three people: who confirms what, and when (ISO/IEC 17021-1:2015 9.1.2).

Three parts, three persons: market, technical, programme. Each confirms every point of his part or none; what he
confirmed lapses when the facts it rested on change.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from .verdict import Objection

REVIEW = "ISO/IEC 17021-1:2015 9.1.2.1"
CONCLUSION = "ISO/IEC 17021-1:2015 9.1.2.2"
AGREEMENT = "ISO/IEC 17021-1:2015 5.1.2"


class ApplicationStatus(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    QUESTIONS = "questions"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """A part of the review, confirmed by one person."""

    MARKET = "market"
    TECHNICAL = "technical"
    PROGRAMME = "programme"


POINTS: dict[Part, tuple[str, ...]] = {
    Part.MARKET: ("identity", "permits", "complete", "no_ban", "impartial"),
    Part.TECHNICAL: ("scope", "codes", "law", "competence"),
    Part.PROGRAMME: ("personnel", "sites", "time", "capacity"),
}

HANDED_IN_ALREADY = Objection("review.handed-in-already", "ISO/IEC 17021-1:2015 9.1.1")
NOT_UNDER_REVIEW = Objection("review.not-under-review", REVIEW)
WAITS_FOR_ANSWERS = Objection("review.waits-for-answers", REVIEW)
NOTHING_ASKED = Objection("review.nothing-asked", REVIEW)
QUESTION_EMPTY = Objection("review.question-empty", REVIEW)
ANSWER_MISSING = Objection("review.answer-missing", REVIEW)
CONCLUDED = Objection("review.concluded", CONCLUSION)
NOT_REFUSED = Objection("review.not-refused", CONCLUSION)
ANSWERED_ALREADY = Objection("review.answered-already", CONCLUSION)
NO_REASON = Objection("review.no-reason", CONCLUSION)
POINTS_OPEN = Objection("review.points-open", REVIEW)
CONFIRMED_ALREADY = Objection("review.confirmed-already", REVIEW)
SAME_PERSON = Objection("review.same-person", REVIEW)
NOT_CHECKED = Objection("review.not-checked", REVIEW)
NOT_CLASSIFIED = Objection("review.not-classified", "ISO/IEC 17021-1:2015 9.1.2.3")
CODE_UNFIT = Objection("review.code-unfit", "ISO/IEC 17021-1:2015 9.1.2.3")
TIME_NOT_DETERMINED = Objection("review.time-not-determined", "ISO/IEC 17021-1:2015 9.1.4")
PARTS_OPEN = {part: Objection(f"review.part-open.{part}", CONCLUSION) for part in Part}
NOT_ACCEPTED = Objection("contract.not-accepted", AGREEMENT)
SIGNED_ALREADY = Objection("contract.signed-already", AGREEMENT)
NOT_OFFERED = Objection("contract.not-offered", AGREEMENT)
ENDED = Objection("contract.ended", AGREEMENT)
DISCOUNT_OUT_OF_RANGE = Objection("contract.discount-out-of-range", AGREEMENT)
DISCOUNT_WITHOUT_REASON = Objection("contract.discount-without-reason", AGREEMENT)
DISCOUNT_BY_DIRECTOR = Objection("contract.discount-by-director", AGREEMENT)
SIGNED_COPY_MISSING = Objection("contract.signed-copy-missing", AGREEMENT)
SIGNATORY_MISSING = Objection("contract.signatory-missing", AGREEMENT)
INTEGRATION_WITHOUT_REASON = Objection("review.integration-without-reason", "IAF MD 11:2019")


def objections_to_reviewing(status: str) -> list[Objection]:
    """Is the application in the reviewers' hands?"""
    if status == ApplicationStatus.SUBMITTED:
        return []
    return [WAITS_FOR_ANSWERS if status == ApplicationStatus.QUESTIONS else NOT_UNDER_REVIEW]


def objections_to_asking_or_refusing(status: str) -> list[Objection]:
    """May the applicant be asked, or refused? Questions already open do not stand in the way."""
    under_review = status in (ApplicationStatus.SUBMITTED, ApplicationStatus.QUESTIONS)
    return [] if under_review else [NOT_UNDER_REVIEW]


def objections_to_confirming(
    part: Part,
    points: Collection[str],
    *,
    status: str,
    prepared: Collection[Objection],
    confirmed: Mapping[str, str],
    reviewer: str,
) -> list[Objection]:
    """May this person confirm this part?

    `points` are those he confirms, `prepared` what is still missing before it, `confirmed` maps each part already
    confirmed to its reviewer.
    """
    objections = [*objections_to_reviewing(status), *prepared]
    if part in confirmed:
        objections.append(CONFIRMED_ALREADY)
    elif reviewer in confirmed.values():
        objections.append(SAME_PERSON)
    left = len(set(POINTS[part]) - set(points))
    return objections + ([POINTS_OPEN.because(left=left)] if left else [])


def objections_to_concluding(
    status: str, confirmed: Collection[str], timed: Collection[str], standards: Collection[str]
) -> list[Objection]:
    """What the review still lacks before the application can be accepted."""
    return [
        *objections_to_reviewing(status),
        *(PARTS_OPEN[part] for part in Part if part not in confirmed),
        *(TIME_NOT_DETERMINED.because(standard=standard) for standard in standards if standard not in timed),
    ]
