"""Join two visits to one client into one trip 合并审核 (ISO/IEC 17021-1:2015 9.1.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Visit, VisitPart
from ..visits import standards_text


@dataclass(frozen=True)
class VisitsJoined(Happened, kind="visit.joined"):
    visit: str
    other: str
    standards: str


def objections(visit: Visit, other: Visit) -> Iterator[Objection]:
    """Why `other` cannot be held together with `visit`."""
    yield from rules.objections_to_changing(visit.state)
    yield from rules.objections_to_changing(other.state)
    if visit.client_id != other.client_id or visit.pk == other.pk:
        yield rules.OTHER_CLIENT
    if visit.kind != other.kind:
        yield rules.OTHER_KIND
    if visit.site_id != other.site_id:
        yield rules.OTHER_SITE
    mine = {part.certification.standard for part in visit.parts.all()}
    for part in other.parts.all():
        if part.certification.standard in mine:
            yield rules.SAME_STANDARD.because(standard=part.certification.standard)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.6")
def join_visits(number: str, other_number: str, *, on: date, by) -> VisitsJoined:
    """The parts of the other visit move here and it is dropped; the window is the one that closes first."""
    visits = {
        visit.number: visit
        for visit in Visit.objects.select_for_update()
        .filter(number__in=[number, other_number])
        .prefetch_related("parts__certification")
        .order_by("pk")
    }
    visit, other = visits[number], visits[other_number]
    refuse_if(objections(visit, other))

    moved = standards_text(part.certification.standard for part in other.parts.all())
    VisitPart.objects.filter(visit=other).update(visit=visit)
    Visit.objects.filter(apart_from=other).update(apart_from=visit)
    if other.latest and (visit.latest is None or other.latest < visit.latest):
        visit.earliest, visit.latest = other.earliest, other.latest
        visit.window_clause = other.window_clause
    other.dropped_on = on
    Visit.objects.bulk_update([visit, other], ["earliest", "latest", "window_clause", "dropped_on"])
    return VisitsJoined(number, other_number, moved)
