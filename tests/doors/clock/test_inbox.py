"""Mail is read as it was meant, and taken in from a folder once; what cannot be is told of and stays where it is."""

from base64 import b64encode
from datetime import date
from email.message import EmailMessage
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from mingzheng.doors import today
from mingzheng.doors.clock.management.commands.clock import Command
from mingzheng.doors.clock.message import read
from mingzheng.office.files.content import kept
from mingzheng.office.inbox.models import Mail
from mingzheng.rulebook.inbox import NOT_A_MAIL
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds
from tests.rows import DAY


def word(text: str, charset: str) -> bytes:
    return (
        b"=?"
        + charset.encode()
        + b"?B?"
        + b64encode(text.encode("gbk" if "gb" in charset else charset))
        + b"?="
    )


def raw(*headers: bytes, body: bytes = b"hello", key: bytes = b"<1@client.example>") -> bytes:
    first = (b"From: he@client.example", *([b"Message-ID: " + key] if key else []))
    return b"\r\n".join([*first, *headers, b"", body])


def written(key: str = "<1@client.example>") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "何经理 <he@client.example>", "投诉审核", key
    mail["Date"] = "Mon, 02 Mar 2026 23:30:00 +0000"
    mail.set_content("审核员没有到场。\n")
    return mail


def test_encoded_headers_are_read_as_they_were_meant():
    mail = read(
        b"From: " + word("何，经理", "utf-8") + b" <he@client.example>\r\n"
        b"Subject: " + word("关于朱镕的", "gb2312") + b"\r\n " + word("投诉", "gb2312") + b"\r\n\r\n..."
    )
    assert (mail.sender, mail.address) == ("何，经理", "he@client.example")
    assert mail.subject == "关于朱镕的投诉"  # 镕 is in GBK, not in the GB2312 it says


def test_the_day_it_was_sent_is_that_of_the_body():
    assert read(written().as_bytes()).sent_on == date(2026, 3, 3)
    assert read(raw(b"Date: the other day")).sent_on is None


@pytest.mark.parametrize("said", ["gb2312", "gbk", "nonsense", ""])
def test_a_body_in_gbk_is_read_whatever_it_says_it_is(said):
    kind = b"Content-Type: text/plain" + (f"; charset={said}".encode() if said else b"")
    mail = read(raw(b"Subject: " + "投诉".encode("gbk"), kind, body="审核员朱镕没有到场".encode("gbk")))
    assert (mail.subject, mail.text) == ("投诉", "审核员朱镕没有到场")


def test_a_mail_of_markup_alone_is_reduced_to_its_text():
    html = "<html><head><title>t</title><style>p{}</style></head><body><p>没有 <b>到场</b></p><script>alert(1)</script><p>A &lt; B</p>"
    mail = read(raw(b"Content-Type: text/html; charset=utf-8", body=html.encode()))
    assert mail.text == "没有 到场\n\nA < B"


def test_of_two_wordings_the_plain_one_is_read():
    mail = written()
    mail.add_alternative("<p>marked</p>", subtype="html")
    assert read(mail.as_bytes()).text == "审核员没有到场。"


def test_attachments_are_named_and_counted_a_mail_among_them_not_opened():
    mail, inner = written(), written("<inner@client.example>")
    inner.set_content("secret\n")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../合同.pdf")
    mail.add_attachment("a,b\n", filename="表.csv")
    mail.add_attachment(inner)
    found = read(mail.as_bytes())
    assert [name for name, _ in found.attachments] == ["合同.pdf", "表.csv", "message/rfc822"]
    assert found.attachments[0][1] == 8 and found.text == "审核员没有到场。"


def test_a_mail_without_an_id_is_known_by_all_it_says():
    one, same, other = (read(raw(key=b"", body=body)).key for body in (b"a", b"a", b"b"))
    assert one == same != other
    assert read(raw(body=b"a")).key == read(raw(body=b"b")).key


def test_what_no_database_keeps_is_left_out():
    mail = read(
        raw(b"Subject: a\x00b", b"Content-Type: text/plain; charset=utf-16-le", body=b"\x00a\x00\xd8")
    )
    (mail.subject + mail.text + mail.sender).encode()
    assert "\x00" not in mail.subject + mail.text


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"just words\n", b"PK\x03\x04" + bytes(40)])
def test_what_is_no_mail_is_refused(content):
    with pytest.raises(Refused) as refusal:
        read(content)
    assert refusal.value.objections == (NOT_A_MAIL,)


@pytest.mark.parametrize(
    "broken",
    [
        raw(b"Content-Type: multipart/mixed; boundary=x", body=b"--y\r\n"),
        raw(b"Content-Type: multipart/mixed", body=b"text"),
        raw(b"Content-Transfer-Encoding: base64", body=b"!!!!"),
        raw(b"Subject: =?utf-8?B?!?=", b"Content-Type: ;;;=", body=b"text"),
        raw(b"Content-Disposition: attachment; filename*=x''%ff", body=b"text"),
        raw(b"Content-Type: message/rfc822", body=b""),
    ],
)
def test_a_damaged_mail_is_still_read(broken):
    assert read(broken).address == "he@client.example"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    (tmp_path / "1.eml").write_bytes(written().as_bytes())
    (tmp_path / "2.EML").write_bytes(raw(key=b""))
    (tmp_path / "again.eml").write_bytes(raw(body=b"the same once more"))
    (tmp_path / "notes.txt").write_text("not asked")
    return tmp_path


def taken(folder, status: int | None = None) -> str:
    out = StringIO()
    if status is None:
        call_command("mailbox", str(folder), stdout=out)
        return out.getvalue()
    with pytest.raises(SystemExit) as left:
        call_command("mailbox", str(folder), stdout=out)
    assert left.value.code == status
    return out.getvalue()


@pytest.mark.django_db
def test_the_mail_of_a_folder_comes_in_once_and_what_cannot_is_told_and_left(folder, settings):
    settings.LARGEST_MAIL = 2000
    (folder / "broken.eml").write_bytes(b"\x00\x01")
    (folder / "huge.eml").write_bytes(raw(body=bytes(2001), key=b"<2@client.example>"))
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    said = taken(folder, 1)
    assert "mails=5 received=2 known=1 refused=2" in said
    assert "✗ broken.eml 不是邮件" in said and "✗ huge.eml" in said and "not taken in" in said
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    assert kept(Mail.objects.get(subject="投诉审核").raw) == before["1.eml"]
    (folder / "broken.eml").unlink(), (folder / "huge.eml").unlink()
    assert "mails=3 received=0 known=3 refused=0" in taken(folder)
    assert kinds() == ["mail.received"] * 2


@pytest.mark.django_db
def test_a_mail_that_defeats_its_parser_stops_nobody(folder):
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)
    )
    (folder / "0.eml").write_bytes(b"From: he@client.example\r\n" + nested)
    said = taken(folder, 1)
    assert "received=2" in said and "✗ 0.eml" in said and "RecursionError" in said


def test_markup_no_parser_knows_is_read_as_far_as_it_goes():
    html = b"<p>before</p><![nonsense[ x ]]>"
    assert read(raw(b"Content-Type: text/html", body=html)).text.startswith("before")


@pytest.mark.django_db
def test_of_a_maildir_what_is_new_and_what_was_read_comes_in(tmp_path, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    for n, part in enumerate(("new", "cur", "tmp")):
        (tmp_path / part).mkdir()
        (tmp_path / part / f"17.{n}.host:2,S").write_bytes(raw(key=f"<{n}@client.example>".encode()))
    assert "mails=2 received=2" in taken(tmp_path)


@pytest.mark.django_db
def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="读不出"):
        call_command("mailbox", str(tmp_path / "none"))


@pytest.mark.django_db
def test_the_clock_takes_in_what_lies_in_the_folder_of_the_settings(folder, settings):
    settings.MAILBOX = str(folder)
    (folder / "broken.eml").write_bytes(b"\x00\x01")
    out, wrong = StringIO(), StringIO()
    with pytest.raises(SystemExit):
        call_command("clock", stdout=out, stderr=wrong)
    assert "mails=2" in out.getvalue() and "broken.eml 不是邮件" in wrong.getvalue()
    assert Mail.objects.count() == 2


@pytest.mark.django_db
def test_the_clock_looks_at_a_message_once_and_says_once_that_the_folder_is_gone(folder, settings):
    settings.MAILBOX = str(folder)
    command = Command(stdout=StringIO(), stderr=StringIO())
    command.take_in_mail(DAY), command.take_in_mail(DAY)
    assert command.stdout.getvalue().count("mails=") == 1 and len(command.mailbox.seen) == 3
    settings.MAILBOX = str(folder / "gone")
    command.take_in_mail(DAY), command.take_in_mail(DAY)
    assert command.stderr.getvalue().count("读不出") == 1
