"""Make the visits of a cycle, one for all the standards that share it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.audit_cycle import VisitKind, Window
from mingzheng.rulebook.standards import Standard

from .models import Cycle, Visit, VisitPart

INITIAL = [(VisitKind.STAGE1, 1), (VisitKind.STAGE2, 1)]
LATER = [(VisitKind.SURVEILLANCE, 1), (VisitKind.SURVEILLANCE, 2), (VisitKind.RECERTIFICATION, 1)]
ORDER = list(Standard)
WINDOW = ("earliest", "latest", "window_clause")
NO_WINDOWS: Mapping[tuple[VisitKind, int], Window] = {}


def plan_visits(
    contract: Contract,
    places: Sequence[tuple[VisitKind, int]],
    on: date,
    *,
    after: str | None = None,
    windows: Mapping[tuple[VisitKind, int], Window] = NO_WINDOWS,
    **known: Any,
) -> list[Visit]:
    """New visits of these kinds and ordinals under a contract, numbered on from the highest number of the year.

    `after` is that number where the caller has it already, empty when there is none yet; `windows` are those known
    already, `known` fields they all have.
    """
    start = f"XM{on.year}-"
    if after is None:
        first = int(next_number(Visit, "XM", on.year)[len(start) :])
    else:
        first = int(after[len(start) :] or 0) + 1
    return Visit.objects.bulk_create(
        [
            Visit(
                number=f"{start}{first + n:04d}",
                client_id=contract.client_id,
                contract=contract,
                kind=kind,
                ordinal=ordinal,
                **{
                    "earliest": contract.signed_on if kind is VisitKind.STAGE1 else None,
                    **_within(windows.get((kind, ordinal))),
                    **known,
                },
            )
            for n, (kind, ordinal) in enumerate(places)
        ]
    )


def _within(window: Window | None) -> dict[str, Any]:
    return dict(zip(WINDOW, (window.earliest, window.latest, window.clause), strict=True)) if window else {}


def part(visit: Visit, cycle: Cycle, days: Decimal) -> VisitPart:
    """What a visit does for the certification of a cycle; not stored yet."""
    return VisitPart(visit=visit, certification_id=cycle.certification_id, cycle=cycle, days=days)


def days_of(visit: Visit, cycle: Cycle) -> Decimal:
    """The auditor-days of a later visit of a cycle."""
    recertifies = visit.kind == VisitKind.RECERTIFICATION
    return cycle.recertification_days if recertifies else cycle.surveillance_days


def standards_text(standards: Iterable[str]) -> str:
    """Standards as the record names them, in the order of the rulebook: "QMS EMS"."""
    return " ".join(sorted(standards, key=lambda standard: ORDER.index(Standard(standard))))
