"""One person's confirmation of one part of the review: the same for market, technical and programme."""

from collections.abc import Collection, Iterable
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.rulebook.contract_review import (
    NOT_CHECKED,
    NOT_CLASSIFIED,
    POINTS,
    TIME_NOT_DETERMINED,
    Part,
    objections_to_confirming,
)
from mingzheng.rulebook.verdict import Objection

from .models import Application, ApplicationReview
from .queries import reviewers_of


def objections(
    application: Application, part: Part, reviewer: str, points: Collection[str] | None = None
) -> list[Objection]:
    """Why this person (login) cannot confirm this part; without `points`, whether he could if he confirmed them all."""
    return objections_to_confirming(
        part,
        POINTS[part] if points is None else points,
        status=application.status,
        prepared=list(_not_prepared(application, part)),
        confirmed=reviewers_of(application),
        reviewer=reviewer,
    )


def _not_prepared(application: Application, part: Part) -> Iterable[Objection]:
    """What must be found out before a part can be confirmed."""
    if part is Part.MARKET and not application.check_result:
        yield NOT_CHECKED
    if part is Part.TECHNICAL:
        yield from (
            NOT_CLASSIFIED.because(standard=standard)
            for standard in application.standards
            if standard not in application.technical_codes
        )
    if part is Part.PROGRAMME:
        timed = set(application.audit_times.values_list("standard", flat=True))
        yield from (
            TIME_NOT_DETERMINED.because(standard=standard)
            for standard in application.standards
            if standard not in timed
        )


def confirm(
    application: Application, part: Part, points: Collection[str], remarks: str, on: date, login: str
) -> None:
    """Keep the confirmation; the actions have asked :func:`objections` first."""
    ApplicationReview.objects.create(
        application=application,
        part=part,
        confirmations=list(points),
        remarks=remarks.strip(),
        reviewer=Person.objects.get(login=login),
        confirmed_on=on,
    )
