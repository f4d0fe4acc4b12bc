import pytest

from mingzheng.office.audits.actions.answer_finding import answer_finding
from mingzheng.office.audits.actions.raise_finding import raise_finding
from mingzheng.office.audits.actions.return_answer import return_answer
from mingzheng.office.audits.actions.verify_finding import verify_finding
from mingzheng.office.audits.actions.withdraw_finding import withdraw_finding
from mingzheng.office.audits.models import Finding
from mingzheng.office.record.models import Event
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, close, closed, days_after, look, opened, told

pytestmark = pytest.mark.django_db
ANSWER = {"cause": "未培训", "correction": "已补校准", "corrective_action": "修订计量台账"}


def found(audit, by, grade=Grade.MINOR, **more):
    given = {"standard": Standard.QMS, "clause": "7.1.5", "department": "质检科", "statement": "卡尺超期"}
    return raise_finding(audit.number, grade=grade, on=DAY, by=by, **{**given, **more})


@pytest.fixture
def audit_with_finding():
    audit, leader = opened()
    look(audit, leader), look(audit, leader, clause="9.2")
    found(audit, leader)
    return close(audit, leader)


@pytest.mark.parametrize(
    "grade, due", [(Grade.MAJOR, days_after(30)), (Grade.MINOR, days_after(60)), (Grade.OBSERVATION, None)]
)
def test_a_finding_is_raised_with_the_day_the_answer_is_due(grade, due):
    audit, leader = opened()

    event = found(audit, leader, grade)

    finding = Finding.objects.get()
    assert (finding.number, finding.grade, finding.due_on, finding.state) == (1, grade, due, "open")
    assert event.due_on == due and told("audit.finding_raised").facts["statement"] == "卡尺超期"


def test_findings_are_raised_by_the_team_before_the_closing_meeting_is_over():
    audit, leader = closed()

    with pytest.raises(Refused, match="audit.already-closed"):
        found(audit, leader)
    with pytest.raises(Refused, match="audit.not-on-team"):
        found(audit, rows.auditor("zhao"))
    with pytest.raises(Refused, match="audit.no-such-clause"):
        found(opened_again(), leader, clause="5.4")


def opened_again():
    Finding.objects.all().delete()
    from_other = rows.visit("surveillance")
    rows.team(from_other, rows.auditor("sun"))
    return rows.audit(from_other)


def test_a_clerk_enters_the_clients_answer_on_its_behalf(audit_with_finding, person):
    audit, _ = audit_with_finding

    answer_finding(audit.number, 1, **ANSWER, on=days_after(9), by=person("zhou", Role.PROGRAMME_MANAGER))

    finding, event = Finding.objects.get(), told("audit.finding_answered")
    assert finding.state == "answered" and finding.cause == "未培训"
    assert (event.by, event.facts["on_behalf_of"]) == ("zhou", audit.visit.client.uscc)


def test_an_answer_names_cause_correction_and_corrective_action(audit_with_finding):
    audit, leader = audit_with_finding

    with pytest.raises(Refused) as refusal:
        answer_finding(
            audit.number, 1, cause="未培训", correction="", corrective_action="", on=DAY, by=leader
        )

    assert {o.code for o in refusal.value.objections} == {
        "finding.not.correction",
        "finding.not.corrective_action",
    }


def test_an_auditor_of_another_team_does_not_answer_return_verify_or_withdraw(audit_with_finding):
    audit, leader = audit_with_finding
    answer_finding(audit.number, 1, **ANSWER, on=DAY, by=leader)
    stranger = rows.auditor("zhao")

    with pytest.raises(Refused, match="audit.not-on-team"):
        answer_finding(audit.number, 1, **ANSWER, on=DAY, by=stranger)
    with pytest.raises(Refused, match="audit.not-on-team"):
        return_answer(audit.number, 1, reason="x", on=DAY, by=stranger)
    with pytest.raises(Refused, match="audit.not-on-team"):
        verify_finding(audit.number, 1, verification="x", on=DAY, by=stranger)
    with pytest.raises(Refused, match="audit.not-leader"):
        withdraw_finding(audit.number, 1, reason="x", on=DAY, by=stranger)


def test_an_answer_is_returned_and_given_again_and_verified(audit_with_finding):
    audit, leader = audit_with_finding
    answer_finding(audit.number, 1, **ANSWER, on=days_after(5), by=leader)

    return_answer(audit.number, 1, reason="原因未到根本", on=days_after(6), by=leader)
    assert Finding.objects.get().state == "returned"
    with pytest.raises(Refused, match="audit.no-answer"):
        verify_finding(audit.number, 1, verification="见校准证书", on=days_after(7), by=leader)

    answer_finding(audit.number, 1, **ANSWER, on=days_after(8), by=leader)
    verify_finding(audit.number, 1, verification="见校准证书", on=days_after(9), by=leader)

    finding = Finding.objects.get()
    assert (finding.state, finding.verified_by, finding.verified_on) == ("verified", "liu", days_after(9))
    assert told("audit.answer_returned").facts["reason"] == "原因未到根本"
    assert told("audit.finding_verified").facts["verification"] == "见校准证书"


def test_what_is_verified_takes_no_other_answer_and_is_not_withdrawn(audit_with_finding):
    audit, leader = audit_with_finding
    answer_finding(audit.number, 1, **ANSWER, on=DAY, by=leader)
    verify_finding(audit.number, 1, verification="见证据", on=DAY, by=leader)

    for again in (
        lambda: answer_finding(audit.number, 1, **ANSWER, on=DAY, by=leader),
        lambda: verify_finding(audit.number, 1, verification="x", on=DAY, by=leader),
        lambda: withdraw_finding(audit.number, 1, reason="x", on=DAY, by=leader),
    ):
        with pytest.raises(Refused, match="finding.verified-already"):
            again()


def test_a_finding_is_withdrawn_with_a_reason_and_stays_in_the_file(audit_with_finding):
    audit, leader = audit_with_finding
    with pytest.raises(Refused, match="audit.no-reason"):
        withdraw_finding(audit.number, 1, reason="", on=DAY, by=leader)

    withdraw_finding(audit.number, 1, reason="受审核方补充了证据", on=DAY, by=leader)

    assert Finding.objects.get().state == "withdrawn"
    assert told("audit.finding_withdrawn").facts["reason"] == "受审核方补充了证据"
    with pytest.raises(Refused, match="finding.withdrawn"):
        answer_finding(audit.number, 1, **ANSWER, on=DAY, by=leader)


def test_what_needs_words_is_refused_without_them(audit_with_finding):
    audit, leader = audit_with_finding
    answer_finding(audit.number, 1, **ANSWER, on=DAY, by=leader)
    before = Event.objects.count()

    for wordless in (
        lambda: return_answer(audit.number, 1, reason=" ", on=DAY, by=leader),
        lambda: verify_finding(audit.number, 1, verification="", on=DAY, by=leader),
    ):
        with pytest.raises(Refused, match="audit.no-reason"):
            wordless()
    assert Event.objects.count() == before
