"""Clients are told by mail what happened: once, in both languages, and again when the server was away."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.clock.mail import READERS, deliver
from mingzheng.office.clients.models import Contact
from mingzheng.office.letters.models import Letter
from mingzheng.office.record.action import HAPPENINGS
from mingzheng.office.record.models import Follower
from mingzheng.words import WORDS
from tests.certified import certificate
from tests.office.contracts import cases
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def heard() -> list[Letter]:
    assert "mail" not in catch_up(at=timezone.now()).stumbled
    return list(Letter.objects.order_by("pk"))


def heard_again() -> list[Letter]:
    Follower.objects.filter(name="mail").update(position=0)
    return heard()


def test_an_applicant_gets_his_link_and_hears_that_it_was_received(settings):
    settings.PUBLIC_ADDRESS = "https://body.example"
    application = cases.submitted()

    letters = heard()
    assert [letter.kind for letter in letters] == ["application.begun", "application.submitted"]
    assert {letter.to for letter in letters} == {application.contact_email}
    link = f"https://body.example/apply/{application.token}/"
    assert letters[0].text.count(link) == 2  # Chinese above English
    assert deliver(at=timezone.now(), on=DAY) == 2
    assert [message.to for message in mail.outbox] == [[application.contact_email]] * 2
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{letters[0].number}@body.example>"


def test_hearing_it_twice_writes_and_sends_nothing_twice():
    cases.submitted()
    heard()
    deliver(at=timezone.now(), on=DAY)

    assert len(heard_again()) == 2
    assert deliver(at=timezone.now(), on=DAY) == 0 and len(mail.outbox) == 2


def test_a_client_hears_of_his_certificate_where_he_can_be_reached():
    held = certificate()
    Contact.objects.create(
        client=held.certification.client, name="已离职", email="gone@example.com", left_on=DAY
    )
    assert heard() == []

    Contact.objects.create(client=held.certification.client, name="李工", email="li@example.com")
    [letter] = heard_again()
    assert (letter.to, held.number in letter.subject) == ("li@example.com", True)
    assert f"/c/{held.number}/" in letter.text


def test_a_server_that_is_away_is_asked_again_later(monkeypatch):
    cases.submitted()
    heard()
    at, send = timezone.now(), EmailBackend.send_messages

    def away(self, messages):
        raise smtplib.SMTPServerDisconnected("gone for lunch")

    monkeypatch.setattr(EmailBackend, "send_messages", away)
    assert deliver(at=at, on=DAY) == 0
    assert {(letter.tries, letter.state) for letter in Letter.objects.all()} == {(1, "waiting")}
    assert "gone for lunch" in Letter.objects.first().fault

    monkeypatch.setattr(EmailBackend, "send_messages", send)
    assert deliver(at=at, on=DAY) == 0
    assert deliver(at=at + timedelta(minutes=5), on=DAY) == 2


def test_every_letter_is_worded_from_what_its_event_tells():
    for kind in READERS:
        assert kind in HAPPENINGS
    told = {
        name.removeprefix("mail.").rpartition(".")[0]
        for name in WORDS
        if name.startswith("mail.") and name.count(".") > 1
    }
    assert told <= READERS.keys()
