"""`mingzheng plan`: a plan as JSON, checked, explained, in both languages; what is wrong is said with its place."""

import io
import json

import pytest

from mingzheng.doors.terminal.plan import main
from mingzheng.planner.plan import Plan
from tests.planner.sample import assignment, person, problem, visit

YEAR = problem([person("王"), person("李", leads=False)], [visit("甲"), visit("乙")])


@pytest.fixture
def files(tmp_path):
    def write(name: str, thing) -> str:
        path = tmp_path / name
        path.write_text(thing if isinstance(thing, str) else thing.to_json(), encoding="utf-8")
        return str(path)

    return write


def run(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    return main(list(arguments), out=out), out.getvalue()


@pytest.mark.slow
def test_a_problem_becomes_a_plan_that_passes_the_check(files):
    year = files("year.json", YEAR)
    status, text = run(year, "--steps", "2000", "--json")
    assert status == 0 and len(Plan.from_json(text).assignments) == 2
    status, told = run(year, "--check", files("plan.json", text), "--lang", "en")
    assert status == 0 and "The plan breaks no rule" in told


def test_a_plan_that_breaks_a_rule_is_told_which(files):
    bad = Plan((assignment("甲", 0, "李"),))
    status, text = run(files("year.json", YEAR), "--check", files("plan.json", bad), "--json")
    assert status == 1
    assert {one["code"] for one in json.loads(text)["violations"]} == {
        "planner.may-not-lead",
        "planner.forgotten",
    }


def test_why_not_somebody_else_is_answered_in_words(files):
    good = files("plan.json", Plan((assignment("甲", 0, "王"),)))
    status, text = run(files("year.json", YEAR), "--from", good, "--explain", "甲", "--person", "李")
    assert status == 0 and "李 无权担任组长" in text


def test_what_cannot_be_read_is_named(files, capsys):
    assert run(files("year.json", '{"days": ["2026-13-01"]}'), "--steps", "10")[0] == 2
    assert "days[0]" in capsys.readouterr().err
    assert run("nowhere.json", "--steps", "10")[0] == 2
    assert run(files("year.json", YEAR))[0] == 2
    assert run(files("year.json", YEAR), "--explain", "丙")[0] == 1
