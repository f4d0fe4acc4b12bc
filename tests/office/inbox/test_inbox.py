"""Mail comes in once and changes nothing; the general office deals with each once."""

from datetime import timedelta

import pytest

from mingzheng.office.files.content import kept
from mingzheng.office.inbox import queries
from mingzheng.office.inbox.actions.make_case import make_case
from mingzheng.office.inbox.actions.receive_mail import receive_mail
from mingzheng.office.inbox.actions.set_mail_aside import set_mail_aside
from mingzheng.office.inbox.models import Mail
from mingzheng.office.inbox.queues import waiting
from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.voices.models import Case
from mingzheng.rulebook import inbox as rules
from mingzheng.rulebook import voices
from mingzheng.rulebook.inbox import Aside
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.rulebook.voices import CaseKind
from tests.conftest import kinds
from tests.office.audits.stage import told
from tests.office.inbox import stage
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)


def test_a_mail_comes_in_as_it_was_sent_and_by_itself_changes_nothing(cast):
    mail = stage.mail(attachments=(("照片.jpg", 2048),))
    assert mail.number == "LX2026-0001" and kept(mail.raw) == stage.RAW
    assert kinds() == ["mail.received"] and not Case.objects.exists()
    assert told("mail.received").facts == {"number": mail.number, "attachments": 1, "deal_by": str(NEXT)}
    assert list(waiting(cast["general_office"], DAY)) == [mail]


def test_the_same_mail_comes_in_once_and_only_by_itself(cast, settings):
    stage.mail()
    again = {"raw": stage.RAW, "on": DAY}
    refused(lambda: receive_mail(stage.message(subject="别的"), **again, by=CLOCK), rules.KNOWN)
    refused(lambda: receive_mail(stage.message("2"), **again, by=cast["general_office"]), NOT_YOURS)
    settings.LARGEST_MAIL = len(stage.RAW) - 1
    refused(lambda: receive_mail(stage.message("2"), **again, by=CLOCK), rules.TOO_LARGE)
    assert Mail.objects.count() == 1


def test_a_case_made_of_a_mail_counts_as_received_when_the_mail_was(cast):
    mail, by = stage.mail(), cast["general_office"]
    made = make_case(
        mail.number, **stage.COMPLAINT, name="何经理", contact="he@client.example", on=NEXT, by=by
    )
    mail.refresh_from_db()
    assert (mail.case.number, mail.settled_on, mail.settled_by) == (made.case, NEXT, by.login)
    assert (mail.case.means, mail.case.received_on, mail.case.name) == ("mail", DAY, "何经理")
    assert kinds() == ["mail.received", "case.received", "mail.made-case"]
    assert not waiting(by, NEXT).exists()


def test_a_mail_is_made_a_case_once_by_the_general_office_and_as_cases_are_received(cast):
    number, by = stage.mail().number, cast["general_office"]
    appeal = {**stage.COMPLAINT, "kind": CaseKind.APPEAL}
    refused(lambda: make_case(number, **stage.COMPLAINT, on=DAY, by=cast["market"]), NOT_YOURS)
    refused(lambda: make_case(number, **{**stage.COMPLAINT, "text": " "}, on=DAY, by=by), voices.NOTHING_SAID)
    refused(lambda: make_case(number, **appeal, name="何", on=DAY, by=by), voices.APPEAL_AGAINST_NOTHING)
    make_case(number, **stage.COMPLAINT, on=DAY, by=by)
    refused(lambda: make_case(number, **stage.COMPLAINT, on=DAY, by=by), rules.SETTLED)
    refused(lambda: set_mail_aside(number, why=Aside.JUNK, on=DAY, by=by), rules.SETTLED)
    assert Case.objects.count() == 1


def test_a_mail_is_set_aside_once_with_what_became_of_it(cast):
    mail, by = stage.mail(), cast["general_office"]
    refused(lambda: set_mail_aside(mail.number, why=Aside.JUNK, on=DAY, by=cast["quality"]), NOT_YOURS)
    refused(lambda: set_mail_aside(mail.number, why=Aside.ANSWERED, on=DAY, by=by), rules.NOTE_MISSING)
    set_mail_aside(mail.number, why=Aside.ANSWERED, note="电话答复何经理", on=DAY, by=by)
    assert told("mail.set-aside").facts == {"number": mail.number, "why": "answered"}
    refused(lambda: set_mail_aside(mail.number, why=Aside.JUNK, on=DAY, by=by), rules.SETTLED)
    refused(lambda: make_case(mail.number, **stage.COMPLAINT, on=DAY, by=by), rules.SETTLED)
    assert kinds() == ["mail.received", "mail.set-aside"] and not waiting(by, DAY).exists()


def test_who_wrote_and_what_never_enters_the_record(cast):
    number = stage.mail(attachments=(("何经理.pdf", 1),)).number
    make_case(
        number,
        **stage.COMPLAINT,
        name="何经理",
        contact="he@client.example",
        on=DAY,
        by=cast["general_office"],
    )
    said = " ".join(str(event.facts) for event in Event.objects.all())
    assert "何经理" not in said and "he@client" not in said and "到场" not in said


def test_nobody_reads_a_mail_that_became_a_case_about_himself(cast):
    mail = stage.mail()
    make_case(mail.number, **stage.COMPLAINT, on=DAY, by=cast["general_office"])
    Case.objects.update(person=Person.objects.get(login="director"))
    assert not queries.mails_seen_by(cast["director"]).exists()
    assert queries.mail_of_case(Case.objects.get(), cast["quality"]) == mail
    assert queries.mail_of_case(Case.objects.get(), cast["technical"]) is None
    with pytest.raises(Refused):
        queries.mails_seen_by(cast["auditor"])
