"""The machine code of the planner: compiled once, for about a minute, and kept; so that seconds asked for are spent searching."""

from datetime import date

from mingzheng.rulebook.calendar import Half, HalfDay

from .problem import Competence, Need, Person, Place, Problem, Promise, Registration, Split, Visit
from .search.kernels.compiling import KEPT

COMPLETE = KEPT / "complete"  # stands there when everything below has been compiled


def is_ready() -> bool:
    return COMPLETE.exists()


def a_day_of_work() -> Problem:
    """The smallest problem that makes the planner use all it has: what is firm, what is near, what is far."""
    day, home = date(2026, 3, 2), Place(31.2, 121.5)
    need, split = (Need("QMS", frozenset({"29"})),), (Split(1, 2),)
    person = Person(
        "a", home, registrations=(Registration("QMS", True),), competences=(Competence("QMS", "29"),)
    )
    firm = Promise(HalfDay(day, Half.MORNING), 2, ("a",), firm=True)
    visits = (
        Visit("firm", home, need, split, day, day, day, promised=firm),
        Visit("far", Place(39.9, 116.4), need, split, day, day, day),
    )
    return Problem(days=(day,), people=(person,), visits=visits)


def now_complete() -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    COMPLETE.touch()
