"""A body of several offices is planned office by office, and lends people; over threads or over a cluster alike."""

from dataclasses import replace

import pytest
from distributed import Client, LocalCluster

from mingzheng.planner import check
from mingzheng.planner.parts import Parts, clusters
from mingzheng.planner.plan import Assignment
from mingzheng.planner.planning import plan
from mingzheng.planner.problem import Need, Order, Place
from mingzheng.planner.search.improving import Effort
from mingzheng.rulebook.calendar import Half, HalfDay
from tests.planner.sample import person, problem, visit

SUZHOU = Place(31.30, 120.60)
NEEDS_34 = (Need("QMS", frozenset({"34"})),)
BODY = problem(
    [person("王", region="沪"), person("李", region="苏", home=SUZHOU, codes=("29", "34"))],
    [
        visit("甲", region="沪"),
        visit("乙", region="苏", place=SUZHOU),
        visit("丙", region="沪", needs=NEEDS_34),  # nobody in Shanghai covers it
    ],
)


def test_regions_that_need_each_other_are_planned_together():
    tied = replace(BODY, visits=(*BODY.visits[:2], replace(BODY.visits[2], after=(Order("乙"),))))
    assert clusters(BODY) == [("沪",), ("苏",)] and clusters(tied) == [("沪", "苏")]


def test_a_near_region_lends_whom_another_lacks():
    found = plan(BODY, steps=30_000, workers=2)
    assert check(BODY, found) == [] and not found.unplanned
    assert next(one.people for one in found.assignments if one.visit == "丙") == ("李",)


def test_every_region_has_a_plan_before_any_is_improved():
    seen = []
    plan(BODY, steps=30_000, workers=2, progress=seen.append)
    apart = [now.unplanned for now in seen if not now.steps]
    assert apart[:2] == [2, 1]  # 丙 waits for somebody lent
    assert [now.cost for now in seen] == sorted((now.cost for now in seen), reverse=True)


def test_stage_1_may_not_move_behind_a_stage_2_on_which_somebody_is_lent():
    after = replace(BODY.visits[2], after=(Order("甲", 10),))
    parts = Parts(replace(BODY, visits=(*BODY.visits[:2], after)))
    lent = [Assignment("丙", HalfDay(BODY.days[-1], Half.MORNING), 2, ("李",))]
    at_home, abroad = ({visit.id: visit for visit in parts.of([name], lent).visits} for name in ("沪", "苏"))
    assert at_home["丙"].promised and at_home["丙"].after == after.after
    assert abroad["丙"].promised and abroad["丙"].after == ()


def test_seconds_asked_for_are_those_of_the_whole_job():
    assert Effort(seconds=3.0).after(1.0).seconds == 2.0 and Effort(seconds=3.0).after(4.0).seconds > 0
    assert Effort(steps=5).after(100.0) == Effort(steps=5)


def test_a_region_is_planned_though_nobody_lives_elsewhere():
    alone = replace(BODY, people=tuple(replace(person, region="沪") for person in BODY.people))
    assert not check(alone, plan(alone, steps=30_000, workers=2))


def test_what_the_regions_prove_together_is_a_bound_whoever_is_lent():
    found = plan(BODY, steps=30_000, workers=2)
    apart = plan(replace(BODY, people=tuple(replace(p, region="") for p in BODY.people), visits=tuple(replace(v, region="") for v in BODY.visits)), steps=30_000, workers=1)  # fmt: skip
    assert 0 < found.bound <= apart.cost.total <= found.cost.total


@pytest.mark.slow
def test_over_a_cluster_the_plan_is_the_same_as_on_one_machine():
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        executor = client.get_executor()
        for body in (BODY, replace(BODY, people=BODY.people[1:], visits=BODY.visits[1:2])):
            far = plan(body, steps=30_000, workers=2, executor=executor)
            assert far == plan(body, steps=30_000, workers=2)
