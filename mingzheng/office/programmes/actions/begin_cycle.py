"""Begin the cycle of a certification when its certificate is issued 认证周期起算 (ISO/IEC 17021-1:2015 9.1.3.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import latest_cycle


@dataclass(frozen=True)
class CycleBegun(Happened, kind="certification.cycle-begun"):
    certification: str
    standard: str
    starts_on: date
    issued_on: date
    ends_on: date


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.1.3.2")
def begin_cycle(
    uscc: str, standard: str, *, decided_on: date, issued_on: date, expires_on: date, on: date, by
) -> CycleBegun:
    """The days of the latest cycle become known: decision, issue of the certificate, its last day."""
    cycle = latest_cycle(uscc, standard)
    refuse_if([rules.CYCLE_HAS_BEGUN] if cycle.starts_on else [])

    cycle.starts_on, cycle.issued_on, cycle.ends_on = decided_on, issued_on, expires_on
    cycle.save(update_fields=["starts_on", "issued_on", "ends_on"])
    return CycleBegun(cycle.certification.subject_key, standard, decided_on, issued_on, expires_on)
