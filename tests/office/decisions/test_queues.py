from datetime import timedelta

import pytest

from mingzheng.office.decisions.models import Review
from mingzheng.office.decisions.queues import to_answer, to_decide, to_review
from mingzheng.office.people.models import Person
from mingzheng.office.record.queue import QUEUES
from tests import rows

from .stage import DAY, decide, handed_in, read

pytestmark = pytest.mark.django_db


def items(name: str, by):
    queue = QUEUES[f"decisions.{name}"]
    return [queue.item(row, DAY) for row in queue.waiting(by, DAY)]


def test_a_file_waits_for_review_for_each_standard_and_not_with_its_own_team(cast):
    audit = handed_in(standards=("QMS", "EMS"))

    waiting = items("to-review", cast["reviewer"])

    assert [item.subject for item in waiting] == [f"file:{audit.number}/QMS", f"file:{audit.number}/EMS"]
    assert {item.due for item in waiting} == {DAY + timedelta(days=10)}
    assert not to_review(Person.objects.get(login="liu"), DAY)


def test_a_file_goes_from_desk_to_desk_until_it_is_decided(cast):
    audit, liu = handed_in(), Person.objects.get(login="liu")
    read(audit, cast["reviewer"], passed=False)
    assert len(to_answer(liu, DAY)) == 1 and not to_review(cast["reviewer"], DAY)

    Review.objects.update(answered_on=DAY, answer="x")
    assert not to_answer(liu, DAY) and items("to-review", cast["reviewer"])[0].why == "review-state.answered"

    read(audit, cast["reviewer"])
    assert len(to_decide(cast["decision_maker"], DAY)) == 1 and not to_decide(liu, DAY)

    decide(audit, cast["decision_maker"])
    assert not to_decide(cast["decision_maker"], DAY)


def test_the_six_month_clock_of_a_stage_2_comes_before_the_bodys_own(cast):
    long_ago = DAY - timedelta(days=180)
    audit = handed_in("stage2", opened_on=long_ago, closed_on=long_ago)
    Review.objects.create(audit=audit, standard="QMS", passed=True, reviewed_by="reviewer", reviewed_on=DAY)

    due = items("to-decide", cast["decision_maker"])[0].due

    assert due == rows.DAY.replace(month=3, day=3)
