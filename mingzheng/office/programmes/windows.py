"""Reckon the windows of a client's visits from what is known of its cycles, by the edition in force."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mingzheng.rulebook.audit_cycle import VisitKind, Window, cycle_windows, stage2_window, strictest
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.extraordinary import CLAUSE
from mingzheng.rulebook.standards import Standard

from .models import Cycle, Visit, VisitPart
from .taking_over import first_elsewhere


def windows(parts: Iterable[VisitPart], on: date) -> dict[int, Window]:
    """The window of each visit that can be reckoned, by its key; for several standards the one that closes first.

    `parts` are all parts of the cycles concerned, held visits included, with visit, cycle and certification (and its transfer).
    """
    cycles: dict[int, list[VisitPart]] = {}
    for part in parts:
        cycles.setdefault(part.cycle_id, []).append(part)
    found: dict[int, list[Window]] = {}
    for of_cycle in cycles.values():
        standard = Standard(of_cycle[0].certification.standard)
        for visit, window in _of_cycle(of_cycle[0].cycle, [p.visit for p in of_cycle], standard, on):
            put_off = next(part.put_off_until for part in of_cycle if part.visit_id == visit.pk)
            found.setdefault(visit.pk, []).append(_later(window, put_off))
    return {visit: strictest(*several) for visit, several in found.items()}


def _later(window: Window, until: date | None) -> Window:
    """The window in an extraordinary event that put its last day off."""
    return replace(window, latest=until, clause=CLAUSE) if until and until > window.latest else window


def _of_cycle(
    cycle: Cycle, visits: list[Visit], standard: Standard, on: date
) -> Iterable[tuple[Visit, Window]]:
    by_kind = {(visit.kind, visit.ordinal): visit for visit in visits}
    held = {place: visit.held_on for place, visit in by_kind.items()}
    known: dict[tuple[str, int], Window] = {}
    if stage1_ended := held.get((VisitKind.STAGE1, 1)):
        known[VisitKind.STAGE2, 1] = stage2_window(stage1_ended)
    if cycle.starts_on and cycle.issued_on and cycle.ends_on:
        first, second, last = cycle_windows(
            decided=cycle.starts_on,
            issued=cycle.issued_on,
            expires=cycle.ends_on,
            edition=edition_in_force(standard, on),
            recertified=cycle.number > 0,
            first_ended=held.get((VisitKind.SURVEILLANCE, 1)) or first_elsewhere(cycle),
        )
        known[VisitKind.SURVEILLANCE, 1] = first
        known[VisitKind.SURVEILLANCE, 2] = second
        known[VisitKind.RECERTIFICATION, 1] = _later(last, cycle.prolonged_until)
    return [(by_kind[place], window) for place, window in known.items() if place in by_kind]
