"""Auditors seen at work."""

from datetime import date

import pytest

from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.cancel_witnessing import cancel_witnessing
from mingzheng.office.competence.actions.plan_witnessing import plan_witnessing
from mingzheng.office.competence.actions.record_witnessing import record_witnessing
from mingzheng.office.competence.models import Witnessing
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from mingzheng.rulebook.witnessing import Outcome
from tests import rows
from tests.conftest import DAY, kinds

pytestmark = pytest.mark.django_db
Q, SEEN = Standard.QMS, date(2026, 3, 20)


@pytest.fixture
def evaluator(cast):
    return cast["competence_evaluator"]


@pytest.fixture
def witness(evaluator):
    """liu, authorised to see others at work; chen is to be seen."""
    made = rows.auditor("liu")
    rows.auditor("chen", ("QMS",))
    authorise_person("liu", AuthorisationKind.WITNESS, basis="资深", on=DAY, by=evaluator)
    return made


def test_an_auditor_is_seen_at_work_by_an_authorised_witness(evaluator, witness):
    plan_witnessing("chen", Q, "liu", planned_for=SEEN, visit="XM2026-0001", on=DAY, by=evaluator)
    result = {"held_on": SEEN, "outcome": Outcome.PASSED, "remarks": "提问得当"}
    for by, on, more, why in [
        (evaluator, SEEN, {}, "not-the-witness"),
        (witness, DAY, {}, "not-yet"),
        (witness, SEEN, {"remarks": " "}, "nothing-seen"),
    ]:
        with pytest.raises(Refused, match=why):
            record_witnessing("chen", Q, **{**result, **more}, on=on, by=by)
    record_witnessing("chen", Q, **result, on=SEEN, by=witness)

    assert Registration.objects.get(person__login="chen").witness_by == date(2029, 3, 20)
    assert kinds()[-2:] == ["person.witnessing-planned", "person.witnessing-recorded"]


def test_who_did_not_pass_is_to_be_seen_again_at_once(evaluator, witness):
    plan_witnessing("chen", Q, "liu", planned_for=SEEN, on=DAY, by=evaluator)
    record_witnessing("chen", Q, held_on=SEEN, outcome=Outcome.FAILED, remarks="未抽样", on=SEEN, by=witness)
    assert Registration.objects.get(person__login="chen").witness_by == SEEN


@pytest.mark.parametrize(
    "who, standard, by, why",
    [
        ("chen", Q, "chen", "own-audit"),
        ("chen", Q, "zhao", "not-a-witness"),
        ("chen", Standard.EMS, "liu", "witnessing.not-registered"),
    ],
)
def test_otherwise_no_witnessing_is_planned(evaluator, witness, who, standard, by, why):
    rows.auditor("zhao")
    with pytest.raises(Refused, match=why):
        plan_witnessing(who, standard, by, planned_for=SEEN, on=DAY, by=evaluator)
    assert not Witnessing.objects.exists()


def test_one_waits_at_a_time_and_can_be_called_off(evaluator, witness):
    plan_witnessing("chen", Q, "liu", planned_for=SEEN, on=DAY, by=evaluator)
    with pytest.raises(Refused, match="planned-already"):
        plan_witnessing("chen", Q, "liu", planned_for=SEEN, on=DAY, by=evaluator)
    cancel_witnessing("chen", Q, reason="客户改期", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="not-planned"):
        cancel_witnessing("chen", Q, reason="客户改期", on=DAY, by=evaluator)
    plan_witnessing("chen", Q, "liu", planned_for=SEEN, on=DAY, by=evaluator)
