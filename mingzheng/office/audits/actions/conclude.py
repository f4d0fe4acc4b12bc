"""Conclude an audit for one standard: the team recommends or not; after stage 1, ready or not (ISO/IEC 17021-1:2015 9.3.1, 9.4.6)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Audit, Conclusion
from ..queries import locked, objections_to_leader, objections_to_recommending, standards_of


@dataclass(frozen=True)
class Concluded(Happened, kind="audit.concluded"):
    audit: str
    standard: Standard
    recommended: bool
    text: str


def objections(audit: Audit, *, by: Actor) -> list[Objection]:
    """The leader concludes once the closing meeting was held; until the report is made he may conclude anew."""
    found = objections_to_leader(audit.visit, by)
    if not audit.closed_on:
        found.append(on_site.NOT_CLOSED)
    return [*found, on_site.ALREADY_REPORTED] if audit.reported_on else found


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.6")
def conclude(
    number: str, *, standard: Standard, recommended: bool, text: str, on: date, by: Actor
) -> Concluded:
    audit = locked(number)
    found = objections(audit, by=by)
    if standard not in standards_of(audit.visit):
        found.append(on_site.NOT_AUDITED.because(standard=standard))
    refuse_if(found + objections_to_recommending(audit, standard) if recommended else found)

    Conclusion.objects.update_or_create(
        audit=audit, standard=standard, defaults={"recommended": recommended, "text": text}
    )
    return Concluded(number, standard, recommended, text)
