"""Change the auditor-days of a visit for one standard 调整审核人日 (ISO/IEC 17021-1:2015 9.1.4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import VisitPart


@dataclass(frozen=True)
class DaysChanged(Happened, kind="visit.days-changed"):
    visit: str
    standard: str
    before: str
    days: str
    reason: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.4")
def change_days(number: str, *, standard: str, days: Decimal, reason: str, on: date, by) -> DaysChanged:
    """The programme follows what changed at the client; the reason stays with the visit (9.1.4.4)."""
    part = (
        VisitPart.objects.select_for_update(of=("self", "visit"))
        .select_related("visit")
        .get(visit__number=number, certification__standard=standard)
    )
    refuse_if(
        [
            *rules.objections_to_changing(part.visit.state),
            *rules.objections_to_days([days]),
            *([] if reason.strip() else [rules.NO_REASON]),
        ]
    )
    before, part.days = part.days, days
    part.save(update_fields=["days"])
    return DaysChanged(number, standard, plain(before), plain(days), reason.strip())
