"""Set the earliest and latest day of a client's visits 核定审核时限 (ISO/IEC 17021-1:2015 9.1.3.3)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.roles import Role

from ..models import Visit, VisitPart
from ..windows import windows


@dataclass(frozen=True)
class WindowSet(Happened, kind="visit.window-set"):
    visit: str
    client: str
    standards: str
    earliest: date | None
    latest: date | None
    clause: str


@action(Role.CLOCK, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.3.3")
def set_windows(uscc: str, *, on: date, by) -> list[WindowSet]:
    """Reckon the visits still to come anew by the edition in force today; one event for each that changed."""
    parts = _parts(uscc=uscc)
    reckoned = windows(parts, on)
    changed: dict[int, Visit] = {}
    for part in parts:
        visit, window = part.visit, reckoned.get(part.visit_id)
        if window and visit.begun_on is None:
            new = (window.earliest, window.latest, window.clause)
            if new != (visit.earliest, visit.latest, visit.window_clause):
                visit.earliest, visit.latest, visit.window_clause = new
                changed[visit.pk] = visit
    Visit.objects.bulk_update(changed.values(), ["earliest", "latest", "window_clause"])
    return [
        WindowSet(v.number, uscc, _standards(parts, v), v.earliest, v.latest, v.window_clause)
        for v in changed.values()
    ]


@Prepared
def _parts(*, uscc: str) -> QuerySet[VisitPart]:
    """What is audited of a client, each with its visit and its cycle."""
    rows = VisitPart.objects.select_related("visit", "cycle__certification__transfer", "certification")
    theirs = {"certification__client__uscc": uscc, "certification__ended_on": None}
    return rows.filter(**theirs, visit__dropped_on=None).order_by("visit__number", "certification_id")


def _standards(parts: list[VisitPart], visit: Visit) -> str:
    return " ".join(part.certification.standard for part in parts if part.visit_id == visit.pk)
