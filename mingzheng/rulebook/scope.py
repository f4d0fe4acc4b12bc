"""What the body itself must be before it certifies, and the groups of technical areas it is accredited for."""

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal

from .identifiers import objections_to_social_credit_code
from .verdict import Objection

GROUP_SHAPE = re.compile(r"0[1-9]|[1-3]\d")  # 01 to 39, IAF ID 1

PRINTED = frozenset(
    [
        "name_zh",
        "name_en",
        "short_name_zh",
        "short_name_en",
        "uscc",
        "approval_number",
        "accreditation_number",
        "address_zh",
        "address_en",
    ]
)
"""What of the body's profile a paper prints as it was on the paper's own day. How to reach it is as it is now."""

PREFIX_UNFIT = Objection("body.prefix-unfit", "CNCA-R approval")
RATE_UNFIT = Objection("body.rate-unfit", "ISO/IEC 17021-1:2015 8.1.1")
GROUP_UNFIT = Objection("scope.group-unfit", "IAF ID 1")
GROUP_HELD = Objection("scope.group-held", "ISO/IEC 17021-1:2015 5.1.1")
CHANGE_AHEAD = Objection("body.change-ahead", "ISO/IEC 17021-1:2015 8.1")
CHANGE_OVERLAPS = Objection("body.change-overlaps", "ISO/IEC 17021-1:2015 8.1")
PROFILE_ENDS_EARLY = Objection("body.profile-ends-early", "ISO/IEC 17021-1:2015 8.1")
PROFILE_NOT_OVER = Objection("body.profile-not-over", "ISO/IEC 17021-1:2015 8.1")
PROFILE_KNOWN = Objection("body.profile-known", "ISO/IEC 17021-1:2015 8.1")
PROFILE_OF_A_CHANGE = Objection("body.profile-of-a-change", "ISO/IEC 17021-1:2015 8.1")
PROFILE_TAKEN_BACK = Objection("body.profile-taken-back", "own procedure")
REASON_MISSING = Objection("body.reason-missing", "own procedure")
SCOPE_ENDS_EARLY = Objection("scope.ends-before-it-begins", "ISO/IEC 17021-1:2015 5.1.1")


def objections_to_body(*, uscc: str, prefix: str, day_rate: Decimal | None) -> list[Objection]:
    """May the body be described like this? `prefix` is the three digits its certificate numbers begin with."""
    objections = objections_to_social_credit_code(uscc)
    if not re.fullmatch(r"\d{3}", prefix):
        objections.append(PREFIX_UNFIT)
    if day_rate is None or day_rate <= 0:
        objections.append(RATE_UNFIT)
    return objections


def objections_to_change(start: date, on: date, since: date | None) -> list[Objection]:
    """May what papers print be another from this day on? `since` is from when on it has been as it is, where known."""
    return [
        *([CHANGE_AHEAD] if start > on else []),
        *([CHANGE_OVERLAPS] if since and start < since else []),
    ]


def objections_to_former_profile(
    first: date, last: date, on: date, known: Collection[tuple[date, date]]
) -> list[Objection]:
    """May it be entered what the body was from a day to a day, both included? `known`: days of which it is known."""
    return [
        *([PROFILE_ENDS_EARLY] if last < first else []),
        *([PROFILE_NOT_OVER] if last >= on else []),
        *[
            PROFILE_KNOWN.because(since=begin, until=end)
            for begin, end in known
            if first <= end and begin <= last
        ][:1],
    ]


def objections_to_taking_back_profile(reason: str, *, entered: bool, taken_back: bool) -> list[Objection]:
    """May a former profile be taken back? Once, saying why, and only one that was `entered` by itself."""
    if taken_back or not entered:
        return [PROFILE_TAKEN_BACK if taken_back else PROFILE_OF_A_CHANGE]
    return [] if reason.strip() else [REASON_MISSING]


def objections_to_scope(
    group: str, valid_from: date, valid_until: date | None, *, held: bool
) -> list[Objection]:
    """May this group be entered as accredited?"""
    return [
        objection
        for objection, stands in [
            (GROUP_UNFIT, not GROUP_SHAPE.fullmatch(group)),
            (GROUP_HELD, held),
            (SCOPE_ENDS_EARLY, valid_until is not None and valid_until < valid_from),
        ]
        if stands
    ]
