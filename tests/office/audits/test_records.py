import pytest

from mingzheng.office.audits.actions.close_audit import close_audit
from mingzheng.office.audits.actions.correct_record import correct_record
from mingzheng.office.audits.actions.record_evidence import record_evidence
from mingzheng.office.record.models import Event
from mingzheng.rulebook.on_site import Meeting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, closed, days_after, look, minutes, opened, told

pytestmark = pytest.mark.django_db


def codes(refusal):
    return {objection.code for objection in refusal.value.objections}


def test_the_team_records_evidence_by_clause_and_department(django_assert_max_num_queries):
    audit, leader = opened()

    with django_assert_max_num_queries(9):  # one of them opens, one closes the transaction's savepoint
        look(audit, leader)

    record = audit.records.get()
    assert (record.number, record.clause, record.department, record.recorded_by) == (
        1,
        "8.5.1",
        "生产部",
        "liu",
    )
    assert told("audit.evidence_recorded").facts["record"] == 1


def test_records_are_numbered_within_their_audit():
    audit, leader = opened()
    look(audit, leader)

    assert look(audit, leader, clause="9.2").record == 2


@pytest.mark.parametrize(
    "standard, clause, objection",
    [("EMS", "6.1.2", "audit.standard-not-audited"), ("QMS", "5.4", "audit.no-such-clause")],
)
def test_a_record_stands_under_a_clause_the_visit_audits(standard, clause, objection):
    audit, leader = opened()

    with pytest.raises(Refused, match=objection):
        look(audit, leader, standard, clause)


def test_a_stranger_records_nothing_and_after_the_closing_meeting_nobody_does(person):
    audit, _ = closed()

    with pytest.raises(Refused) as refusal:
        look(audit, rows.auditor("zhao"))
    assert codes(refusal) == {"audit.not-on-team", "audit.already-closed"}
    with pytest.raises(Refused, match="person.not-yours"):
        record_evidence(
            audit.number,
            standard=Standard.QMS,
            clause="9.2",
            department="",
            evidence="",
            conforms=True,
            on=DAY,
            by=person("wang", Role.REVIEWER),
        )


def test_a_record_is_corrected_with_a_reason_and_the_old_text_stays_in_the_record_of_the_body():
    audit, leader = opened()
    look(audit, leader)

    correct_record(audit.number, 1, evidence="查 4 份", conforms=False, reason="笔误", on=DAY, by=leader)

    record, event = audit.records.get(), told("audit.record_corrected")
    assert (record.evidence, record.conforms, record.corrected_on) == ("查 4 份", False, DAY)
    assert event.facts["was"].startswith("查 7 月") and event.facts["conformed"] is True


def test_a_correction_without_a_reason_is_refused():
    audit, leader = opened()
    look(audit, leader)

    with pytest.raises(Refused, match="audit.no-reason"):
        correct_record(audit.number, 1, evidence="", conforms=True, reason=" ", on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.not-on-team"):
        correct_record(
            audit.number, 1, evidence="", conforms=True, reason="x", on=DAY, by=rows.auditor("zhao")
        )


def test_the_audit_closes_when_every_planned_clause_has_a_record():
    audit, _ = closed()

    assert audit.closed_on == DAY and audit.closing["said"]
    assert told("audit.closed").facts["team"] == ["liu", "chen"]


def test_a_planned_clause_without_record_keeps_it_open():
    audit, leader = opened(standards=("QMS", "EMS"))
    look(audit, leader)

    with pytest.raises(Refused) as refusal:
        close_audit(audit.number, minutes(Meeting.CLOSING), on=DAY, by=leader)

    assert [(o.code, *o.details.values()) for o in refusal.value.objections] == [
        ("audit.standard-without-record", "EMS"),
        ("audit.clause-without-record", "QMS", "9.2"),
        ("audit.clause-without-record", "EMS", "9.2"),
    ]


@pytest.mark.parametrize(
    "change, objection",
    [
        ({"said": []}, "audit.not-said.complaints"),
        ({"client": []}, "audit.client-absent"),
        ({"team": ["chen"]}, "audit.leader-absent"),
        ({"held_on": days_after(-1)}, "audit.closes-before-opening"),
        ({"held_on": days_after(3)}, "audit.after-appointed"),
    ],
)
def test_a_closing_meeting_that_lacks_something_does_not_close_it(change, objection):
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")

    with pytest.raises(Refused, match=objection):
        close_audit(audit.number, minutes(Meeting.CLOSING, **change), on=days_after(5), by=leader)
    assert not Event.objects.filter(kind="audit.closed").exists()


def test_only_the_leader_closes_and_only_once():
    audit, leader = closed()

    with pytest.raises(Refused, match="audit.already-closed"):
        close_audit(audit.number, minutes(Meeting.CLOSING), on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.not-leader"):
        close_audit(audit.number, minutes(Meeting.CLOSING), on=DAY, by=rows.auditor("zhao"))
