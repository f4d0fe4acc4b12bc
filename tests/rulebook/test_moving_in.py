"""When two systems run side by side: what may be begun, compared and concluded."""

from datetime import date

import pytest

from mingzheng.rulebook.moving_in import (
    Measure,
    TrialFacts,
    objections_to_beginning,
    objections_to_comparing,
    objections_to_concluding,
)

DAY = date(2026, 3, 2)
ALL = frozenset(Measure)


def codes(objections):
    return [one.code.removeprefix("moving-in.") for one in objections]


def run(*, concluded=False, measures=ALL, by=("kai",)) -> TrialFacts:
    return TrialFacts(DAY, concluded, frozenset(measures), frozenset(by))


@pytest.mark.parametrize(
    ("system", "runs", "against"),
    [("旧系统", False, []), (" ", False, ["system-missing"]), ("旧系统", True, ["runs-already"])],
)
def test_a_trial_run_begins_once_beside_a_named_system(system, runs, against):
    assert codes(objections_to_beginning(system, runs=runs)) == against


def test_a_difference_is_told_with_its_reason_or_not_at_all():
    assert codes(objections_to_comparing(run(), 9, 9, "")) == []
    assert codes(objections_to_comparing(run(), 9, 8, " ")) == ["unexplained"]
    assert codes(objections_to_comparing(run(), 9, 8, "同日撤销")) == []
    assert codes(objections_to_comparing(run(concluded=True), 9, 9, "")) == ["concluded"]


def test_it_succeeds_when_every_measure_was_compared_and_whoever_compared_does_not_judge():
    less = ALL - {Measure.AUDITORS}
    assert codes(objections_to_concluding(run(), "一致", "zhu", succeeded=True)) == []
    assert codes(objections_to_concluding(run(measures=less), "一致", "zhu", succeeded=True)) == [
        "not-compared"
    ]
    assert codes(objections_to_concluding(run(measures=less), "不一致", "zhu", succeeded=False)) == []
    assert codes(objections_to_concluding(run(), "", "kai", succeeded=False)) == [
        "compared-yourself",
        "conclusion-missing",
    ]
    assert codes(objections_to_concluding(run(concluded=True), "一致", "zhu", succeeded=True)) == [
        "concluded"
    ]
