"""What the body itself must be before it certifies, and the groups of technical areas it is accredited for."""

import re
from datetime import date
from decimal import Decimal

from .identifiers import objections_to_social_credit_code
from .verdict import Objection

GROUP_SHAPE = re.compile(r"0[1-9]|[1-3]\d")  # 01 to 39, IAF ID 1

PREFIX_UNFIT = Objection("body.prefix-unfit", "CNCA-R approval")
RATE_UNFIT = Objection("body.rate-unfit", "ISO/IEC 17021-1:2015 8.1.1")
GROUP_UNFIT = Objection("scope.group-unfit", "IAF ID 1")
GROUP_HELD = Objection("scope.group-held", "ISO/IEC 17021-1:2015 5.1.1")
SCOPE_ENDS_EARLY = Objection("scope.ends-before-it-begins", "ISO/IEC 17021-1:2015 5.1.1")


def objections_to_body(*, uscc: str, prefix: str, day_rate: Decimal | None) -> list[Objection]:
    """May the body be described like this? `prefix` is the three digits its certificate numbers begin with."""
    objections = objections_to_social_credit_code(uscc)
    if not re.fullmatch(r"\d{3}", prefix):
        objections.append(PREFIX_UNFIT)
    if day_rate is None or day_rate <= 0:
        objections.append(RATE_UNFIT)
    return objections


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
