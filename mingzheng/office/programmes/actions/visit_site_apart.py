"""Audit a site of the client on a trip of its own 场所单独审核 (ISO/IEC 17021-1:2015 9.1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mingzheng.office.clients.models import Site
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import VisitPart
from ..visits import WINDOW, part, plan_visits


@dataclass(frozen=True)
class SiteApart(Happened, kind="visit.site-apart"):
    visit: str
    other: str
    site: str
    days: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.5")
def visit_site_apart(number: str, *, site: int, days: Mapping[str, Decimal], on: date, by) -> SiteApart:
    """A visit of its own takes these days of each standard over, within the same window; the visit's decision waits for it."""
    held = VisitPart.objects.select_for_update(of=("self", "visit")).filter(visit__number=number)
    parts = {
        p.certification.standard: p for p in held.select_related("visit__contract", "certification", "cycle")
    }
    visit = next(iter(parts.values())).visit
    where = Site.objects.get(pk=site, client=visit.client_id)
    has = {standard: p.days for standard, p in parts.items()}
    refuse_if(
        [
            *rules.objections_to_changing(visit.state),
            *rules.objections_to_site(where.closed_on),
            *rules.objections_to_apart(days, has),
        ]
    )

    apart_from = visit.apart_from_id or visit.pk
    own: dict[str, Any] = {
        "site": where,
        "apart_from_id": apart_from,
        "reason": f"{where.name_zh} ← {number}",
    }
    own |= {name: getattr(visit, name) for name in WINDOW}
    [other] = plan_visits(visit.contract, [(VisitKind.SPECIAL, 1)], on, **own)
    VisitPart.objects.bulk_create(
        part(other, parts[standard].cycle, taken) for standard, taken in days.items()
    )
    for standard, taken in days.items():
        parts[standard].days -= taken
    VisitPart.objects.bulk_update([parts[standard] for standard in days], ["days"])
    return SiteApart(number, other.number, where.name_zh, plain(sum(days.values(), Decimal(0))))
