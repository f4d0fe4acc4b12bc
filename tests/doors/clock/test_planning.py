"""The planner's process: works off what waits, tells how far it is, can be stopped, and survives a run that fails."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command

from mingzheng.doors.clock.planning import work_off
from mingzheng.office.planning.actions.interrupt_plan import interrupt_plan
from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.problem import problem_of
from mingzheng.office.planning.progress import claim, heard
from mingzheng.office.planning.proposals import plan_of_run, proposals
from mingzheng.planner import check
from mingzheng.planner.plan import Plan, Progress
from mingzheng.planner.problem import Problem
from tests import rows
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, UNTIL = rows.DAY, date(2026, 5, 30)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("mingzheng.doors.today.clock", lambda: DAY)
    cache.clear()


@pytest.fixture
def by(cast):
    return cast["programme_manager"]


@pytest.fixture
def run(by) -> str:
    for login in ("wang", "li"):
        rows.auditor(login)
    for _ in range(3):
        rows.visit("surveillance", latest=UNTIL)
    return request_plan(DAY, UNTIL, seconds=1, on=DAY, by=by).run


@pytest.mark.slow
def test_a_run_ends_with_a_plan_that_breaks_no_rule_and_can_be_taken(run):
    call_command("planning")
    done = PlanRun.objects.get()
    plan = plan_of_run(done)
    assert len(plan.assignments) == 3 and check(problem_of(DAY, UNTIL, DAY), plan) == []
    assert all(one.open for one in proposals(plan.assignments))
    assert kinds() == ["plan.requested", "plan.concluded"] and work_off(DAY) == 0


def test_the_planner_hears_when_to_stop_and_tells_how_far_it_is(run, by):
    heard_back = []

    def planner(problem: Problem, *, progress, **more) -> Plan:
        heard_back.append(progress(Progress(0.5, 10, 9.0, 8.0, 0)))
        interrupt_plan(run, on=DAY, by=by)
        heard_back.append(progress(Progress(0.6, 20, 9.0, 8.0, 0)))
        assert heard(run).steps == 20
        return Plan(())

    assert work_off(DAY, planner) == 1
    assert heard_back == [True, False] and PlanRun.objects.get().concluded_on == DAY
    assert heard(run) is None


def test_a_run_that_fails_says_why_and_stops_no_other(run):
    def planner(problem: Problem, **more) -> Plan:
        raise ValueError("no such thing")

    assert work_off(DAY, planner) == 1
    assert PlanRun.objects.get().failure == "ValueError: no such thing"


def test_a_run_another_process_is_at_is_left_to_it_until_that_falls_silent(run):
    claim(run)
    assert work_off(DAY, lambda *_, **__: Plan(())) == 0
    cache.clear()  # the other process died, its word ran out
    assert work_off(DAY, lambda *_, **__: Plan(())) == 1


def test_the_problem_of_the_body_is_written_as_json(run, tmp_path):
    file = tmp_path / "problem.json"
    call_command("problem", str(file), "--from", "2026-03-02", "--to", "2026-05-30", stderr=StringIO())
    assert len(json.loads(file.read_text())["visits"]) == 3
    assert Problem.from_json(file.read_text()) == problem_of(DAY, UNTIL, DAY)
