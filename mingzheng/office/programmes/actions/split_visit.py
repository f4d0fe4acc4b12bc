"""Split standards off a combined visit, to be audited on a trip of their own 拆分审核 (ISO/IEC 17021-1:2015 9.1.6)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Visit, VisitPart
from ..visits import WINDOW, plan_visits, standards_text


@dataclass(frozen=True)
class VisitSplit(Happened, kind="visit.split"):
    visit: str
    other: str
    standards: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.6")
def split_visit(number: str, *, standards: Collection[str], on: date, by) -> VisitSplit:
    """A new visit of the same kind and window takes these standards over."""
    visit = (
        Visit.objects.select_for_update(of=("self",)).select_related("contract", "site").get(number=number)
    )
    parts = list(VisitPart.objects.filter(visit=visit).select_related("certification"))
    moving = [part for part in parts if part.certification.standard in standards]
    nothing = [] if 0 < len(moving) < len(parts) else [rules.NOTHING_LEFT]
    refuse_if([*rules.objections_to_changing(visit.state), *nothing])

    same = {name: getattr(visit, name) for name in (*WINDOW, "reason", "site")}
    [other] = plan_visits(visit.contract, [(VisitKind(visit.kind), visit.ordinal)], on, **same)
    VisitPart.objects.filter(pk__in=[part.pk for part in moving]).update(visit=other)
    return VisitSplit(number, other.number, standards_text(part.certification.standard for part in moving))
