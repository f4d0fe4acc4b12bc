"""A letter is written once for what happened, tried again when it could not be delivered, and never lost."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mingzheng.office.letters.actions.record_delivery import record_delivery
from mingzheng.office.letters.actions.record_failure import record_failure
from mingzheng.office.letters.actions.retry_letter import retry_letter
from mingzheng.office.letters.actions.write_letter import write_letter
from mingzheng.office.letters.models import MOST_TRIES, Letter
from mingzheng.office.letters.queries import to_send
from mingzheng.office.letters.queues import stuck
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())


def a_letter(cause: str = "application:SQ2026-0001#1") -> Letter:
    said = {"kind": "application.begun", "to": "reader@example.com", "subject": "认证申请", "text": "您好"}
    return Letter.objects.get(number=write_letter(cause, **said, on=DAY, by=CLOCK).number)


def fail(letter: Letter, at: datetime = AT) -> None:
    record_failure(letter.number, fault="SMTPException", said="busy", at=at, on=DAY, by=CLOCK)
    letter.refresh_from_db()


def test_the_record_knows_of_a_letter_but_not_its_reader():
    letter = a_letter()

    event = Event.objects.get(subject=f"letter:{letter.number}")
    assert event.facts["cause"] == "application:SQ2026-0001#1"
    assert "reader@example.com" not in str(event.facts)


def test_what_happened_is_told_once():
    a_letter()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_letter()
    assert Letter.objects.count() == 1


def test_a_letter_that_was_sent_is_neither_sent_nor_retried_again(cast):
    letter = a_letter()
    record_delivery(letter.number, on=DAY, by=CLOCK)

    assert to_send(AT) == []
    with pytest.raises(Refused, match="letter.sent-already"):
        record_delivery(letter.number, on=DAY, by=CLOCK)
    with pytest.raises(Refused, match="letter.sent-already"):
        fail(letter)
    with pytest.raises(Refused, match="letter.sent-already"):
        retry_letter(letter.number, on=DAY, by=cast["quality"])


def test_the_pause_grows_until_a_person_is_asked_and_he_begins_anew(cast):
    letter, at = a_letter(), AT
    pauses = []
    for _ in range(MOST_TRIES):
        assert to_send(at) == [letter]
        fail(letter, at)
        pauses.append(letter.next_try_at - at)
        assert to_send(letter.next_try_at - timedelta(seconds=1)) == []
        at = letter.next_try_at
    assert pauses == [timedelta(minutes=5) * 4**n for n in range(MOST_TRIES)]
    assert (letter.state, to_send(at), list(stuck(cast["administrator"], DAY))) == ("stuck", [], [letter])

    retry_letter(letter.number, on=DAY, by=cast["administrator"])
    assert to_send(AT) == [letter]


def test_a_letter_not_tried_yet_needs_no_second_try(cast):
    with pytest.raises(Refused, match="letter.not-tried"):
        retry_letter(a_letter().number, on=DAY, by=cast["quality"])


def test_only_those_who_keep_the_post_retry(cast):
    letter = a_letter()
    fail(letter)
    for role in set(cast) - {Role.QUALITY, Role.ADMINISTRATOR}:
        with pytest.raises(Refused, match="not-yours"):
            retry_letter(letter.number, on=DAY, by=cast[role])
