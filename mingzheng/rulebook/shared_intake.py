"""One application taken in together with a laboratory 检测认证一站式受理: two orders, and what may pass between the two houses.

Clauses: ISO/IEC 17021-1:2015 8.4.2 and 8.4.3 (nothing about a client goes to a third party without its written consent, and it
is told beforehand what), 5.2.3 (threats from related bodies are identified and treated), 9.1.1 (the application).
"""

from datetime import date
from enum import StrEnum

from .contract_review import ApplicationStatus
from .verdict import Objection

CONFIDENTIAL = "ISO/IEC 17021-1:2015 8.4.3"
IMPARTIAL = "ISO/IEC 17021-1:2015 5.2.3"
OWN = "own procedure"
OPEN_TO = (ApplicationStatus.SUBMITTED, ApplicationStatus.QUESTIONS, ApplicationStatus.ACCEPTED)

APPLICATION_NOT_OPEN = Objection("shared-intake.application-not-open", "ISO/IEC 17021-1:2015 9.1.1")
TAKEN_ALREADY = Objection("shared-intake.taken-already", OWN)
LABORATORY_MISSING = Objection("shared-intake.laboratory-missing", OWN)
CONSENT_MISSING = Objection("shared-intake.consent-missing", CONFIDENTIAL)
CONSENT_IN_FUTURE = Objection("shared-intake.consent-in-future", CONFIDENTIAL)
CONSENT_ENDED = Objection("shared-intake.consent-ended", CONFIDENTIAL)
SAFEGUARD_MISSING = Objection("shared-intake.safeguard-missing", IMPARTIAL)
ORDER_MISSING = Objection("shared-intake.order-missing", OWN)
ORDER_KNOWN = Objection("shared-intake.order-known", OWN)
TELL_WHAT = Objection("shared-intake.tell-what", CONFIDENTIAL)
OUTSIDE_CONSENT = Objection("shared-intake.outside-consent", CONFIDENTIAL)


class Direction(StrEnum):
    """Which way information went."""

    TO_LABORATORY = "to_laboratory"
    FROM_LABORATORY = "from_laboratory"


class Content(StrEnum):
    """What was passed on. Findings, reports and decisions of an audit are no part of what the houses share."""

    APPLICATION = "application"  # 申请资料
    SCHEDULE = "schedule"  # 现场日期
    TEST_REPORT = "test_report"  # 检测报告
    PROGRESS = "progress"  # 办理进度


def objections_to_sharing(
    status: str,
    laboratory: str,
    consent_by: str,
    consented: date,
    on: date,
    *,
    taken: bool,
    ended: date | None,
    related: bool,
    safeguard: str,
) -> list[Objection]:
    """May an application be taken in together with a laboratory? `related`: it is a related body, so a safeguard is written down;
    `ended`: when an earlier consent was last taken back."""
    return (
        [APPLICATION_NOT_OPEN] * (status not in OPEN_TO)
        + [TAKEN_ALREADY] * taken
        + [LABORATORY_MISSING] * (not laboratory.strip())
        + [CONSENT_MISSING] * (not consent_by.strip())
        + [CONSENT_IN_FUTURE] * (consented > on)
        + [CONSENT_ENDED] * (ended is not None and consented < ended)
        + [SAFEGUARD_MISSING] * (related and not safeguard.strip())
    )


def objections_to_their_order(order: str, *, known: bool, ended: bool) -> list[Objection]:
    """May the laboratory's order be entered? Once, while the client consents."""
    if ended:
        return [CONSENT_ENDED]
    return [ORDER_KNOWN] * known + [ORDER_MISSING] * (not order.strip())


def objections_to_passing(
    what: str, recipient: str, passed: date, on: date, *, consented: date, ended: bool
) -> list[Objection]:
    """May this be passed on, or entered as passed on? Only under the client's consent, and said what and to whom."""
    if ended:
        return [CONSENT_ENDED]
    return [TELL_WHAT] * (not what.strip() or not recipient.strip()) + [OUTSIDE_CONSENT] * (
        not consented <= passed <= on
    )


def objections_to_ending(reason: str, *, ended: bool) -> list[Objection]:
    """The client takes its consent back once, and it is said why or how."""
    return [CONSENT_ENDED] if ended else [TELL_WHAT] * (not reason.strip())
