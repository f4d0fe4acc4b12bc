"""Two systems side by side: what is compared is counted here, a difference is explained, and another concludes."""

from datetime import timedelta

import pytest

from mingzheng.office.moving_in.actions.begin_trial_run import begin_trial_run
from mingzheng.office.moving_in.actions.compare_systems import compare_systems
from mingzheng.office.moving_in.actions.conclude_trial_run import conclude_trial_run
from mingzheng.office.moving_in.actions.record_import import record_import
from mingzheng.office.moving_in.models import Comparison, Import, TrialRun
from mingzheng.office.moving_in.papers import told
from mingzheng.office.moving_in.queries import refusals_of
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.moving_in import Measure
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db
COUNTS = {"taken": 0, "mended": 0, "repeated": 0, "known": 0, "refused": 0}


@pytest.fixture
def run(cast) -> str:
    return begin_trial_run("旧系统", on=DAY, by=cast["general_office"]).number


def test_what_this_system_says_is_counted_and_a_difference_needs_its_reason(cast, run):
    rows.client(), rows.client()
    office = cast["general_office"]
    told = compare_systems(run, Measure.CLIENTS, there=2, on=DAY, by=office)
    assert (told.there, told.here) == (2, 2)
    with pytest.raises(Refused, match="unexplained"):
        compare_systems(run, Measure.CLIENTS, there=3, on=DAY, by=office)
    compare_systems(run, Measure.CLIENTS, there=3, explanation="一家未迁入", on=DAY, by=office)
    assert [(one.there, one.here) for one in Comparison.objects.order_by("pk")] == [(2, 2), (3, 2)]
    assert Event.objects.filter(subject=f"trial-run:{run}").count() == 3


def test_a_run_is_concluded_by_another_once_every_measure_was_compared(cast, run):
    waiting = QUEUES["moving-in.trial-runs"]
    assert [waiting.item(row, DAY).key for row in waiting.waiting(cast["director"], DAY)] == [run]
    said = {"succeeded": True, "conclusion": "一致", "on": DAY}
    with pytest.raises(Refused, match="not-compared"):
        conclude_trial_run(run, **said, by=cast["director"])
    for measure in Measure:
        compare_systems(run, measure, there=0, on=DAY, by=cast["general_office"])
    with pytest.raises(Refused):
        conclude_trial_run(run, **said, by=cast["general_office"])
    assert conclude_trial_run(run, **said, by=cast["director"]).succeeded
    assert not waiting.waiting(cast["director"], DAY)
    with pytest.raises(Refused, match="concluded"):
        compare_systems(run, Measure.CLIENTS, there=0, on=DAY, by=cast["general_office"])


def test_a_second_run_beside_the_same_system_waits_for_the_first(cast, run):
    with pytest.raises(Refused, match="runs-already"):
        begin_trial_run("旧系统", on=DAY, by=cast["general_office"])
    with pytest.raises(Refused):
        begin_trial_run("另一系统", on=DAY, by=cast["market"])


def carried(cast, keys, *refusals, on=DAY):
    counts = {**COUNTS, "taken": len(keys), "refused": len(refusals)}
    said = {"file": "台账.xlsx", "digest": "0" * 64, "unread": [], "on": on, "by": cast["administrator"]}
    return record_import("clients", counts=counts, keys=keys, refusals=refusals, **said).number


FAULTY = ("表1!3", "B", "校验码有误", "Wrong check digit")


def test_a_refused_row_is_named_until_a_later_import_carries_it_in(cast):
    first = carried(cast, ["A"], FAULTY, ("表1!4", "C", "缺", "Missing"))
    second = carried(cast, ["B"])
    found = refusals_of(Import.objects.order_by("pk"))
    assert [(one.number, one.key, one.later) for one in found] == [(first, "B", second), (first, "C", "")]


def test_a_conclusion_fixes_the_imports_and_a_row_carried_in_after_it_is_known_all_the_same(cast, run):
    first = carried(cast, ["A"], FAULTY)
    conclude_trial_run(run, succeeded=False, conclusion="未成功", on=DAY, by=cast["director"])
    same_day, after = carried(cast, ["C"]), carried(cast, ["B"], on=DAY + timedelta(days=1))
    known = told(TrialRun.objects.get(), DAY + timedelta(days=2))
    assert [one.number for one in known.imports] == [first] and known.until == DAY
    assert [one.later for one in known.refusals] == [after]

    other = begin_trial_run("另一系统", on=DAY, by=cast["general_office"]).number
    assert [one.number for one in told(TrialRun.objects.get(number=other), DAY).imports] == [same_day, after]
    again = begin_trial_run("旧系统", on=DAY, by=cast["general_office"]).number
    assert [one.number for one in told(TrialRun.objects.get(number=again), DAY).imports] == [
        first,
        same_day,
        after,
    ]
