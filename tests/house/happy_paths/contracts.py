"""From the application to the signed contract."""

from functools import partial
from typing import Any

from mingzheng.office.contracts.actions.answer_refusal import answer_refusal
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.record.action import ACTIONS
from mingzheng.office.record.actors import Applicant
from mingzheng.rulebook.contract_review import POINTS, Part
from tests.office.contracts import cases, taken_over
from tests.rows import DAY

from . import HAPPY, Call, Cast, Q, call, happy


@happy("contracts.begin_application")
def _(cast: Cast) -> Call:
    return call("contracts.begin_application", cases.FACTS, by=Applicant("new"))


@happy("contracts.save_draft")
def _(cast: Cast) -> Call:
    draft = cases.begun()
    return call("contracts.save_draft", draft.number, facts=cases.FACTS, by=cases.applicant(draft))


@happy("contracts.submit_application")
def _(cast: Cast) -> Call:
    draft = cases.begun()
    own, subject = cases.applicant(draft), f"application:{draft.number}"
    ACTIONS["files.file_paper"].run(subject, kind="licence", name="a.pdf", content=cases.PDF, on=DAY, by=own)
    return call("contracts.submit_application", draft.number, by=own)


@happy("contracts.withdraw_application")
def _(cast: Cast) -> Call:
    return call("contracts.withdraw_application", cases.submitted().number, by=cast["market"])


def asked(cast: Cast):
    application = cases.submitted()
    questions = ["外包过程有哪些？", "夜班人数？"]
    call(
        "contracts.ask_applicant",
        application.number,
        part=Part.MARKET,
        questions=questions,
        by=cast["market"],
    )()
    return application


@happy("contracts.ask_applicant")
def _(cast: Cast) -> Call:
    number, by = cases.submitted().number, cast["market"]
    return call(
        "contracts.ask_applicant", number, part=Part.MARKET, questions=["夜班人数？", "外包？"], by=by
    )


@happy("contracts.answer_questions")
def _(cast: Cast) -> Call:
    own = asked(cast)
    return call("contracts.answer_questions", own.number, answers=["绿化", "10"], by=cases.applicant(own))


@happy("contracts.amend_application")
def _(cast: Cast) -> Call:
    own = asked(cast)
    return call(
        "contracts.amend_application", own.number, facts={"scope_zh": "物业"}, by=cases.applicant(own)
    )


@happy("contracts.refuse_application")
def _(cast: Cast) -> Call:
    return call(
        "contracts.refuse_application", cases.submitted().number, reason="范围之外", by=cast["market"]
    )


@happy("contracts.answer_refusal")
def _(cast: Cast) -> Call:
    own = cases.submitted()
    refuse_application(own.number, reason="范围之外", on=DAY, by=cast["market"])
    return partial(answer_refusal, own.number, answer="不同意", on=DAY, by=cases.applicant(own))


def reviewing(name: str, role: str, steps: int, **more: Any) -> None:
    """A step of the review, with the steps of the others before it done."""

    def scene(cast: Cast) -> Call:
        cases.equip()
        application = cases.submitted()
        for step in (cases.check, cases.classify, cases.time)[:steps]:
            step(application, cast)
        return call(name, application.number, by=cast[role], **more)

    HAPPY[name] = scene


reviewing("contracts.check_applicant", "market", 0)
reviewing(
    "contracts.classify_application", "technical", 1,
    codes={"QMS": ["17.10.02"], "EMS": ["17.10.02"]}, complexities={"QMS": "medium", "EMS": "medium"},
)  # fmt: skip
reviewing(
    "contracts.determine_audit_time",
    "programme_manager",
    2,
    factors={"QMS": [{"reason": "成熟", "percent": -10}]},
)
reviewing("contracts.confirm_market", "market", 3, points=POINTS[Part.MARKET])
reviewing("contracts.confirm_technical", "technical", 3, points=POINTS[Part.TECHNICAL])
reviewing("contracts.confirm_programme", "programme_manager", 3, points=POINTS[Part.PROGRAMME])


@happy("contracts.review_transfer")
def _(cast: Cast) -> Call:
    application = taken_over.submitted()
    held, found, points = taken_over.HELD["QMS"], taken_over.FOUND, taken_over.POINTS
    told = {"certificate": held, "found": found, "points": points}
    return call("contracts.review_transfer", application.number, Q, **told, by=cast["technical"])


@happy("contracts.drop_transfer")
def _(cast: Cast) -> Call:
    application = taken_over.submitted()
    taken_over.review(application, cast["technical"])
    return call("contracts.drop_transfer", application.number, Q, reason="报告不全", by=cast["technical"])


@happy("contracts.accept_application")
def _(cast: Cast) -> Call:
    cases.equip()
    return call(
        "contracts.accept_application", cases.reviewed(cases.submitted(), cast).number, by=cast["market"]
    )


@happy("contracts.offer_contract")
def _(cast: Cast) -> Call:
    return call("contracts.offer_contract", cases.accepted(cast).number, by=cast["market"])


@happy("contracts.sign_contract")
def _(cast: Cast) -> Call:
    number, by = cases.offered(cast).number, cast["market"]
    subject = f"contract:{number}"
    call("files.file_paper", subject, kind="signed_contract", name="a.pdf", content=cases.PDF, by=by)()
    return call("contracts.sign_contract", number, client_signatory="甲", body_signatory="乙", by=by)
