"""Small random problems for hypothesis: every constraint and every cost turns up in some of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from mingzheng.planner.problem import (
    Already,
    Competence,
    Days,
    Limits,
    Need,
    Order,
    Person,
    Place,
    Problem,
    Promise,
    Registration,
    Span,
    Split,
    Visit,
    Weights,
)
from mingzheng.rulebook.calendar import Half, HalfDay
from tests.planner.sample import MONDAY

END_OF_MARCH = date(2026, 3, 27)  # a Friday: working weeks and weeks of the calendar are not the same
STANDARDS, CODES = ("QMS", "EMS"), ("29", "34")
PLACES = [
    Place(31.23, 121.47),
    Place(31.40, 121.50),
    Place(31.90, 120.60),
    Place(32.06, 118.80),
    Place(39.90, 116.41),
]
SPLITS = [
    Split(1, 2),
    Split(1, 4),
    Split(2, 2),
    Split(1, 3),
    Split(2, 1),
    Split(1, 4, 2),
    Split(1, 2, 2),
    Split(2, 4),
]


def days_of(count: int, first: date = MONDAY) -> list:
    """Working days: every fifth is a holiday or ends the week, so that working weeks are short."""
    return [first + timedelta(days=n) for n in range(count * 2) if n % 7 < 5 and n % 9 != 4][:count]


def some(draw, values, most=None):
    return draw(st.lists(st.sampled_from(values), unique=True, max_size=most)) if values else []


@st.composite
def people(draw, id: str, days: list) -> Person:
    standards = draw(st.lists(st.sampled_from(STANDARDS), min_size=1, unique=True))
    until = st.sampled_from([None, None, *days])
    return Person(
        id=id,
        home=draw(st.sampled_from(PLACES[:3])),
        full_time=draw(st.booleans()),
        senior=draw(st.booleans()),
        registrations=tuple(Registration(s, draw(st.booleans()), None, draw(until)) for s in standards),
        competences=tuple(
            Competence(s, c, draw(st.sampled_from([None, None, days[1]])), draw(until))
            for s in standards
            for c in some(draw, CODES)
        ),
        away=tuple(
            Span(HalfDay(d, Half(draw(st.integers(0, 1)))), HalfDay(d, Half.AFTERNOON))
            for d in some(draw, days, 2)
        ),
        out=tuple(HalfDay(d, Half.MORNING) for d in some(draw, [days[0] - timedelta(1), *days], 2)),
        at_home=tuple(HalfDay(d, Half.AFTERNOON) for d in some(draw, days, 1)),
        weekly_half_days=draw(st.sampled_from([4, 6, 8])),
        fair_half_days=draw(st.sampled_from([None, 2.0, 6.5])),
        already=tuple([Already(days[0].year, 2, 1)] * draw(st.integers(0, 1))),
    )


@st.composite
def visits(draw, id: str, days: list, ids: list[str], earlier: list[str]) -> Visit:
    first, last = sorted(draw(st.lists(st.sampled_from(days), min_size=2, max_size=2)))
    away = some(draw, ids, 1)
    companions = frozenset(
        some(draw, [who for who in ids if who not in away], draw(st.sampled_from([0, 0, 1])))
    )
    left = [who for who in ids if who not in away and who not in companions]
    return Visit(
        id=id,
        place=draw(st.sampled_from(PLACES)),
        needs=tuple(
            Need(s, frozenset(some(draw, CODES, 1)))
            for s in draw(st.lists(st.sampled_from(STANDARDS), min_size=1, unique=True))
        ),
        splits=tuple(draw(st.lists(st.sampled_from(SPLITS), min_size=1, max_size=3, unique_by=lambda s: (s.people, s.half_days)))),
        earliest=first,
        due=draw(st.sampled_from(days)),
        latest=last,
        forbidden=tuple(Days(d, d) for d in some(draw, days, 1)),
        wished=tuple(Days(d, d) for d in some(draw, days, 1)),
        after=tuple(
            Order(before, draw(st.integers(0, 2)), draw(st.sampled_from([None, 5])))
            for before in (some(draw, earlier, 2) if draw(st.integers(0, 2)) == 0 else [])
        ),
        excluded={who: "impartiality.employment" for who in away},
        not_leading=dict.fromkeys(some(draw, ids, 1), "workload.rotate") if draw(st.integers(0, 3)) == 0 else {},
        required=frozenset(some(draw, left, draw(st.sampled_from([0, 0, 0, 1])))),
        companions=companions,
        premium=draw(st.booleans()),
        expert=draw(st.booleans()),
        certificates=draw(st.integers(0, 2)),
        local=frozenset(some(draw, ids, 1)),
        previous_team=frozenset(some(draw, ids, 1)),
        promised=Promise(HalfDay(draw(st.sampled_from(days)), Half.MORNING), 2, tuple(left[:1]))
        if left and draw(st.integers(0, 3)) == 0
        else None,
    )  # fmt: skip


@st.composite
def problems(draw, most_people: int = 4, most_visits: int = 6, most_days: int = 10) -> Problem:
    days = days_of(draw(st.integers(4, most_days)), draw(st.sampled_from([MONDAY, END_OF_MARCH])))
    ids = [f"P{n}" for n in range(draw(st.integers(1, most_people)))]
    names = [f"V{n}" for n in range(draw(st.integers(1, most_visits)))]
    return Problem(
        days=tuple(days),
        people=tuple(draw(people(id, days)) for id in ids),
        visits=tuple(draw(visits(id, days, ids, names[:n])) for n, id in enumerate(names)),
        weights=Weights(
            unplanned=draw(st.sampled_from([1000.0, 25_000.0])), fatigue=draw(st.sampled_from([0.0, 20.0]))
        ),
        limits=Limits(
            nights=draw(st.sampled_from([1, 3, 10])),
            nights_weeks=2,
            on_site_days_a_year=draw(st.sampled_from([None, 4])),
            certificates_a_year=draw(st.sampled_from([None, 3])),
            days_out_in_a_row=draw(st.sampled_from([None, 2, 3])),
            days_out_a_week=draw(st.sampled_from([None, 2, 3])),
            days_out_a_month=draw(st.sampled_from([None, 3])),
        ),
    )
