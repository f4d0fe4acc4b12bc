"""How much one auditor may carry, and for how long he stays with a client.

On-site days and matched certificates a year come from the edition in force; rotation is the body's own number, since
ISO/IEC 17021-1:2015 5.2.3 asks to control familiarity without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .dated_numbers import number
from .editions import Edition
from .half_days import plain
from .verdict import Objection

ROTATE = Objection("workload.rotate", "ISO/IEC 17021-1:2015 5.2.3")


@dataclass(frozen=True)
class Load:
    """What an auditor has this year, and what is to be added."""

    on_site_days: Decimal
    planned_days: Decimal
    certificates: int
    planned_certificates: int


@dataclass(frozen=True)
class Left:
    """What is left of a year after the plan; None where the edition has no limit."""

    days: Decimal | None
    certificates: int | None


def left_of_year(load: Load, edition: Edition) -> Left:
    """On-site days and certificates still free in the year, once the plan is carried out. Negative: too many."""
    days, certificates = edition.limit("on_site_days_a_year"), edition.limit("certificates_a_year")
    return Left(
        days.value - load.on_site_days - load.planned_days if days else None,
        certificates.value - load.certificates - load.planned_certificates if certificates else None,
    )


def objections_to_load(load: Load, edition: Edition) -> list[Objection]:
    """May the auditor take on what is planned?"""
    left, objections = left_of_year(load, edition), []
    if left.days is not None and left.days < 0:
        most = edition.number("on_site_days_a_year")
        told = {"field": "planned_days", "days": plain(most - left.days), "most": most}
        objections.append(Objection("workload.too-many-days", edition.clause("on_site_days_a_year"), told))
    if left.certificates is not None and left.certificates < 0:
        most = edition.number("certificates_a_year")
        told = {"field": "planned_certificates", "certificates": most - left.certificates, "most": most}
        objections.append(
            Objection("workload.too-many-certificates", edition.clause("certificates_a_year"), told)
        )
    return objections


@dataclass(frozen=True)
class Led:
    """One audit of the client: its last day and who led it."""

    ended: date
    leader: str


def led_in_a_row(leader: str, audits: Sequence[Led]) -> int:
    """How many of the client's latest audits this person led without a break."""
    latest_first = sorted(audits, key=lambda audit: audit.ended, reverse=True)
    others = [n for n, audit in enumerate(latest_first) if audit.leader != leader]
    return others[0] if others else len(latest_first)


def objections_to_leading_again(leader: str, audits: Sequence[Led]) -> list[Objection]:
    """May this person lead the client's next audit, or is it another's turn?"""
    most = number("rotation_audits")
    times = led_in_a_row(leader, audits)
    return [ROTATE.because(field="leader", person=leader, times=times, most=most)] if times >= most else []
