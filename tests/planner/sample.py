"""Small planning problems: one written out by hand, and random ones for hypothesis."""

from datetime import date, timedelta

from mingzheng.planner.plan import Assignment
from mingzheng.planner.problem import Competence, Need, Person, Place, Problem, Registration, Split, Visit
from mingzheng.rulebook.calendar import Half, HalfDay

MONDAY = date(2026, 3, 2)
TWO_WEEKS = tuple(MONDAY + timedelta(days=n) for n in range(14) if n % 7 < 5)
HOME, NEAR, FAR = Place(31.23, 121.47), Place(31.30, 121.52), Place(39.90, 116.41)


def half_day(day: int, half: int = 0) -> HalfDay:
    """The half day so many calendar days after the first Monday."""
    return HalfDay(MONDAY + timedelta(days=day), Half(half))


def person(
    id: str, *, standard: str = "QMS", codes: tuple[str, ...] = ("29",), leads: bool = True, **more: object
):
    return Person(
        id=id,
        home=more.pop("home", HOME),
        registrations=more.pop("registrations", (Registration(standard, leads),)),
        competences=more.pop("competences", tuple(Competence(standard, code) for code in codes)),
        **more,
    )


def visit(id: str, **more: object) -> Visit:
    plain = {
        "place": NEAR,
        "needs": (Need("QMS", frozenset({"29"})),),
        "splits": (Split(1, 2),),
        "earliest": TWO_WEEKS[0],
        "due": TWO_WEEKS[-1],
        "latest": TWO_WEEKS[-1],
    }
    return Visit(id=id, **{**plain, **more})


def problem(people, visits, **more: object) -> Problem:
    return Problem(days=more.pop("days", TWO_WEEKS), people=tuple(people), visits=tuple(visits), **more)


def assignment(
    visit: str, day: int, *people: str, half: int = 0, half_days: int = 2, expert: bool = False
) -> Assignment:
    return Assignment(visit, half_day(day, half), half_days, people, expert)
