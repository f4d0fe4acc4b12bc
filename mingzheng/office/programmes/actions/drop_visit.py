"""Drop a visit that is no longer needed 取消审核项目 (ISO/IEC 17021-1:2015 9.1.3.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Visit


@dataclass(frozen=True)
class VisitDropped(Happened, kind="visit.dropped"):
    visit: str
    reason: str


def objections(visit: Visit) -> list[Objection]:
    """Why this visit cannot be dropped."""
    return rules.objections_to_changing(visit.state)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.3.1")
def drop_visit(number: str, *, reason: str, on: date, by) -> VisitDropped:
    """Its dates and team are released by a follower."""
    visit = Visit.objects.select_for_update().get(number=number)
    refuse_if([*objections(visit), *([] if reason.strip() else [rules.NO_REASON])])

    visit.dropped_on = on
    visit.save(update_fields=["dropped_on"])
    return VisitDropped(number, reason.strip())
