"""One application taken in with a laboratory: two orders, the client's consent, and what passes between the two houses."""

from datetime import date, timedelta

import pytest

from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.governance.actions.end_consent import end_consent
from mingzheng.office.governance.actions.enter_laboratory_order import enter_laboratory_order
from mingzheng.office.governance.actions.pass_on import pass_on
from mingzheng.office.governance.actions.share_application import share_application
from mingzheng.office.governance.models import Passing, SharedIntake
from mingzheng.office.governance.queries import intakes_seen_by, intakes_to_take
from mingzheng.office.impartiality.actions.register_related_body import register_related_body
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.governance import Activity, Relation
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.shared_intake import Content, Direction
from mingzheng.rulebook.verdict import Refused
from tests.office.contracts import cases
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LABORATORY = complete_social_credit_code(f"91110000{complete_organisation_code('MAMY0077')}")
CONSENT = {"consent_by": "沈立", "consented_on": DAY}


def shared(cast, **more) -> str:
    told = {
        "laboratory": "示例检测中心",
        "laboratory_uscc": LABORATORY,
        **CONSENT,
        "on": DAY,
        "by": cast["market"],
    }
    application = more.pop("application", None) or cases.submitted().number
    return share_application(application, **{**told, **more}).number


def passed(cast, number, **more):
    told = {
        "direction": Direction.TO_LABORATORY,
        "content": Content.SCHEDULE,
        "what": "现场日期",
        "recipient": "罗收样",
    }
    return pass_on(number, **{**told, "passed_on": DAY, "on": DAY, "by": cast["market"], **more})


def test_one_application_has_two_orders_and_waits_for_the_second(cast):
    contract = cases.offered(cast)
    number = shared(cast, application=contract.application.number)
    waiting = QUEUES["governance.shared-intakes"].waiting
    assert [row.number for row in waiting(cast["market"], DAY)] == [number]
    with pytest.raises(Refused, match="shared-intake.order-missing"):
        enter_laboratory_order(number, order=" ", on=DAY, by=cast["market"])
    enter_laboratory_order(number, order="JC-0001", on=DAY, by=cast["technical"])
    row = intakes_seen_by(cast["market"]).get()
    assert (row.ours, row.order) == (contract.number, "JC-0001")
    assert not waiting(cast["market"], DAY)
    with pytest.raises(Refused, match="shared-intake.order-known"):
        enter_laboratory_order(number, order="JC-0002", on=DAY, by=cast["market"])
    assert not intakes_seen_by(cast["auditor"])


def test_nothing_is_shared_without_consent_twice_or_of_an_application_that_is_not_open(cast):
    application = cases.submitted()
    with pytest.raises(Refused, match="shared-intake.consent-missing, shared-intake.consent-in-future"):
        shared(cast, application=application.number, consent_by=" ", consented_on=DAY + timedelta(days=1))
    assert not SharedIntake.objects.exists()
    shared(cast, application=application.number)
    assert application not in intakes_to_take()
    with pytest.raises(Refused, match="shared-intake.taken-already"):
        shared(cast, application=application.number)
    with pytest.raises(Refused, match="shared-intake.application-not-open"):
        shared(cast, application=cases.begun().number)
    other = cases.submitted()
    withdraw_application(other.number, on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="shared-intake.application-not-open"):
        shared(cast, application=other.number)


def test_after_its_consent_was_taken_back_an_application_is_shared_again_only_with_a_new_one(cast):
    application, later = cases.submitted(), DAY + timedelta(days=9)
    first = shared(cast, application=application.number)
    end_consent(first, reason="委托方来函", on=later, by=cast["market"])
    assert application in intakes_to_take()
    with pytest.raises(Refused, match="shared-intake.consent-ended"):
        shared(cast, application=application.number, on=later)
    again = {"laboratory": "另一检测所", "consented_on": later, "on": later}
    number = shared(cast, application=application.number, **again)
    passed(cast, number, passed_on=later, on=later)
    with pytest.raises(Refused, match="shared-intake.taken-already"):
        shared(cast, application=application.number, **again)
    with pytest.raises(Refused, match="shared-intake.consent-ended"):
        passed(cast, first)


def test_with_a_related_laboratory_it_is_said_how_impartiality_is_kept(cast):
    known = {"name": "示例检测中心", "relation": Relation.PARENT, "activities": [Activity.TESTING]}
    register_related_body(LABORATORY, **known, analysis="分开", since=DAY, on=DAY, by=cast["quality"])
    with pytest.raises(Refused, match="shared-intake.safeguard-missing"):
        shared(cast)
    number = shared(cast, safeguard="检测人员不参加审核，检测结果不作为认证依据")
    assert SharedIntake.objects.get(number=number).related


def test_what_is_passed_on_is_recorded_with_what_when_to_whom_and_by_whom(cast):
    number = shared(cast)
    with pytest.raises(Refused, match="shared-intake.tell-what"):
        passed(cast, number, recipient=" ")
    with pytest.raises(Refused, match="shared-intake.outside-consent"):
        passed(cast, number, passed_on=DAY - timedelta(days=1))
    with pytest.raises(Refused, match="shared-intake.outside-consent"):
        passed(cast, number, passed_on=DAY + timedelta(days=1))
    passed(cast, number)
    event = Event.objects.get(kind="shared-intake.passed-on")
    assert (event.facts["what"], event.facts["recipient"], event.by) == ("现场日期", "罗收样", "market")
    end_consent(number, reason="委托方来函", on=DAY, by=cast["market"])
    for refused in (
        lambda: passed(cast, number),
        lambda: enter_laboratory_order(number, order="JC-1", on=DAY, by=cast["market"]),
        lambda: end_consent(number, reason="再次", on=DAY, by=cast["market"]),
    ):
        with pytest.raises(Refused, match="shared-intake.consent-ended"):
            refused()
    assert Passing.objects.count() == 1


@pytest.mark.broken_books
def test_the_books_find_what_passed_without_consent(cast):
    number = shared(cast)
    passed(cast, number)
    Passing.objects.update(passed_on=DAY - timedelta(days=3))
    (told,) = check_the_books()["nothing about a client passed to or from a laboratory without its consent"]
    assert number in told and "did not consent" in told


def test_the_number_of_batches_is_as_long_as_its_list_and_never_about_ten(cast):
    for _ in range(3):
        shared(cast)
    shared(cast, laboratory="另一检测所", on=date(2027, 1, 4))
    told = figure("shared-intakes")
    listed = SharedIntake.objects.filter(taken_on__range=Period.of(2026).days)
    assert told["value"] == listed.count() == 3 and told["parts"] == {"示例检测中心": 3}
    assert figure("shared-intakes", 2027)["value"] == 1
