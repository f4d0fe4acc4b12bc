"""What clients may show, what was answered, what was found misused (ISO/IEC 17021-1 8.3)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.marks.actions.answer_request import answer_request
from mingzheng.office.marks.actions.close_misuse import close_misuse
from mingzheng.office.marks.actions.open_misuse import open_misuse
from mingzheng.office.marks.actions.request_mark import request_mark
from mingzheng.office.marks.models import MarkRequest, Misuse
from mingzheng.office.marks.queries import misuses, misuses_of, requests, requests_about
from mingzheng.office.record.models import Event
from mingzheng.rulebook.marks import Mark, Place
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate, clerk, suspended
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=3)


def asked(held: Certificate, mark: Mark = Mark.BODY, place: Place = Place.WEBSITE) -> MarkRequest:
    done = request_mark(held.number, mark=mark, place=place, description=" 首页右下角 ", on=DAY, by=clerk())
    return MarkRequest.objects.get(number=done.number)


def test_a_request_is_recorded_and_agreed_to():
    request = asked(certificate())
    assert (request.number, request.description) == ("BZ2026-0001", "首页右下角")
    answer_request(request.number, agreed=True, on=LATER, by=clerk())
    request.refresh_from_db()
    assert (request.agreed, request.answered_on) == (True, LATER)
    assert Event.objects.filter(kind__startswith="mark.").count() == 2
    with pytest.raises(Refused, match="mark.answered-already"):
        answer_request(request.number, agreed=False, reason="改主意", on=LATER, by=clerk())


def test_what_the_rules_forbid_can_only_be_refused_and_with_a_reason():
    request = asked(certificate(), place=Place.PRODUCT)
    with pytest.raises(Refused, match="mark.on-a-product"):
        answer_request(request.number, agreed=True, on=DAY, by=clerk())
    with pytest.raises(Refused, match="mark.no-reason"):
        answer_request(request.number, agreed=False, on=DAY, by=clerk())
    answer_request(request.number, agreed=False, reason="标志不得用于产品", on=DAY, by=clerk())
    assert MarkRequest.objects.get().agreed is False


def test_a_suspended_certificate_carries_no_mark():
    request = asked(suspended())
    with pytest.raises(Refused, match="mark.not-in-force"):
        answer_request(request.number, agreed=True, on=DAY, by=clerk())


def test_misuse_is_opened_with_or_without_a_certificate_and_closed_with_what_was_done(cast):
    held = certificate()
    first = open_misuse(
        certificate=held.number, who="某公司", what="标志印在产品上", on=DAY, by=cast["quality"]
    )
    second = open_misuse(who="陌生公司", what="伪造证书", source="举报", on=DAY, by=cast["market"])
    assert (first.number, second.number) == ("WY2026-0001", "WY2026-0002")
    with pytest.raises(Refused, match="misuse.no-action"):
        close_misuse(first.number, done=" ", on=LATER, by=cast["quality"])
    close_misuse(first.number, done="已更换包装", on=LATER, by=cast["quality"])
    assert Misuse.objects.get(number=first.number).closed_on == LATER
    with pytest.raises(Refused, match="misuse.closed-already"):
        close_misuse(first.number, done="再次", on=LATER, by=cast["quality"])
    assert [case.number for case in misuses_of(held)] == [first.number]


def test_who_may_do_what(cast):
    held = certificate()
    request = asked(held)
    with pytest.raises(Refused, match="person.not-yours"):
        request_mark(
            held.number, mark=Mark.BODY, place=Place.WEBSITE, description="x", on=DAY, by=cast["auditor"]
        )
    with pytest.raises(Refused, match="person.not-yours"):
        answer_request(request.number, agreed=True, on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="person.not-yours"):
        open_misuse(who="x", what="y", on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="person.not-yours"):
        close_misuse("WY2026-0001", done="x", on=DAY, by=cast["market"])


def test_an_auditor_sees_none_and_a_clerk_all(cast):
    held = certificate()
    asked(held)
    open_misuse(who="陌生公司", what="伪造证书", on=DAY, by=cast["quality"])
    assert not requests(by=cast["auditor"]) and not misuses(by=cast["auditor"])
    assert len(requests(by=clerk())) == len(misuses(by=clerk())) == len(requests_about(held)) == 1


def test_the_database_lets_no_half_answer_in():
    asked(certificate())
    with pytest.raises(IntegrityError, match="yes_or_no"), transaction.atomic():
        MarkRequest.objects.update(answered_on=LATER)
