"""来信: read as text, downloaded as it came, made a case or set aside."""

import pytest

from mingzheng.office.inbox.models import Mail
from mingzheng.office.voices.models import Case
from tests.office.inbox import stage
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LIST = "/staff/inbox/mails/"


@pytest.fixture(autouse=True)
def on_the_day(it_is):
    it_is(DAY)


@pytest.fixture
def mail() -> Mail:
    return stage.mail(text="没有到场\n<script>alert(1)</script>", attachments=(("照片.jpg", 2048),))


def test_a_mail_waits_on_the_desk_and_its_page_shows_text_alone(client, cast, mail):
    client.force_login(cast["general_office"])
    assert "投诉审核" in client.get("/staff/queue/inbox.waiting/").text
    assert "何经理" in client.get(LIST).text
    page = client.get(f"{LIST}{mail.number}/").text
    for said in ("he@client.example", "照片.jpg", "没有到场<br>&lt;script&gt;", "登记为申投诉", "不成案"):
        assert said in page
    got = client.get(f"{LIST}{mail.number}/message.eml")
    assert got.content == stage.RAW and got["Content-Disposition"].startswith("attachment")
    assert got["Content-Type"] == "application/octet-stream"


def test_a_complaint_made_of_a_mail_is_among_the_complaints_with_its_mail(client, cast, mail):
    client.force_login(cast["general_office"])
    where = f"{LIST}{mail.number}/"
    form = client.get(f"{where}make-case/").text
    assert "投诉审核\n\n没有到场" in form and 'value="何经理"' in form and 'value="he@client.example"' in form
    sent = {"kind": "complaint", "topic": "audit", "name": "何经理", "text": "没有到场"}
    assert client.post(f"{where}make-case/", sent).status_code == 302
    number = Case.objects.get().number
    page = client.get(where).text
    assert (
        number in page and f"/staff/voices/cases/{number}/" not in page
    )  # cases are not for the general office
    client.force_login(cast["quality"])
    assert number in client.get("/staff/voices/").text
    assert where in client.get(f"/staff/voices/cases/{number}/").text
    assert f"/staff/voices/cases/{number}/" in client.get(where).text


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "请写明如何处理"), ("en", "Say what became of it")]
)
def test_a_mail_set_aside_says_why_and_is_not_dealt_with_again(client, cast, mail, language, said):
    client.cookies["django_language"] = language
    client.force_login(cast["general_office"])
    where = f"{LIST}{mail.number}/"
    refused = client.post(f"{where}set-mail-aside/", {"why": "answered", "note": ""})
    assert refused.status_code == 409 and said in refused.text
    client.post(f"{where}set-mail-aside/", {"why": "answered", "note": "电话答复"})
    assert "电话答复" in client.get(where).text
    assert (
        client.post(f"{where}make-case/", {"kind": "report", "topic": "audit", "text": "…"}).status_code
        == 409
    )
    assert mail.number in client.get(f"{LIST}?tab=aside").text


def test_mail_is_not_for_everybody(client, cast, mail):
    client.force_login(cast["market"])
    for where in (LIST, f"{LIST}{mail.number}/", f"{LIST}{mail.number}/message.eml"):
        assert client.get(where).status_code == 403
    client.force_login(cast["quality"])
    assert client.get(f"{LIST}{mail.number}/").status_code == 200
    assert client.get(f"{LIST}{mail.number}/make-case/").status_code == 403
