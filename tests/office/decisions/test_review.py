import pytest

from mingzheng.office.decisions.actions.answer_return import answer_return
from mingzheng.office.decisions.actions.review_file import review_file
from mingzheng.office.decisions.cases import checks_of
from mingzheng.office.decisions.models import Review
from mingzheng.office.people.models import Person, Tie
from mingzheng.office.record.models import Event
from mingzheng.rulebook.review import failing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused

from .stage import DAY, codes, handed_in, read

pytestmark = pytest.mark.django_db


def test_a_reviewer_passes_a_file_for_one_standard_and_sends_it_back_for_the_other(cast):
    audit = handed_in(standards=("QMS", "EMS"))

    read(audit, cast["reviewer"])
    read(audit, cast["reviewer"], "EMS", passed=False)

    assert dict(Review.objects.values_list("standard", "passed")) == {"QMS": True, "EMS": False}
    returned = Event.objects.get(facts__standard="EMS")
    assert returned.subject == f"audit:{audit.number}" and returned.facts["outcome"] == "returned"
    assert returned.facts["notes"] == {"records": "8.4 缺抽样记录"}


def test_one_review_asks_at_most_eight_queries(cast, django_assert_max_num_queries):
    audit = handed_in()

    with django_assert_max_num_queries(8 + 2):  # and the savepoint around it
        read(audit, cast["reviewer"])

    assert Event.objects.count() == 1


def test_who_was_on_the_team_does_not_review_it():
    audit = handed_in()
    liu = Person.objects.get(login="liu")
    Person.objects.filter(pk=liu.pk).update(roles=["auditor", "reviewer"])

    with pytest.raises(Refused, match="decision.was-on-team"):
        read(audit, Person.objects.get(login="liu"))


def test_who_is_tied_to_the_client_does_not_review_it(cast):
    audit, reviewer = handed_in(), cast["reviewer"]
    Tie.objects.create(
        person=reviewer, uscc=audit.visit.client.uscc, organisation="x", kind="kinship", declared_on=DAY
    )

    with pytest.raises(Refused, match="impartiality.kinship"):
        read(audit, reviewer)


def test_only_a_reviewer_reviews_and_only_what_was_handed_in(cast):
    audit = handed_in(handed_in=False)

    with pytest.raises(Refused, match="person.not-yours"):
        read(audit, cast["decision_maker"])
    with pytest.raises(Refused, match="decision.not-handed-in"):
        read(audit, cast["reviewer"])
    with pytest.raises(Refused, match="audit.standard-not-audited"):
        read(audit, cast["reviewer"], "OHSMS")


def test_what_is_sent_back_says_what_is_wanting(cast):
    audit = handed_in()

    with pytest.raises(Refused, match="decision.nothing-noted"):
        read(audit, cast["reviewer"], passed=False, notes={"records": " "})


def test_a_file_sent_back_is_answered_by_the_leader_and_read_again(cast):
    audit = handed_in()
    liu = Person.objects.get(login="liu")
    read(audit, cast["reviewer"], passed=False)
    with pytest.raises(Refused, match="decision.return-not-answered"):
        read(audit, cast["reviewer"])

    answer_return(audit.number, standard=Standard.QMS, answer="已补充抽样记录", on=DAY, by=liu)
    read(audit, cast["reviewer"])

    assert list(Review.objects.order_by("round").values_list("round", "passed", "answered_by")) == [
        (1, False, "liu"),
        (2, True, ""),
    ]
    with pytest.raises(Refused) as refusal:
        review_file(
            audit.number,
            standard=Standard.QMS,
            passed=True,
            notes={},
            quality="good",
            on=DAY,
            by=cast["reviewer"],
        )
    assert codes(refusal) == {"decision.reviewed-already"}


def test_an_answer_needs_something_sent_back_the_leader_and_words(cast):
    audit = handed_in()
    liu = Person.objects.get(login="liu")

    with pytest.raises(Refused, match="decision.nothing-to-answer"):
        answer_return(audit.number, standard=Standard.QMS, answer="x", on=DAY, by=liu)
    read(audit, cast["reviewer"], passed=False)
    with pytest.raises(Refused, match="audit.not-leader"):
        answer_return(audit.number, standard=Standard.QMS, answer="x", on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="audit.no-reason"):
        answer_return(audit.number, standard=Standard.QMS, answer=" ", on=DAY, by=liu)
    with pytest.raises(Refused, match="person.not-yours"):
        answer_return(audit.number, standard=Standard.QMS, answer="x", on=DAY, by=cast["reviewer"])


def test_the_machine_reads_the_file_before_the_reviewer_does():
    audit = handed_in()

    assert {check.code for check in failing(checks_of(audit, []))} == {
        "plan",
        "confidentiality",
        "complaints",
    }


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.REVIEWER, Role.APPLICANT, Role.CLOCK)]
)
def test_no_other_role_reviews(person, role):
    with pytest.raises(Refused, match="person.not-yours"):
        read(handed_in(), person("wang", role))
