import pytest

from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.audits.minutes import minutes_in
from mingzheng.office.audits.models import Audit, Conclusion
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.models import Event
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, days_after, minutes, sent, told

pytestmark = pytest.mark.django_db


def test_the_leader_opens_the_audit_with_its_opening_meeting(django_assert_max_num_queries):
    visit, leader = sent()

    with django_assert_max_num_queries(8):
        open_audit(visit.number, minutes(), on=DAY, by=leader)

    audit, event = Audit.objects.get(visit=visit), told("audit.opened")
    assert audit.opened_on == DAY and minutes_in(audit.opening) == minutes()
    assert event.subject == f"audit:{visit.number}" and event.by == "liu"
    assert event.facts["of_client"] == 1 and "示例经理" not in str(event.facts)
    assert Event.objects.count() == 1


def refused(visit, leader, *, held=None, on=DAY):
    with pytest.raises(Refused) as refusal:
        open_audit(visit.number, held or minutes(), on=on, by=leader)
    assert not Event.objects.exists()
    return {objection.code for objection in refusal.value.objections}


def test_a_member_who_does_not_lead_cannot_open_it():
    visit, leader = sent()
    member = Assignment.objects.exclude(person=leader).get().person

    assert "audit.not-leader" in refused(visit, member)


def test_who_is_no_auditor_cannot_open_it(person):
    visit, _ = sent()

    assert refused(visit, person("wang", Role.REVIEWER)) == {"person.not-yours"}


def test_it_is_not_opened_before_the_appointed_day():
    visit, leader = sent()

    assert refused(visit, leader, held=minutes(held_on=days_after(-1)), on=days_after(-1)) == {
        "audit.before-appointed"
    }


def test_confidentiality_that_was_not_restated_keeps_it_shut():
    visit, leader = sent()
    said = [point for point in POINTS[Meeting.OPENING] if point != "confidentiality"]

    assert refused(visit, leader, held=minutes(said=said)) == {"audit.not-said.confidentiality"}


def test_it_is_opened_once():
    visit, leader = sent()
    Audit.objects.create(visit=visit, opened_on=DAY)

    assert refused(visit, leader) == {"audit.already-open"}


def test_without_team_or_when_dropped_there_is_nothing_to_open():
    visit, leader = sent()
    Appointment.objects.filter(visit=visit).update(announced_on=None)
    assert refused(visit, leader) == {"audit.not-announced"}

    Booking.objects.filter(visit=visit).delete()
    Appointment.objects.filter(visit=visit).delete()
    assert refused(visit, leader) == {"audit.not-appointed"}

    Visit.objects.filter(pk=visit.pk).update(dropped_on=DAY)
    assert refused(visit, leader) == {"audit.dropped"}


@pytest.mark.parametrize("ready, opens", [(True, True), (False, False), (None, False)])
def test_stage_2_opens_only_when_stage_1_concluded_ready(ready, opens):
    visit, leader = sent("stage2")
    part = visit.parts.get()
    stage1 = rows.visit("stage1", [part.certification])
    if ready is not None:
        audit = Audit.objects.create(visit=stage1, opened_on=DAY, closed_on=DAY, reported_on=DAY)
        Conclusion.objects.create(audit=audit, standard="QMS", recommended=ready, text="--")

    if opens:
        open_audit(visit.number, minutes(), on=DAY, by=leader)
    else:
        assert refused(visit, leader) == {"audit.stage1-not-ready"}
