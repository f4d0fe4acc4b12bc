"""Add a special visit to the programme 增加特殊审核 (ISO/IEC 17021-1:2015 9.6.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Cycle, VisitPart
from ..visits import part, plan_visits, standards_text


@dataclass(frozen=True)
class SpecialAdded(Happened, kind="visit.special-added"):
    visit: str
    contract: str
    standards: str
    days: str
    reason: str
    latest: date | None


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.6.4")
def add_special_visit(
    contract_number: str,
    *,
    days: Mapping[str, Decimal],
    reason: str,
    latest: date | None = None,
    on: date,
    by,
) -> SpecialAdded:
    """A visit outside the rhythm of the cycle; `days` are the auditor-days of each standard it is for."""
    contract = Contract.objects.select_for_update().get(number=contract_number)
    cycles = {
        cycle.certification.standard: cycle
        for cycle in Cycle.objects.select_related("certification")
        .filter(certification__contract=contract, certification__ended_on=None)
        .order_by("number")
    }
    refuse_if(rules.objections_to_special(days, cycles, reason, latest, on))

    [visit] = plan_visits(contract, [(VisitKind.SPECIAL, 1)], on)
    visit.earliest, visit.latest, visit.reason = on, latest, reason.strip()
    visit.window_clause = "ISO/IEC 17021-1:2015 9.6.4"
    visit.save(update_fields=["earliest", "latest", "reason", "window_clause"])
    VisitPart.objects.bulk_create(part(visit, cycles[standard], d) for standard, d in days.items())
    total = plain(sum(days.values(), Decimal(0)))
    return SpecialAdded(visit.number, contract.number, standards_text(days), total, visit.reason, latest)
