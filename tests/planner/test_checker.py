"""Every constraint is seen when it is broken, and only it; every cost is what its definition says."""

from dataclasses import replace

import pytest

from mingzheng.planner import check, cost
from mingzheng.planner.plan import Plan, Unplanned
from mingzheng.planner.problem import (
    Already,
    Competence,
    Days,
    Limits,
    Need,
    Order,
    Place,
    Promise,
    Registration,
    Span,
    Split,
    Weights,
)
from mingzheng.words import say
from tests.planner.sample import FAR, HOME, TWO_WEEKS, assignment, half_day, person, problem, visit

WANG, LI = person("王"), person("李")
DAY = TWO_WEEKS
QMS_ONLY = (Need("QMS"),)
MONDAY_OFF = (Span(half_day(0, 1), half_day(0, 1)),)
TWO = (Split(2, 2),)
LIMITED = Limits(on_site_days_a_year=2, certificates_a_year=1)
BUSY = (Already(DAY[0].year, half_days=3),)
OUT_OF_ORDER = (half_day(0), half_day(4))
THREE_MORNINGS = (half_day(0), half_day(1), half_day(2))
THREE_LATER = (half_day(20), half_day(22), half_day(24))
REST = {
    "too-long-in-a-row": Limits(days_out_in_a_row=1),
    "no-rest-day": Limits(days_out_a_week=2),
    "too-many-days-a-month": Limits(days_out_a_month=2),
}
TRIP = {"place": FAR, "splits": (Split(1, 8),), "needs": QMS_ONLY}


def broken(people, visits, assignments, **more):
    year = problem(people, visits, **more)
    left = {one.id for one in visits} - {one.visit for one in assignments}
    return check(year, Plan(tuple(assignments), tuple(Unplanned(id) for id in sorted(left))))


@pytest.mark.parametrize(
    ("rule", "people", "visits", "assignments"),
    [
        ("split", [WANG], [visit("甲")], [assignment("甲", 0, "王", half_days=4)]),
        ("split", [WANG, LI], [visit("甲")], [assignment("甲", 0, "王", "李")]),
        ("not-one-working-week", [WANG], [visit("甲")], [assignment("甲", 5, "王")]),
        ("not-one-working-week", [WANG], [visit("甲", splits=(Split(1, 4),))], [assignment("甲", 4, "王", half_days=4)]),
        ("whole-days-begin-in-the-morning", [WANG], [visit("甲")], [assignment("甲", 0, "王", half=1)]),
        ("outside-window", [WANG], [visit("甲", earliest=DAY[1])], [assignment("甲", 0, "王")]),
        ("outside-window", [WANG], [visit("甲", latest=DAY[1])], [assignment("甲", 2, "王")]),
        ("forbidden-by-client", [WANG], [visit("甲", forbidden=(Days(DAY[0], DAY[0]),))], [assignment("甲", 0, "王")]),
        ("stage-before-unplanned", [WANG], [visit("甲"), visit("乙", after=(Order("甲"),))], [assignment("乙", 0, "王")]),
        (
            "too-soon-after",
            [WANG],
            [visit("甲"), visit("乙", after=(Order("甲", 3),))],
            [assignment("甲", 0, "王"), assignment("乙", 2, "王")],
        ),
        (
            "too-long-after",
            [WANG],
            [visit("甲"), visit("乙", after=(Order("甲", 1, 5),))],
            [assignment("甲", 0, "王"), assignment("乙", 7, "王")],
        ),
        ("person-twice", [WANG], [visit("甲", splits=TWO)], [assignment("甲", 0, "王", "王")]),
        ("excluded", [WANG], [visit("甲", excluded={"王": "impartiality.kinship"})], [assignment("甲", 0, "王")]),
        ("required", [WANG, LI], [visit("甲", required=frozenset({"李"}))], [assignment("甲", 0, "王")]),
        ("may-not-lead", [person("王", leads=False)], [visit("甲")], [assignment("甲", 0, "王")]),
        ("not-covered", [person("王", codes=())], [visit("甲")], [assignment("甲", 0, "王")]),
        ("no-expert", [WANG], [visit("甲")], [assignment("甲", 0, "王", expert=True)]),
        ("away", [person("王", away=MONDAY_OFF)], [visit("甲")], [assignment("甲", 0, "王")]),
        ("unknown", [WANG], [visit("甲")], [assignment("甲", 0, "赵")]),
        ("twice", [WANG], [visit("甲")], [assignment("甲", 0, "王"), assignment("甲", 1, "王")]),
        (
            "double-booked",
            [WANG],
            [visit("甲"), visit("乙")],
            [assignment("甲", 0, "王"), assignment("乙", 0, "王")],
        ),
        (
            "places-too-far",
            [WANG],
            [visit("甲", splits=(Split(1, 1),)), visit("乙", splits=(Split(1, 1),), place=Place(31.23, 120.9))],
            [assignment("甲", 0, "王", half_days=1), assignment("乙", 0, "王", half=1, half_days=1)],
        ),
        ("promise-broken", [WANG], [visit("甲", promised=Promise(half_day(1), 2, ("王",), firm=True))], [assignment("甲", 0, "王")]),
        (
            "no-auditor",
            [person("王", registrations=(Registration("EMS", True),), competences=(Competence("EMS", "29"),)), LI],
            [visit("甲", needs=(*QMS_ONLY, Need("EMS"), Need("OHSMS")), splits=TWO)],
            [assignment("甲", 0, "王", "李")],
        ),
    ],
)  # fmt: skip
def test_a_broken_constraint_is_told_and_nothing_else(rule, people, visits, assignments):
    found = broken(people, visits, assignments)
    assert {one.reason.code for one in found} == {f"planner.{rule}"}
    assert all(
        say(one.reason.code, language, **one.reason.details) for one in found for language in ("zh", "en")
    )


@pytest.mark.parametrize(
    ("rule", "person_", "visits", "assignments"),
    [
        ("too-many-days-a-year", person("王", already=BUSY), [visit("甲")], [assignment("甲", 0, "王")]),
        (
            "too-many-certificates",
            WANG,
            [visit("甲", certificates=2)],
            [assignment("甲", 0, "王")],
        ),
        (
            "too-many-nights",
            person("王", weekly_half_days=10),
            [visit("甲", **TRIP), visit("乙", **TRIP)],
            [assignment("甲", 0, "王", half_days=8), assignment("乙", 7, "王", half_days=8)],
        ),
        ("too-long-in-a-row", person("王", out=(half_day(1),)), [visit("甲")], [assignment("甲", 2, "王")]),
        ("no-rest-day", person("王", out=OUT_OF_ORDER), [visit("甲")], [assignment("甲", 2, "王")]),
        (
            "too-many-days-a-month",
            person("王", out=THREE_MORNINGS),
            [visit("甲")],
            [assignment("甲", 7, "王")],
        ),
        ("too-much-in-a-week", person("王", weekly_half_days=1), [visit("甲")], [assignment("甲", 0, "王")]),
    ],
)
def test_a_limit_of_a_persons_time_is_told(rule, person_, visits, assignments):
    limits = replace(LIMITED, nights=7, on_site_days_a_year=2 if rule == "too-many-days-a-year" else None)
    limits = REST.get(rule, limits if rule != "too-many-nights" else Limits(nights=7))
    found = broken([person_], visits, assignments, limits=limits)
    assert {one.reason.code for one in found} == {f"planner.{rule}"}
    assert all(
        say(one.reason.code, language, **one.reason.details) for one in found for language in ("zh", "en")
    )


def test_days_out_are_objected_to_only_where_a_visit_can_be_moved():
    firm = visit("甲", promised=Promise(half_day(0), 2, ("王",), firm=True))
    busy = person("王", out=(half_day(1),))
    assert broken([busy], [firm], [assignment("甲", 0, "王")], limits=Limits(days_out_in_a_row=1)) == []


def test_a_month_and_a_row_go_on_beyond_the_days_to_be_planned():
    limits = Limits(days_out_in_a_row=1, days_out_a_month=2)
    before, later = person("王", out=(half_day(-1),)), person("王", out=THREE_LATER)
    told = [
        broken([who], [visit("甲")], [assignment("甲", 0, "王")], limits=limits) for who in (before, later)
    ]
    assert [[one.reason.code for one in found] for found in told] == [
        ["planner.too-long-in-a-row"],
        ["planner.too-many-days-a-month"],
    ]


def test_a_visit_neither_planned_nor_listed_is_told():
    year = problem([WANG], [visit("甲")])
    assert [one.reason.code for one in check(year, Plan(()))] == ["planner.forgotten"]


WEIGHTS = Weights(km=1, night=100, fatigue=1, part_time_half_day=10, unfair=2, unplanned=5000)


def parts(person_, visit_, *assignments):
    year = problem([person_], [visit_], weights=WEIGHTS)
    return cost(year, Plan(tuple(assignments)))


@pytest.mark.parametrize(
    ("part", "yuan", "person_", "visit_", "day"),
    [
        ("lateness", 1500 + 150 * 2, WANG, visit("甲", due=DAY[0]), 2),
        ("lateness", 0, WANG, visit("甲", due=DAY[2]), 2),
        ("wishes", 200, WANG, visit("甲", wished=(Days(DAY[1], DAY[1]),)), 0),
        ("seniority", 800, WANG, visit("甲", premium=True), 0),
        ("seniority", 0, person("王", senior=True), visit("甲", premium=True), 0),
        ("continuity", 150, WANG, visit("甲", previous_team=frozenset({"李"})), 0),
        ("disturbance", 400 + 150, WANG, visit("甲", promised=Promise(half_day(1), 2, ("李",))), 0),
        ("fees", 20, person("王", full_time=False), visit("甲"), 0),
        ("unfairness", 2 * 3**2, person("王", fair_half_days=5.0), visit("甲"), 0),
        ("unfairness", 0, person("王", fair_half_days=5.0, full_time=False), visit("甲"), 0),
        ("nights", 100, WANG, visit("甲", place=FAR), 0),
        ("nights", 0, WANG, visit("甲", place=FAR, splits=(Split(1, 2, 2),)), 0),
        ("travel", 0, WANG, visit("甲", place=HOME), 0),
    ],
)
def test_a_cost_is_what_its_weight_says(part, yuan, person_, visit_, day):
    year = problem([person_, LI], [visit_], weights=WEIGHTS)
    assert getattr(cost(year, Plan((assignment("甲", day, "王"),))), part) == pytest.approx(yuan)


def test_a_visit_not_planned_costs_its_weight():
    assert parts(WANG, visit("甲")).total == 5000


@pytest.mark.parametrize(
    ("people", "visits", "assignments"),
    [
        ([WANG], [visit("甲"), visit("乙", after=(Order("甲", 3, 3),))], [assignment("甲", 0, "王"), assignment("乙", 3, "王")]),
        ([person("王", already=(Already(2026, half_days=2),))], [visit("甲")], [assignment("甲", 0, "王")]),
        (
            [WANG],
            [visit("甲", splits=(Split(1, 1),)), visit("乙", splits=(Split(1, 1),))],
            [assignment("甲", 0, "王", half_days=1), assignment("乙", 0, "王", half=1, half_days=1)],
        ),
    ],
)  # fmt: skip
def test_what_is_just_within_a_limit_is_allowed(people, visits, assignments):
    assert broken(people, visits, assignments, limits=Limits(on_site_days_a_year=2)) == []


def test_far_visits_on_days_in_a_row_make_one_trip():
    year = problem([WANG], [visit("甲", place=FAR), visit("乙", place=FAR)], weights=WEIGHTS)
    alone = cost(year, Plan((assignment("甲", 0, "王"),)))
    in_a_row = cost(year, Plan((assignment("甲", 0, "王"), assignment("乙", 1, "王"))))
    apart = cost(year, Plan((assignment("甲", 0, "王"), assignment("乙", 2, "王"))))
    assert in_a_row.travel == pytest.approx(alone.travel) and apart.travel == pytest.approx(2 * alone.travel)
    assert (in_a_row.nights, apart.nights) == (200, 200)
