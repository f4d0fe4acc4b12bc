from datetime import date

import pytest

from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.confirm_authorisation import confirm_authorisation
from mingzheng.office.competence.actions.end_authorisation import end_authorisation
from mingzheng.office.competence.actions.end_competence import end_competence
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.competence.actions.review_competence import review_competence
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
YEAR = {"valid_from": DAY, "valid_until": date(2029, 3, 1)}


def test_competence_is_recognised_on_a_basis_by_another_person_and_ended(cast):
    evaluator = cast["competence_evaluator"]
    recognise_competence("auditor", Standard.QMS, "17.10.02", basis="从业经历", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="competence-held"):
        recognise_competence("auditor", Standard.QMS, "17.10.02", basis="从业经历", on=DAY, by=evaluator)
    end_competence("auditor", Standard.QMS, "17.10.02", reason="长期未从事", on=DAY, by=evaluator)

    assert Competence.objects.get().ended_on == DAY
    assert kinds() == ["person.competence-recognised", "person.competence-ended"]


@pytest.mark.parametrize(
    "login, code, basis, why",
    [
        ("auditor", "17.x", "经历", "code-unfit"),
        ("auditor", "17.10", " ", "no-basis"),
        ("competence_evaluator", "17.10", "经历", "own-competence"),
    ],
)
def test_otherwise_competence_is_not_recognised(cast, login, code, basis, why):
    with pytest.raises(Refused, match=why):
        recognise_competence(login, Standard.QMS, code, basis=basis, on=DAY, by=cast["competence_evaluator"])


@pytest.mark.slow
def test_a_team_leader_is_authorised_on_a_basis_by_another_person_until_it_is_ended(cast):
    evaluator = cast["competence_evaluator"]
    authorise_person("auditor", AuthorisationKind.LEADER, basis="见证领审三次", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="authorised-already"):
        authorise_person("auditor", AuthorisationKind.LEADER, basis="见证领审三次", on=DAY, by=evaluator)
    end_authorisation("auditor", AuthorisationKind.LEADER, reason="久未领审", on=LATER, by=evaluator)
    with pytest.raises(Refused, match="not-authorised"):
        end_authorisation("auditor", AuthorisationKind.LEADER, reason="久未领审", on=LATER, by=evaluator)

    held = Authorisation.objects.get()
    assert (held.kind, held.since, held.ended_on, held.basis) == ("leader", DAY, LATER, "见证领审三次")
    assert kinds() == ["person.authorised", "person.authorisation-ended"]


@pytest.mark.parametrize(
    "login, basis, why", [("auditor", " ", "no-basis"), ("competence_evaluator", "领审", "own-competence")]
)
def test_otherwise_nobody_is_authorised_to_lead(cast, login, basis, why):
    with pytest.raises(Refused, match=why):
        authorise_person(
            login, AuthorisationKind.LEADER, basis=basis, on=DAY, by=cast["competence_evaluator"]
        )


def test_competence_is_reviewed_as_a_whole_by_another_person(cast):
    evaluator = cast["competence_evaluator"]
    for code in ("17.10", "18.01"):
        recognise_competence(
            "auditor", Standard.QMS, code, basis="经历", evidence="毕业证", on=DAY, by=evaluator
        )
    assert set(Competence.objects.values_list("review_by", flat=True)) == {date(2029, 3, 2)}
    with pytest.raises(Refused, match="nothing-to-review"):
        review_competence("auditor", Standard.EMS, basis="年度评价", on=LATER, by=evaluator)
    with pytest.raises(Refused, match="no-basis"):
        review_competence("auditor", Standard.QMS, basis="", on=LATER, by=evaluator)
    told = review_competence("auditor", Standard.QMS, basis="审核表现良好", on=LATER, by=evaluator)

    assert told.codes == "17.10 18.01"
    assert set(Competence.objects.values_list("reviewed_on", "review_by")) == {(LATER, date(2029, 9, 1))}
    with pytest.raises(Refused, match="own-competence"):
        review_competence(evaluator.login, Standard.QMS, basis="x", on=LATER, by=evaluator)


def test_an_authorisation_is_confirmed_every_year(cast):
    evaluator, kind = cast["competence_evaluator"], AuthorisationKind.REVIEWER
    authorise_person("auditor", kind, basis="培训合格", on=DAY, by=evaluator)
    confirm_authorisation("auditor", kind, basis="评定 40 卷", on=LATER, by=evaluator)
    with pytest.raises(Refused, match="not-authorised"):
        confirm_authorisation("auditor", AuthorisationKind.WITNESS, basis="x", on=LATER, by=evaluator)
    with pytest.raises(Refused, match="no-basis"):
        confirm_authorisation("auditor", kind, basis=" ", on=LATER, by=evaluator)

    assert Authorisation.objects.get().confirm_by == date(2027, 9, 1)
    assert kinds() == ["person.authorised", "person.authorisation-confirmed"]
