import pytest

from mingzheng.office.audits.models import Audit, Finding
from mingzheng.office.audits.queues import in_hand, to_answer, to_open, to_verify
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.roles import Role
from tests import rows

from .stage import DAY, days_after, opened, sent

pytestmark = pytest.mark.django_db


def items(name: str, by, on=DAY):
    queue = QUEUES[f"audits.{name}"]
    return [queue.item(row, on) for row in queue.waiting(by, on)]


def test_an_audit_is_on_its_leaders_desk_a_week_before_it_begins():
    visit, leader = sent(starts_on=days_after(8))

    assert not to_open(leader, DAY) and not to_open(rows.auditor("zhao"), days_after(1))
    item = items("to-open", leader, days_after(1))[0]
    assert (item.subject, item.due) == (f"audit:{visit.number}", days_after(8))


def test_an_audit_is_in_its_leaders_hand_until_its_file_is_handed_in_and_says_what_is_next():
    _, leader = opened()
    assert not to_open(leader, DAY) and not in_hand(rows.auditor("zhao"), DAY)

    for done, due, why in [
        ({"closed_on": None}, DAY, "close"),
        ({"closed_on": DAY}, days_after(25), "report"),
        ({"reported_on": DAY}, days_after(25), "hand_in"),
    ]:
        Audit.objects.update(**done)
        (item,) = items("in-hand", leader)
        assert (item.due, item.why) == (due, f"audit.next.{why}")

    Audit.objects.update(handed_in_on=DAY)
    assert not in_hand(leader, DAY)


def test_a_file_with_nonconformities_has_forty_days():
    audit, leader = opened()
    Audit.objects.update(closed_on=DAY, reported_on=DAY)
    finding = {"audit": audit, "standard": "QMS", "clause": "9.2", "statement": "x", "raised_on": DAY}
    Finding.objects.create(**finding, number=1, grade="observation")
    assert items("in-hand", leader)[0].due == days_after(25)

    Finding.objects.create(**finding, number=2, grade="minor")
    assert items("in-hand", leader)[0].due == days_after(40)


def test_a_stage_1_is_reported_but_not_handed_in():
    _, leader = opened(kind="stage1")
    Audit.objects.update(closed_on=DAY)
    assert len(in_hand(leader, DAY)) == 1

    Audit.objects.update(reported_on=DAY)
    assert not in_hand(leader, DAY)


def test_a_finding_waits_for_its_answer_and_then_for_its_verification(person):
    audit, leader = opened()
    Audit.objects.update(closed_on=DAY)
    finding = Finding.objects.create(
        audit=audit,
        number=1,
        standard="QMS",
        clause="9.2",
        grade="minor",
        statement="x",
        raised_on=DAY,
        due_on=days_after(60),
    )
    planner = person("zhou", Role.PROGRAMME_MANAGER)

    assert items("to-answer", leader)[0].due == items("to-answer", planner)[0].due == days_after(60)
    assert not to_verify(leader, DAY)

    finding.responded_on = DAY
    finding.save()
    assert not to_answer(planner, DAY) and len(to_verify(leader, DAY)) == 1
