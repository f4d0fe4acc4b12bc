"""Review a certification before it is taken over 转换评审 — IAF MD 2:2017 2.2: another body's, of one standard applied for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import ApplicationStatus, objections_to_reviewing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import (
    NOT_DECLARED,
    OFFERED_ALREADY,
    Found,
    Point,
    objections_to_found,
    objections_to_transfer,
)
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import certificates_of
from ..models import Application, TransferReview
from ..queries import locked


@dataclass(frozen=True)
class TransferReviewed(Happened, kind="application.transfer-reviewed"):
    number: str
    name_zh: str
    standard: str
    body: str
    certificate: str
    expires_on: date
    cycle_number: int
    surveillances: int
    points: dict[str, str]


def objections(application: Any) -> list[Objection]:
    """Why nothing can be said of a transfer now: who was refused, or was offered his contract, is past it."""
    if getattr(application, "contract", None):
        return [OFFERED_ALREADY]
    if application.status == ApplicationStatus.ACCEPTED:
        return []
    return objections_to_reviewing(application.status)


@action(Role.TECHNICAL, clause="IAF MD 2:2017 2.2")
def review_transfer(
    number: str,
    standard: Standard,
    *,
    certificate: str,
    found: Found,
    points: Mapping[str, str],
    on: date,
    by: Actor,
) -> TransferReviewed:
    """`certificate` is one of those declared or found; `points` says what was seen at each point of the review.

    A client whose certification cannot be taken over is a new one: his application goes on as it is.
    """
    application = locked(number, by)
    said = {Point(point): text.strip() for point, text in points.items() if text.strip()}
    refuse_if(
        [*objections(application), *_objections_to_found(application, standard, certificate, found, on)]
    )
    refuse_if(objections_to_transfer(found.facts(said), on))
    body = certificates_of(application, standard)[certificate]["body"]
    kept = _kept(found) | {"body": body, "certificate": certificate, "points": said, "reviewed_on": on}
    kept["reviewed_by"] = Person.objects.get(login=by.login)
    TransferReview.objects.update_or_create(application=application, standard=standard, defaults=kept)
    return TransferReviewed(
        number,
        application.name_zh,
        standard,
        body,
        certificate,
        found.expires,
        found.cycle_number,
        found.surveillances,
        {str(point): text for point, text in said.items()},
    )


def _kept(found: Found) -> dict[str, Any]:
    """What was found, as the row keeps it: that it was valid, accredited and without open majors, every row says."""
    return {
        "approval": found.approval,
        "lost_accreditation_on": found.issuer_lost_accreditation,
        "first_issued_on": found.first_issued,
        "issued_on": found.issued,
        "expires_on": found.expires,
        "cycle_number": found.cycle_number,
        "surveillances": found.surveillances,
        "last_audit_on": found.surveyed,
    }


def _objections_to_found(
    application: Application, standard: Standard, certificate: str, found: Found, on: date
) -> list[Objection]:
    declared = certificate in certificates_of(application, standard)
    return [
        *([] if declared else [NOT_DECLARED.because(standard=standard, field="certificate")]),
        *objections_to_found(found, on),
    ]
