"""Prolong a cycle, as its certificate was 延长认证周期 (IAF ID 3:2011)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.roles import Role

from ..queries import latest_cycle


@dataclass(frozen=True)
class CycleProlonged(Happened, kind="certification.cycle-prolonged"):
    certification: str
    standard: str
    until: date


@action(Role.CLOCK, clause="IAF ID 3:2011")
def prolong_cycle(uscc: str, standard: str, *, until: date, on: date, by) -> CycleProlonged:
    """The recertification may be held until then; its window is reckoned anew by `set_windows`."""
    cycle = latest_cycle(uscc, standard)
    cycle.prolonged_until = until
    cycle.save(update_fields=["prolonged_until"])
    return CycleProlonged(cycle.certification.subject_key, standard, until)
