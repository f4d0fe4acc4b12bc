"""Note that the audit of a visit ended 审核结束 (ISO/IEC 17021-1:2015 9.4.7); told by the audit's closing meeting."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Visit


@dataclass(frozen=True)
class VisitHeld(Happened, kind="visit.held"):
    visit: str
    client: str
    held_on: date


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.1.3.3")
def end_visit(number: str, *, held_on: date, on: date, by) -> VisitHeld:
    """The next visits are reckoned from this day (set_windows)."""
    visit = Visit.objects.select_for_update(of=("self",)).select_related("client").get(number=number)
    refuse_if(rules.objections_to_ending(visit.state))

    visit.held_on = held_on
    visit.save(update_fields=["held_on"])
    return VisitHeld(number, visit.client.uscc, held_on)
