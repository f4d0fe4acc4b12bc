"""The post room: what was written to clients, what is stuck, and sending it again."""

import pytest
from django.utils import timezone

from mingzheng.office.letters.actions.record_failure import record_failure
from mingzheng.office.letters.actions.write_letter import write_letter
from mingzheng.office.letters.models import Letter
from mingzheng.office.record.actors import CLOCK
from tests.rows import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> str:
    said = {"kind": "application.begun", "to": "reader@example.com", "subject": "认证申请 / Your application"}
    text = "链接 http://localhost:8000/apply/a-secret-of-the-applicant/"
    return write_letter("application:SQ2026-0001#1", **said, text=text, on=DAY, by=CLOCK).number


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "待发"), ("en", "Waiting")])
def test_quality_reads_a_letter_without_the_applicants_secret(client, cast, letter, language, said):
    client.force_login(cast["quality"])
    client.cookies["django_language"] = language

    assert letter in client.get("/staff/letters/", {"tab": "waiting"}).text
    shown = client.get(f"/staff/letters/{letter}/").text
    assert "reader@example.com" in shown and said in shown
    assert "/apply/…/" in shown and "a-secret-of-the-applicant" not in shown


def test_a_letter_that_failed_is_sent_off_again(client, cast, letter):
    client.force_login(cast["administrator"])
    assert client.post(f"/staff/letters/{letter}/retry/").status_code == 409  # not tried yet
    record_failure(letter, fault="TimeoutError", said="no answer", at=timezone.now(), on=DAY, by=CLOCK)

    assert "no answer" in client.get(f"/staff/letters/{letter}/").text
    assert client.post(f"/staff/letters/{letter}/retry/").status_code == 302
    assert Letter.objects.get().tries == 0


def test_others_do_not_read_the_post(client, cast, letter):
    client.force_login(cast["market"])

    for page in ("/staff/letters/", f"/staff/letters/{letter}/"):
        assert client.get(page).status_code == 403
