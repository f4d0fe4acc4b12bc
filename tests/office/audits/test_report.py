import pytest

from mingzheng.office.audits.actions.conclude import conclude
from mingzheng.office.audits.actions.correct_report import correct_report
from mingzheng.office.audits.actions.hand_in_file import hand_in_file
from mingzheng.office.audits.actions.report_audit import report_audit
from mingzheng.office.audits.models import Conclusion
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, close, closed, days_after, look, opened, told
from .test_findings import found

pytestmark = pytest.mark.django_db


def agree(audit, leader, standard="QMS", recommended=True):
    return conclude(
        audit.number, standard=Standard(standard), recommended=recommended, text="推荐保持", on=DAY, by=leader
    )


def test_the_leader_concludes_for_each_standard_apart():
    audit, leader = closed(standards=("QMS", "EMS"))

    agree(audit, leader)
    agree(audit, leader, "EMS", recommended=False)

    assert dict(Conclusion.objects.values_list("standard", "recommended")) == {"QMS": True, "EMS": False}


def test_until_the_report_a_conclusion_may_be_changed_and_stays_one_per_standard():
    audit, leader = closed()
    agree(audit, leader)
    agree(audit, leader, recommended=False)

    assert Conclusion.objects.get().recommended is False


def test_a_conclusion_needs_the_closing_meeting_the_leader_and_an_audited_standard():
    audit, _ = opened()

    with pytest.raises(Refused) as refusal:
        agree(audit, rows.auditor("zhao"), "EMS")

    assert {o.code for o in refusal.value.objections} == {
        "audit.not-leader",
        "audit.not-closed",
        "audit.standard-not-audited",
    }


@pytest.mark.parametrize(
    "grade, recommends", [(Grade.MAJOR, False), (Grade.MINOR, False), (Grade.OBSERVATION, True)]
)
def test_no_recommendation_while_a_nonconformity_of_the_standard_is_open(grade, recommends):
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")
    found(audit, leader, grade)
    close(audit, leader)

    if recommends:
        agree(audit, leader)
    else:
        with pytest.raises(Refused, match=r"finding\.not\."):
            agree(audit, leader)
        agree(audit, leader, recommended=False)


def test_the_report_needs_a_conclusion_for_every_standard():
    audit, leader = closed(standards=("QMS", "EMS"))
    agree(audit, leader)

    with pytest.raises(Refused, match="audit.no-conclusion"):
        report_audit(audit.number, summary="体系有效", on=DAY, by=leader)

    agree(audit, leader, "EMS")
    report_audit(audit.number, summary="体系有效", on=days_after(2), by=leader)
    audit.refresh_from_db()
    assert (audit.summary, audit.reported_on) == ("体系有效", days_after(2))
    assert told("audit.reported").facts["kind"] == "surveillance"
    with pytest.raises(Refused, match="audit.already-reported"):
        report_audit(audit.number, summary="", on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.already-reported"):
        agree(audit, leader)


def test_a_report_is_corrected_with_a_reason():
    audit, leader = closed()
    with pytest.raises(Refused, match="audit.no-report"):
        correct_report(audit.number, summary="新", reason="x", on=DAY, by=leader)
    agree(audit, leader)
    report_audit(audit.number, summary="旧", on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.no-reason"):
        correct_report(audit.number, summary="新", reason="", on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.not-leader"):
        correct_report(audit.number, summary="新", reason="x", on=DAY, by=rows.auditor("zhao"))

    correct_report(audit.number, summary="新", reason="评定提出范围表述不一致", on=DAY, by=leader)

    assert told("audit.report_corrected").facts["was"] == "旧"


def test_a_complete_file_is_handed_in(django_assert_max_num_queries):
    audit, leader = closed()
    agree(audit, leader)
    report_audit(audit.number, summary="体系有效", on=DAY, by=leader)

    hand_in_file(audit.number, on=days_after(12), by=leader)

    audit.refresh_from_db()
    assert audit.handed_in_on == days_after(12) and told("audit.handed_in").facts["days"] == 12
    with pytest.raises(Refused, match="audit.already-handed-in"):
        hand_in_file(audit.number, on=days_after(12), by=leader)


def test_what_an_incomplete_file_lacks_is_said_one_by_one():
    audit, leader = opened()
    look(audit, leader)
    found(audit, leader, Grade.MAJOR)

    with pytest.raises(Refused) as refusal:
        hand_in_file(audit.number, on=DAY, by=leader)

    assert [o.code for o in refusal.value.objections] == [
        "audit.not-closed",
        "audit.clause-without-record",
        "finding.not.cause",
        "finding.not.correction",
        "finding.not.corrective_action",
        "finding.not.accepted",
        "finding.not.verified",
        "audit.no-conclusion",
        "audit.no-report",
    ]


def test_a_file_the_team_does_not_recommend_goes_in_with_its_open_findings():
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")
    found(audit, leader, Grade.MAJOR)
    close(audit, leader)
    agree(audit, leader, recommended=False)
    report_audit(audit.number, summary="未能整改", on=DAY, by=leader)

    hand_in_file(audit.number, on=DAY, by=leader)


def test_a_stage_1_is_read_with_its_stage_2_and_only_the_leader_hands_in():
    audit, leader = closed(kind="stage1")

    with pytest.raises(Refused, match="audit.stage1-goes-with-stage2"):
        hand_in_file(audit.number, on=DAY, by=leader)
    with pytest.raises(Refused, match="audit.not-leader"):
        hand_in_file(audit.number, on=DAY, by=rows.auditor("zhao"))
