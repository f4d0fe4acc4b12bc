"""The review before a certification is taken over from another body (IAF MD 2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.contracts.actions.drop_transfer import drop_transfer
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.review_transfer import review_transfer
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.contracts.models import Contract, TransferReview
from mingzheng.office.fees.queries import audits_of, days_by_standard
from mingzheng.office.record.models import Event
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused

from . import cases, taken_over
from .taken_over import DAY, FOUND, HELD, POINTS, review

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def last_event() -> Event:
    return Event.objects.latest("id")


def test_what_was_seen_at_each_point_is_kept_with_the_cycle_as_it_is(cast):
    application = taken_over.submitted()

    review(application, cast["technical"])

    kept = TransferReview.objects.get()
    assert (kept.standard, kept.body, kept.certificate) == ("QMS", "另一认证有限公司", HELD["QMS"])
    assert (kept.found, kept.reviewed_by, kept.points) == (FOUND, cast["technical"], POINTS)
    told = last_event()
    assert (told.kind, told.subject) == ("application.transfer-reviewed", f"application:{application.number}")
    assert (told.facts["certificate"], told.facts["points"]) == (HELD["QMS"], POINTS)


@pytest.mark.parametrize(
    ("changes", "points", "objections"),
    [
        ({"status": Status.SUSPENDED}, POINTS, ["transfer.suspended"]),
        ({"status": Status.WITHDRAWN}, POINTS, ["transfer.not-valid"]),
        ({"expires": DAY - timedelta(days=1)}, POINTS, ["transfer.past-expiry"]),
        ({"accredited": False}, POINTS, ["transfer.not-accredited"]),
        ({"issuer_lost_accreditation": date(2025, 9, 1)}, POINTS, ["transfer.too-late"]),
        ({"majors_open": 2}, POINTS, ["transfer.major-open"]),
        ({}, {**POINTS, "law": " "}, ["transfer.not-reviewed"]),
        ({"first_issued": date(2024, 9, 11)}, POINTS, ["transfer.out-of-order"]),
        ({"approval": ""}, POINTS, ["identifier.approval-unreadable"]),
    ],
)
def test_what_md_2_does_not_let_over_is_refused_and_the_application_goes_on(
    cast, changes, points, objections
):
    application, before = taken_over.submitted(), Event.objects.count()

    with pytest.raises(Refused) as refused:
        review(application, cast["technical"], found=replace(FOUND, **changes), points=points)

    assert codes(refused) == objections
    assert all(
        "MD 2" in objection.clause for objection in refused.value.objections if "transfer" in objection.code
    )
    assert not TransferReview.objects.exists() and Event.objects.count() == before


def test_only_a_certificate_that_is_declared_or_was_found_is_taken_over(cast):
    application = taken_over.submitted(existing_certificates=[taken_over.ROWS[1]])

    with pytest.raises(Refused, match="transfer.not-declared"):
        review(application, cast["technical"], "QMS")

    cases.check(application, cast, earlier=[taken_over.ROWS[0]])
    review(application, cast["technical"], "QMS")
    assert TransferReview.objects.get().certificate == HELD["QMS"]


def test_reviewed_again_the_later_word_counts(cast):
    application = taken_over.submitted()
    review(application, cast["technical"])
    review(application, cast["technical"], points={**POINTS, "reason": "服务更近"})

    assert TransferReview.objects.get().points["reason"] == "服务更近"


def test_a_transfer_is_settled_before_the_contract_is_offered(cast):
    application = taken_over.accepted(cast, "QMS", "EMS")
    offer_contract(application.number, on=DAY, by=cast["market"])

    with pytest.raises(Refused, match="transfer.offered-already"):
        review(application, cast["technical"])
    with pytest.raises(Refused, match="transfer.offered-already"):
        drop_transfer(application.number, Standard.QMS, reason="改主意", on=DAY, by=cast["technical"])


def test_nothing_is_taken_over_for_who_withdrew(cast):
    application = taken_over.submitted()
    withdraw_application(application.number, on=DAY, by=cast["market"])

    with pytest.raises(Refused, match="review.not-under-review"):
        review(application, cast["technical"])


def test_a_transfer_is_given_up_for_a_reason_and_the_client_is_a_new_one(cast):
    application = taken_over.accepted(cast, "QMS")

    with pytest.raises(Refused, match="transfer.no-reason"):
        drop_transfer(application.number, Standard.QMS, reason=" ", on=DAY, by=cast["technical"])
    drop_transfer(application.number, Standard.QMS, reason="报告不全", on=DAY, by=cast["technical"])

    assert not TransferReview.objects.exists() and last_event().facts["reason"] == "报告不全"
    with pytest.raises(Refused, match="transfer.no-review"):
        drop_transfer(application.number, Standard.QMS, reason="再来", on=DAY, by=cast["technical"])
    offer_contract(application.number, on=DAY, by=cast["market"])
    assert "price.initial" in [line["what"] for line in Contract.objects.get().lines]


def test_only_the_technical_reviewer_reviews_and_gives_up(cast):
    application = taken_over.submitted()
    with pytest.raises(Refused, match="person.not-yours"):
        review_transfer(
            application.number,
            Standard.QMS,
            certificate="",
            found=FOUND,
            points={},
            on=DAY,
            by=cast["market"],
        )
    with pytest.raises(Refused, match="person.not-yours"):
        drop_transfer(application.number, Standard.QMS, reason="", on=DAY, by=cast["market"])


def test_a_certification_is_taken_over_once(cast):
    kept = taken_over.accepted(cast, "QMS").transfers.get()
    kept.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save()


# --- the price --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "last", "audits"),
    [
        (0, None, ["price.surveillance-1", "price.surveillance-2"]),
        (1, FOUND.last_audit_ended, ["price.surveillance-2"]),
        (2, FOUND.last_audit_ended, ["price.recertification"]),
    ],
)
def test_a_contract_is_for_the_audits_left_of_the_cycle(cast, held, last, audits):
    found = replace(FOUND, surveillances=held, last_audit_ended=last)
    application = taken_over.accepted(cast, "QMS", "EMS", found=found)

    offer_contract(application.number, on=DAY, by=cast["market"])

    contract = Contract.objects.select_related("application").get()
    assert [line["what"] for line in contract.lines] == ["price.application", "price.certificate", *audits]
    days = audits_of(contract)[1]
    assert days and days == sum(
        time.recertification_days if held == 2 else (2 - held) * time.surveillance_days
        for time in application.audit_times.all()
    )
    assert sum(days_by_standard(contract).values()) == days


def test_one_contract_does_not_take_over_one_standard_and_begin_another(cast):
    application = cases.accepted(cast, **taken_over.declared())
    review(application, cast["technical"], "QMS")

    with pytest.raises(Refused) as refused:
        offer_contract(application.number, on=DAY, by=cast["market"])

    assert [(o.code, o.details["standard"]) for o in refused.value.objections] == [("transfer.mixed", "EMS")]
    review(application, cast["technical"], "EMS")
    offer_contract(application.number, on=DAY, by=cast["market"])
