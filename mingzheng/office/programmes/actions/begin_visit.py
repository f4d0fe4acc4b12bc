"""Note that the audit of a visit began 审核开始 (ISO/IEC 17021-1:2015 9.4.2); told by the audit's opening meeting."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Visit


@dataclass(frozen=True)
class VisitBegun(Happened, kind="visit.begun"):
    visit: str
    begun_on: date


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.4.2")
def begin_visit(number: str, *, begun_on: date, on: date, by) -> VisitBegun:
    """From now on the programme leaves this visit alone."""
    visit = Visit.objects.select_for_update().get(number=number)
    refuse_if(rules.objections_to_beginning(visit.state))

    visit.begun_on = begun_on
    visit.save(update_fields=["begun_on"])
    return VisitBegun(number, begun_on)
