"""The applicant's side: from the first line to the answer to a refusal."""

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.contracts.actions.amend_application import amend_application
from mingzheng.office.contracts.actions.answer_questions import answer_questions
from mingzheng.office.contracts.actions.answer_refusal import answer_refusal
from mingzheng.office.contracts.actions.ask_applicant import ask_applicant
from mingzheng.office.contracts.actions.begin_application import begin_application
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.contracts.actions.save_draft import save_draft
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.actions.submit_application import submit_application
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.contracts.queries import applications_for
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.record.actors import Applicant
from mingzheng.office.record.models import Event
from mingzheng.rulebook.contract_review import Part
from mingzheng.rulebook.verdict import Refused

from . import cases

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def last(number: str) -> Event:
    return Event.objects.filter(subject=f"application:{number}").latest("sequence")


def test_anybody_may_begin_and_gets_a_secret_link(day):
    application = cases.begun()
    assert (application.number, application.status, len(application.token)) == ("SQ2026-0001", "draft", 43)
    assert application.token not in str(list(Event.objects.values_list("facts", flat=True)))
    assert cases.begun().number == "SQ2026-0002"


@pytest.mark.parametrize(
    "facts, wrong",
    [
        ({"name_zh": " "}, "application.missing.name"),
        ({"uscc": cases.USCC[:17]}, "identifier.credit-code-length"),
        ({"uscc": "9" * 18}, "identifier.inner-code-check"),
    ],
)
def test_an_application_begins_with_a_real_organisation(day, facts, wrong):
    with pytest.raises(Refused) as refused:
        begin_application({**cases.FACTS, **facts}, on=day, by=Applicant("new"))
    assert wrong in codes(refused)
    assert not Application.objects.exists()


def test_nobody_on_the_staff_begins_an_application_as_its_applicant(cast, day):
    with pytest.raises(Refused, match="person.not-yours"):
        begin_application(cases.FACTS, on=day, by=cast["market"])


def test_a_draft_is_saved_as_far_as_it_goes(day):
    application = cases.begun(standards=[], personnel=[])
    told = save_draft(
        application.number, facts={"standards": ["OHSMS"]}, on=day, by=cases.applicant(application)
    )
    application.refresh_from_db()
    assert (application.standards, told.fields, application.scope_zh) == (
        ["OHSMS"],
        ["standards"],
        "物业管理服务",
    )


def test_an_applicant_fills_in_his_part_of_the_row_only(day):
    application = cases.begun()
    with pytest.raises(TypeError):
        save_draft(application.number, facts={"status": "accepted"}, on=day, by=cases.applicant(application))


@pytest.mark.parametrize(
    "act",
    [
        lambda number, by, on: save_draft(number, facts={}, on=on, by=by),
        lambda number, by, on: submit_application(number, on=on, by=by),
        lambda number, by, on: amend_application(number, facts={}, on=on, by=by),
        lambda number, by, on: answer_questions(number, answers=[], on=on, by=by),
        lambda number, by, on: withdraw_application(number, on=on, by=by),
        lambda number, by, on: answer_refusal(number, answer="x", on=on, by=by),
    ],
)
def test_an_applicant_has_no_business_with_another_application(day, act):
    application = cases.begun()
    with pytest.raises(Refused, match="person.not-yours"):
        act(application.number, Applicant("SQ2026-9999"), day)


def test_what_is_missing_is_said_all_at_once(day):
    application = cases.begun(
        standards=[],
        personnel=[],
        sites=[],
        scope_zh="",
        address_zh="",
        has_certificates=None,
        used_consultancy=True,
        had_incident=True,
        ordered_to_stop=None,
    )
    with pytest.raises(Refused) as refused:
        submit_application(application.number, on=day, by=cases.applicant(application))
    missing = "address standards scope sites personnel certificates_declared consultancy_declared"
    missing += " incidents_declared stop_declared legal_status_attached"
    assert codes(refused) == [f"application.missing.{name}" for name in missing.split()]


def test_personnel_that_cannot_be_counted_are_refused(day):
    with pytest.raises(Refused) as refused:
        cases.submitted(personnel=[{"kind": "part_time", "count": 5, "hours": "12"}])
    assert codes(refused) == ["personnel.hours-out-of-range"]


def test_an_application_is_handed_in_once_and_is_then_seen_by_the_staff(cast, day):
    application = cases.begun()
    assert not applications_for(cast["market"]).exists()
    application = cases.submitted()
    assert (application.status, application.submitted_on) == ("submitted", day)
    assert applications_for(cast["market"]).get() == application
    assert not applications_for(cast["auditor"]).exists()
    for again in (
        lambda: submit_application(application.number, on=day, by=cases.applicant(application)),
        lambda: save_draft(application.number, facts={}, on=day, by=cases.applicant(application)),
    ):
        with pytest.raises(Refused) as refused:
            again()
        assert codes(refused) == ["review.handed-in-already"]


@pytest.fixture
def asked(cast, day):
    application = cases.submitted()
    ask_applicant(
        application.number,
        part=Part.TECHNICAL,
        questions=["外包过程有哪些？", " ", "夜班人数？"],
        on=day,
        by=cast["technical"],
    )
    application.refresh_from_db()
    return application


def test_questions_go_back_to_the_applicant_and_his_answers_return(asked, day):
    assert (asked.status, asked.questions.count()) == ("questions", 2)
    told = answer_questions(asked.number, answers=["绿化", "10 人"], on=day, by=cases.applicant(asked))
    asked.refresh_from_db()
    assert (asked.status, told.answers) == ("submitted", 2)
    assert [*asked.questions.order_by("id").values_list("answer", flat=True)] == ["绿化", "10 人"]
    assert last(asked.number).kind == "application.answered"


@pytest.mark.parametrize("answers", [["绿化"], ["绿化", " "], ["绿化", "10", "多"]])
def test_every_question_needs_its_answer(asked, day, answers):
    with pytest.raises(Refused) as refused:
        answer_questions(asked.number, answers=answers, on=day, by=cases.applicant(asked))
    assert codes(refused) == ["review.answer-missing"]


def test_without_questions_there_is_nothing_to_answer_or_amend(day):
    application = cases.submitted()
    for act in (
        lambda: answer_questions(application.number, answers=[], on=day, by=cases.applicant(application)),
        lambda: amend_application(application.number, facts={}, on=day, by=cases.applicant(application)),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == ["review.nothing-asked"]


def test_who_asks_must_ask_something_and_for_his_own_part(cast, day):
    application = cases.submitted()
    with pytest.raises(Refused) as refused:
        ask_applicant(application.number, part=Part.MARKET, questions=[" "], on=day, by=cast["technical"])
    assert codes(refused) == ["person.not-yours", "review.question-empty"]


def test_amended_facts_make_every_confirmation_lapse(cast, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    ask_applicant(application.number, part=Part.MARKET, questions=["地址？"], on=day, by=cast["market"])
    own = cases.applicant(application)

    same = amend_application(application.number, facts={"scope_zh": "物业管理服务"}, on=day, by=own)
    assert (same.fields, application.reviews.count(), application.audit_times.count()) == ([], 2, 2)
    told = amend_application(application.number, facts={"scope_zh": "物业管理"}, on=day, by=own)

    assert (told.fields, told.lapsed) == (["scope_zh"], ["programme", "technical"])
    assert not application.reviews.exists() and not application.audit_times.exists()


def test_an_amended_application_must_still_be_whole(asked, day):
    with pytest.raises(Refused) as refused:
        amend_application(asked.number, facts={"sites": []}, on=day, by=cases.applicant(asked))
    assert codes(refused) == ["application.missing.sites"]


def test_an_application_is_withdrawn_with_the_contract_it_was_offered(cast, day):
    contract = cases.offered(cast)
    own = cases.applicant(contract.application)
    told = withdraw_application(contract.application.number, on=day, by=own)
    contract.refresh_from_db()
    assert (told.was, contract.ended_on) == ("accepted", day)
    with pytest.raises(Refused) as refused:
        withdraw_application(contract.application.number, on=day, by=own)
    assert codes(refused) == ["review.concluded"]


def test_a_signed_contract_can_no_longer_be_withdrawn_from(cast, day):
    contract = cases.offered(cast)
    subject = f"contract:{contract.number}"
    file_paper(subject, kind="signed_contract", name="a.pdf", content=cases.PDF, on=day, by=cast["market"])
    sign_contract(contract.number, client_signatory="甲", body_signatory="乙", on=day, by=cast["market"])
    with pytest.raises(Refused) as refused:
        withdraw_application(contract.application.number, on=day, by=cast["market"])
    assert codes(refused) == ["contract.signed-already"]
    assert Contract.objects.get().ended_on is None


def test_the_applicants_answer_to_a_refusal_is_kept_with_it(cast, day):
    application = cases.submitted()
    refuse_application(application.number, reason="范围不在业务之内", on=day, by=cast["market"])
    own = cases.applicant(application)
    answer_refusal(application.number, answer="我们不同意", on=day, by=own)

    application.refresh_from_db()
    assert (application.status, application.applicants_answer) == ("refused", "我们不同意")
    for answer, code in [("再说一次", "review.answered-already"), (" ", "review.answered-already")]:
        with pytest.raises(Refused) as refused:
            answer_refusal(application.number, answer=answer, on=day, by=own)
        assert code in codes(refused)


def test_only_a_refusal_can_be_answered(day):
    application = cases.submitted()
    with pytest.raises(Refused) as refused:
        answer_refusal(application.number, answer="", on=day, by=cases.applicant(application))
    assert codes(refused) == ["review.not-refused", "review.answer-missing"]


def test_the_database_knows_one_application_by_a_secret():
    one = cases.begun()
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(number="X", token=one.token, begun_on=cases.DAY)
