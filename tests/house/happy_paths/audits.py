"""On site, and what is decided about it."""

from collections.abc import Callable
from typing import Any

from mingzheng.office.audits.models import Audit
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.people.models import Person
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.on_site import Meeting
from mingzheng.rulebook.review import Quality
from tests import rows
from tests.office.audits import stage
from tests.office.decisions import stage as decisions

from . import HAPPY, Call, Cast, Q, call, happy

BOTH = ("QMS", "EMS")
CLAUSES = {"QMS": "8.5.1", "EMS": "8.1"}
ANSWER = {"cause": "未培训", "correction": "已补", "corrective_action": "修订台账"}


def opened() -> tuple[Audit, Person]:
    audit, leader = stage.opened(standards=BOTH)
    for standard in BOTH:
        stage.look(audit, leader, standard, CLAUSES[standard])
        stage.look(audit, leader, standard, "9.2")
    return audit, leader


def found(*, answered: bool = False) -> tuple[Audit, Person]:
    """A closed audit with one minor nonconformity."""
    audit, leader = opened()
    told = {"clause": "7.1.5", "department": "质检科", "statement": "卡尺超期"}
    call("audits.raise_finding", audit.number, grade=Grade.MINOR, standard=Q, **told, by=leader)()
    stage.close(audit, leader)
    if answered:
        call("audits.answer_finding", audit.number, 1, **ANSWER, by=leader)()
    return audit, leader


def concluded() -> tuple[Audit, Person]:
    """Closed with a finding that was verified, and a conclusion for each standard."""
    audit, leader = found(answered=True)
    call("audits.verify_finding", audit.number, 1, verification="见校准证书", by=leader)()
    for standard in BOTH:
        told = {"standard": standard, "recommended": True, "text": "推荐保持"}
        call("audits.conclude", audit.number, **told, by=leader)()
    return audit, leader


def reported() -> tuple[Audit, Person]:
    audit, leader = concluded()
    call("audits.report_audit", audit.number, summary="体系有效", by=leader)()
    return audit, leader


def on_site(name: str, so_far: Callable[[], tuple[Audit, Person]], /, *args: Any, **more: Any) -> None:
    """What the leader does once the audit has come so far."""

    def scene(cast: Cast) -> Call:
        audit, leader = so_far()
        return call(name, audit.number, *args, by=leader, **more)

    HAPPY[name] = scene


on_site(
    "audits.record_evidence", opened,
    standard=Q, clause="7.1.5", department="质检科", evidence="查台账", conforms=True,
)  # fmt: skip
on_site("audits.correct_record", opened, 1, evidence="查 4 份", conforms=True, reason="笔误")
on_site(
    "audits.raise_finding", opened,
    grade=Grade.MINOR, standard=Q, clause="7.1.5", department="质检科", statement="卡尺超期",
)  # fmt: skip
on_site("audits.close_audit", opened, stage.minutes(Meeting.CLOSING))
on_site("audits.answer_finding", found, 1, **ANSWER)
on_site("audits.withdraw_finding", found, 1, reason="证据不足")
on_site("audits.return_answer", lambda: found(answered=True), 1, reason="原因未到根本")
on_site("audits.verify_finding", lambda: found(answered=True), 1, verification="见校准证书")
on_site("audits.conclude", concluded, standard=Q, recommended=True, text="推荐保持")
on_site("audits.report_audit", concluded, summary="体系有效")
on_site("audits.correct_report", reported, summary="更正", reason="范围表述")
on_site("audits.hand_in_file", reported)


@happy("audits.open_audit")
def _(cast: Cast) -> Call:
    visit, leader = stage.sent(standards=BOTH)
    return call("audits.open_audit", visit.number, stage.minutes(), by=leader)


# --- review and decision ----------------------------------------------------------------------------------------------


@happy("decisions.review_file")
def _(cast: Cast) -> Call:
    number = decisions.handed_in("stage2", BOTH).visit.number
    told = {"passed": True, "notes": {}, "quality": Quality.GOOD}
    return call("decisions.review_file", number, standard=Q, **told, by=cast["reviewer"])


@happy("decisions.answer_return")
def _(cast: Cast) -> Call:
    audit = decisions.handed_in("stage2", BOTH)
    decisions.read(audit, cast["reviewer"], passed=False)
    leader = Person.objects.get(login="liu")
    return call("decisions.answer_return", audit.visit.number, standard=Q, answer="已补", by=leader)


@happy("decisions.decide_audit")
def _(cast: Cast) -> Call:
    audit = decisions.handed_in("stage2", BOTH)
    decisions.read(audit, cast["reviewer"])
    told = {"standard": Q, "act": DecisionAct.GRANT, "grounds": Grounds()}
    return call("decisions.decide_audit", audit.visit.number, **told, by=cast["decision_maker"])


@happy("decisions.decide_transfer")
def _(cast: Cast) -> Call:
    uscc = rows.taken_over().client.uscc
    return call("decisions.decide_transfer", uscc, Q, act=DecisionAct.GRANT, by=cast["decision_maker"])


@happy("decisions.decide_status")
def _(cast: Cast) -> Call:
    uscc = decisions.handed_in().visit.client.uscc
    grounds = Grounds(reasons="未按期接受监督审核", reason_code="0112")
    told = {"act": DecisionAct.SUSPEND, "grounds": grounds, "certificate": decisions.IN_FORCE}
    return call("decisions.decide_status", uscc, Q, **told, by=cast["decision_maker"])
