"""Review the file of an audit for one standard 评定: passed, or sent back by section (ISO/IEC 17021-1:2015 9.5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import decisions as rules
from mingzheng.rulebook.on_site import NOT_AUDITED
from mingzheng.rulebook.review import Quality, Section
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..cases import case_of, locked_file, officer
from ..models import Review


@dataclass(frozen=True)
class Reviewed(Happened, kind="audit.reviewed"):
    audit: str
    standard: Standard
    round: int
    outcome: str  # passed, returned
    notes: dict[Section, str]
    quality: str


def objections(file: Any, standard: Standard, *, on: date, by: Actor) -> list[Objection]:
    """Why this person cannot review the file (a row of `files`) for this standard today."""
    if file.certification is None:
        return [NOT_AUDITED.because(standard=standard)]
    case = case_of(file, standard, on=on)
    found = rules.objections_to_reviewing(case, officer(by, file.visit.client.uscc), on)
    if file.passed is False and file.answered_on is None:
        found.append(rules.RETURN_NOT_ANSWERED.because(standard=standard))
    return found


@action(Role.REVIEWER, clause="ISO/IEC 17021-1:2015 9.5.2")
def review_file(
    number: str,
    *,
    standard: Standard,
    passed: bool,
    notes: Mapping[Section, str],
    quality: Quality,
    on: date,
    by: Actor,
) -> Reviewed:
    """`notes` say by section what is wanting; a file that passes may carry notes, one sent back must."""
    file = locked_file(number, standard)
    said = {Section(section): text for section, text in notes.items() if text.strip()}
    found = objections(file, standard, on=on, by=by)
    refuse_if(found if passed or said else [*found, rules.NOTHING_NOTED])

    made = Review.objects.create(
        audit=file,
        standard=standard,
        round=(file.round or 0) + 1,
        reviewed_by=by.login,
        passed=passed,
        notes=[{"section": section, "text": text} for section, text in said.items()],
        quality=quality,
        reviewed_on=on,
    )
    return Reviewed(number, standard, made.round, "passed" if passed else "returned", said, quality)
