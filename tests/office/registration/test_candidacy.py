"""From a candidacy's opening to what came of it."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.registration.actions.assign_mentor import assign_mentor
from mingzheng.office.registration.actions.complete_candidacy import complete_candidacy
from mingzheng.office.registration.actions.conclude_candidacy import conclude_candidacy
from mingzheng.office.registration.actions.open_candidacy import open_candidacy
from mingzheng.office.registration.actions.submit_candidacy import submit_candidacy
from mingzheng.office.registration.models import Candidacy, Registration, Traineeship
from mingzheng.rulebook.candidacy import EVIDENCE, CandidacyKind, Outcome, Step
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.registration import AuditLog
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.conftest import DAY, kinds

pytestmark = pytest.mark.django_db
Q = Standard.QMS
DONE = AuditLog(Decimal(24), Decimal(15), led=15, audits=16)
TRAINEE, AUDITOR, SENIOR = RegistrationGrade.TRAINEE, RegistrationGrade.AUDITOR, RegistrationGrade.SENIOR


@pytest.fixture
def evaluator(cast):
    return cast["competence_evaluator"]


def filed(login: str, kind: CandidacyKind, by) -> None:
    for paper in EVIDENCE[kind]:
        content = b"%PDF-1.7 " + paper.encode()
        file_paper(f"person:{login}", kind=paper, name="x.pdf", content=content, on=DAY, by=by)


def test_a_trainee_becomes_auditor_and_his_traineeship_ends(cast, evaluator):
    rows.auditor("chen", ("QMS",), grade="trainee", leads=False)
    rows.auditor("liu", ("QMS",))
    assign_mentor("chen", Q, "liu", on=DAY, by=evaluator)
    open_candidacy(
        "chen",
        Q,
        kind=CandidacyKind.PROMOTE,
        grade=AUDITOR,
        work_years=5,
        field_years=3,
        on=DAY,
        by=evaluator,
    )
    with pytest.raises(Refused) as refused:
        complete_candidacy("chen", Q, held_here=AuditLog(Decimal(18), Decimal(12)), on=DAY, by=evaluator)
    assert [(o.code, o.details.get("short")) for o in refused.value.objections] == [
        ("registration.too-little.audit_days", 2),
        ("candidacy.paper-missing.candidacy_form", None),
        ("candidacy.paper-missing.audit_log", None),
    ]
    with pytest.raises(Refused, match="not-complete"):
        submit_candidacy("chen", Q, on=DAY, by=evaluator)
    filed("chen", CandidacyKind.PROMOTE, evaluator)
    complete_candidacy("chen", Q, held_here=DONE, on=DAY, by=evaluator)
    submit_candidacy("chen", Q, on=DAY, by=evaluator)
    Registration.objects.get(person__login="chen").green.create(first_day=DAY, evidence="公告")
    granted = {"number": "2026-N1Q-1", "valid_from": date(2026, 4, 1), "valid_until": date(2029, 3, 31)}
    conclude_candidacy("chen", Q, outcome=Outcome.GRANTED, **granted, on=DAY, by=evaluator)

    held = Registration.objects.filter(person__login="chen").order_by("valid_from")
    assert [(r.grade, r.valid_until) for r in held] == [
        ("trainee", date(2026, 3, 31)),
        ("auditor", date(2029, 3, 31)),
    ]
    assert [r.green.get().evidence for r in held] == ["公告", "公告"]  # a raised grade keeps the mark
    assert Traineeship.objects.get().ended_on == date(2026, 3, 31)
    assert Candidacy.objects.get().step is Step.GRANTED
    steps = [kind.removeprefix("person.candidacy-") for kind in kinds() if "candidacy" in kind]
    assert steps == ["opened", "completed", "submitted", "concluded"]


@pytest.mark.parametrize(
    "mark, carried",
    [
        ((date(2026, 6, 1), None), [(date(2026, 6, 1), None)]),  # marked after the day it is backdated to
        ((date(2025, 6, 1), date(2026, 6, 30)), [(date(2026, 4, 1), date(2026, 6, 30))]),
        ((date(2025, 6, 1), date(2026, 3, 31)), []),
    ],
)
def test_a_registration_granted_takes_over_the_days_of_green_products_and_makes_up_none(
    evaluator, mark, carried
):
    liu = rows.auditor("liu", ("QMS",))
    Registration.objects.get(person=liu).green.create(first_day=mark[0], last_day=mark[1], evidence="公告")
    Candidacy.objects.create(
        person=liu, standard=Q, kind=CandidacyKind.RENEW, grade=AUDITOR, opened_on=DAY, completed_on=DAY, submitted_on=DAY
    )  # fmt: skip
    granted = {"number": "2026-N1Q-2", "valid_from": date(2026, 4, 1), "valid_until": date(2029, 3, 31)}
    conclude_candidacy("liu", Q, outcome=Outcome.GRANTED, **granted, on=DAY, by=evaluator)
    new = Registration.objects.get(number="2026-N1Q-2")
    assert list(new.green.values_list("first_day", "last_day")) == carried


def test_promotion_to_senior_says_how_many_leaderships_are_short(evaluator):
    rows.auditor("liu", ("QMS",))
    open_candidacy("liu", Q, kind=CandidacyKind.PROMOTE, grade=SENIOR, on=DAY, by=evaluator)
    with pytest.raises(Refused) as refused:
        complete_candidacy("liu", Q, held_here=AuditLog(led=13), on=DAY, by=evaluator)
    assert refused.value.objections[0].details["short"] == 2


def test_a_transfer_without_release_is_blocked(cast, evaluator):
    with pytest.raises(Refused, match="no-former-body"):
        open_candidacy("auditor", Q, kind=CandidacyKind.TRANSFER, grade=AUDITOR, on=DAY, by=evaluator)
    transfer = {"kind": CandidacyKind.TRANSFER, "grade": AUDITOR, "former_body": "示例认证公司"}
    open_candidacy("auditor", Q, **transfer, on=DAY, by=evaluator)
    with pytest.raises(Refused, match="paper-missing"):
        complete_candidacy("auditor", Q, held_here=AuditLog(), on=DAY, by=evaluator)
    filed("auditor", CandidacyKind.TRANSFER, evaluator)
    complete_candidacy("auditor", Q, held_here=AuditLog(), on=DAY, by=evaluator)


def test_registering_again_counts_from_the_registration_held(evaluator):
    rows.auditor("liu", ("QMS",))
    Registration.objects.update(confirm_by=date(2026, 1, 1))
    open_candidacy("liu", Q, kind=CandidacyKind.RENEW, grade=AUDITOR, on=DAY, by=evaluator)
    with pytest.raises(Refused) as refused:
        complete_candidacy("liu", Q, held_here=AuditLog(Decimal(12), Decimal(9)), on=DAY, by=evaluator)
    assert [o.code.rpartition(".")[2] for o in refused.value.objections] == [
        "cpd_hours", "cpd_field_hours", "confirmation-missing", "candidacy_form", "audit_log", "training_proof",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kind, grade, why",
    [
        (CandidacyKind.ENTER, TRAINEE, "registered-already"),
        (CandidacyKind.PROMOTE, AUDITOR, "no-step-up"),
        (CandidacyKind.RENEW, SENIOR, "other-grade"),
    ],
)
def test_otherwise_no_candidacy_is_opened(evaluator, kind, grade, why):
    rows.auditor("liu", ("QMS",))
    with pytest.raises(Refused, match=why):
        open_candidacy("liu", Q, kind=kind, grade=grade, on=DAY, by=evaluator)
    assert not Candidacy.objects.exists()


def test_a_candidacy_withdrawn_has_a_reason_and_makes_room_for_another(cast, evaluator):
    entering = {"kind": CandidacyKind.ENTER, "grade": TRAINEE, "on": DAY, "by": evaluator}
    open_candidacy("auditor", Q, **entering)
    with pytest.raises(Refused, match="open-already"):
        open_candidacy("auditor", Q, **entering)
    for outcome, why in [(Outcome.WITHDRAWN, "no-reason"), (Outcome.GRANTED, "not-submitted")]:
        with pytest.raises(Refused, match=why):
            conclude_candidacy("auditor", Q, outcome=outcome, on=DAY, by=evaluator)
    conclude_candidacy("auditor", Q, outcome=Outcome.WITHDRAWN, reason="本人放弃", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="nothing-open"):
        submit_candidacy("auditor", Q, on=DAY, by=evaluator)
    open_candidacy("auditor", Q, **entering)
