"""What becomes of whom: at least one organisation for every state a body's work can be in."""

from collections.abc import Iterator
from typing import Any

from .case import Case, Fate
from .names import SHIPYARD, invent
from .world import World

APPLIED = 88  # days from the application to the certificate, when nothing comes between
YEAR, SURVEILLED = (
    365,
    305,
)  # days from the certificate to the last day of the first surveillance, and to the visit
SUSPENDED = YEAR + 22
CYCLE = 1095
MISUSER = 1  # the number of the organisation that misuses the mark, and applies again too soon


def surveyed(visit_in: int, standards: str, halt: str, **more: Any) -> Fate:
    """Certified so long ago that the first surveillance is in so many days (was so many ago, when negative)."""
    return Fate(APPLIED + SURVEILLED - visit_in, standards, halt, visit_in=visit_in, **more)


def held(days: int) -> int:
    """Began so long ago that the certificate was issued so many days ago."""
    return APPLIED + days


APPLICANTS = (
    Fate(2, "Q", "draft"), Fate(8, "QE", "submitted"), Fate(14, "Q", "market-confirmed"),
    Fate(15, "QES", "technical-confirmed"), Fate(16, "QE", "timed"), Fate(20, "Q", "confirmed"),
    Fate(15, "QS", "questions"), Fate(22, "Q", "answered"), Fate(70, "Q", turn="withdraws"),
    Fate(50, "Q", turn="outside", trade="outside"), Fate(40, "QE", turn="banned", number=MISUSER),
    Fate(26, "QE", "accepted"), Fate(30, "Q", "offered"), Fate(42, "QES", "signed"), Fate(46, "QE", "opened"),
)  # fmt: skip
UNDER_WAY = (
    surveyed(12, "QE", "surveillance:appointed"), surveyed(14, "QES", "surveillance:assigned"),
    surveyed(12, "Q", "surveillance:announced"), surveyed(10, "QE", "surveillance:plan_sent"),
    surveyed(-1, "Q", "surveillance:plan_sent"), surveyed(0, "QES", "surveillance:under_audit"),
    surveyed(-12, "QE", "surveillance:closed", findings=2), surveyed(-85, "Q", "surveillance:closed", findings=1),
    surveyed(-25, "Q", "surveillance:answered", findings=1),
    surveyed(-10, "Q", "surveillance:concluded", findings=0), surveyed(-12, "QE", "surveillance:reported", findings=0),
    surveyed(-22, "QE", "surveillance:handed_in", findings=0),
    surveyed(-26, "Q", "surveillance:returned", findings=0),
    Fate(APPLIED + 2, "QES", "stage2:part_returned", findings=0),
    surveyed(-28, "QE", "surveillance:reviewed", findings=0),
    Fate(60, "Q", "stage1:reported"), Fate(APPLIED + 10, "QE", "stage2:decided"),
)  # fmt: skip
CERTIFIED = (
    Fate(held(320), "QE", turn="slow"), Fate(held(YEAR + 18), "Q", turn="slow"),
    Fate(held(SUSPENDED + 6), "Q", "suspension-decided", turn="suspended"),
    Fate(held(SUSPENDED + 60), "QE", turn="suspended"), Fate(held(SUSPENDED + 165), "Q", turn="suspended"),
    Fate(held(SUSPENDED + 200), "Q", turn="suspended"), Fate(held(SUSPENDED + 260), "QE", turn="withdrawn"),
    Fate(held(SUSPENDED + 150), "QES", turn="restored"), Fate(held(500), "QES", turn="cancelled"),
    Fate(held(460), "QE", turn="renamed"), Fate(held(560), "Q", turn="extended"), Fate(held(480), "ES", turn="reduced"),
    Fate(held(600), "QE", turn="misused", number=MISUSER), Fate(held(CYCLE + 60), "QE", turn="slow", at=3),
    Fate(held(CYCLE - 40), "Q", turn="slow", at=3), Fate(held(CYCLE + 70), "QES", turn="late", at=3),
    Fate(held(CYCLE + 210), "Q", turn="reapplies", at=3), Fate(held(CYCLE + 185), "QES", turn="early", at=3),
    Fate(held(CYCLE - 75), "QE", "recertification:announced", at=3, visit_in=12), Fate(held(30), "QES", turn="refused:S"),
    Fate(held(620), "QE", turn="transferred"),
)  # fmt: skip
TRANSFERRING = (
    Fate(34, "Q", "opened", turn="taken-over"),
    Fate(60, "QE", turn="taken-over"),
)  # from another body
FAITHFUL = ("QES", "Q", "QE", "QES", "QS", "QE")  # the others: all goes well
CLIENTS = 40


def fates(world: World, clients: int = CLIENTS) -> Iterator[Case]:
    """The cases, `clients` of them at least; the organisations are numbered in this order."""
    told = [*CERTIFIED, *UNDER_WAY, *APPLICANTS]
    who_never = sum(1 for fate in APPLICANTS if fate.halt not in ("accepted", "offered", "signed", "opened"))
    more = max(0, clients - len(told) + who_never)
    span = CYCLE + 200 - 40
    told += [Fate(held(40 + n * span // max(more, 1)), FAITHFUL[n % len(FAITHFUL)]) for n in range(more)]
    told += TRANSFERRING
    numbers = iter(range(2, 700))
    for fate in told:
        number = next(numbers) if fate.number is None else fate.number
        yield Case(world, invent(number, trade=SHIPYARD if fate.trade == "outside" else None), fate)
