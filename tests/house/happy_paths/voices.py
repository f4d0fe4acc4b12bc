"""What others say about the body."""

from mingzheng.office.record.actors import CLOCK
from mingzheng.office.voices.frames import Stratum
from mingzheng.rulebook.questionnaires import STANDARD_FORMS, CallOutcome, Form
from mingzheng.rulebook.voices import CaseKind, Outcome, Topic
from tests import rows
from tests.office.voices import stage
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

plainly("voices.publish_limits", "quality", acknowledge=3, complaint=45, appeal=30)
plainly("voices.issue_questionnaire", "quality", Form.SURVEY, STANDARD_FORMS[Form.SURVEY])


@happy("voices.receive_case")
def _(cast: Cast) -> Call:
    told = {"topic": Topic.AUDIT, "text": "审核员未到场", "call": stage.call().key}
    return call("voices.receive_case", CaseKind.COMPLAINT, **told, by=stage.ANYBODY)


@happy("voices.acknowledge_case")
def _(cast: Cast) -> Call:
    decision = rows.decision("maintain", audit=rows.audit(stage.held())).number
    about = {"decision": decision, "person": "auditor"}
    return call("voices.acknowledge_case", stage.received().number, **about, by=cast["quality"])


def about_visit(until: str) -> str:
    """The number of a case about a visit that was decided."""
    visit = stage.held()
    rows.decision("maintain", visit.parts.get().certification, audit=rows.audit(visit))
    return stage.case(until, about={"visit": visit.number}).number


@happy("voices.assign_case")
def _(cast: Cast) -> Call:
    return call("voices.assign_case", about_visit("acknowledged"), "technical", by=cast["quality"])


@happy("voices.investigate_case")
def _(cast: Cast) -> Call:
    return call("voices.investigate_case", about_visit("assigned"), found="签到齐全", by=stage.sun())


@happy("voices.decide_case")
def _(cast: Cast) -> Call:
    told = {"outcome": Outcome.PARTLY, "reasons": "迟到", "corrective_action": "提醒"}
    return call("voices.decide_case", about_visit("investigated"), **told, by=cast["director"])


@happy("voices.answer_case")
def _(cast: Cast) -> Call:
    return call("voices.answer_case", about_visit("decided"), by=cast["quality"])


@happy("voices.close_case")
def _(cast: Cast) -> Call:
    return call("voices.close_case", about_visit("answered"), followed_up="已培训", by=cast["quality"])


@happy("voices.send_survey")
def _(cast: Cast) -> Call:
    return call("voices.send_survey", stage.held().number, by=CLOCK)


@happy("voices.answer_survey")
def _(cast: Cast) -> Call:
    return call("voices.answer_survey", stage.survey().visit.number, stage.ANSWERS, by=cast["quality"])


@happy("voices.draw_call_backs")
def _(cast: Cast) -> Call:
    for leader in ("liu", "chen", "wang"):
        stage.held(leader)
    told = {"first_day": DAY, "last_day": DAY, "strata": tuple(Stratum), "count": 2, "seed": 1}
    return call("voices.draw_call_backs", **told, by=cast["quality"])


@happy("voices.record_call")
def _(cast: Cast) -> Call:
    told = {"outcome": CallOutcome.COMPLETED, "replies": stage.REPLIES}
    return call("voices.record_call", stage.call().key, **told, by=cast["quality"])
