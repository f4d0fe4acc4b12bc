"""The public folder holds what the database says, and nothing else; it is mended from it, and served as it lies."""

import json
import shutil
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from mingzheng.doors import today
from mingzheng.doors.site.bundle import files_of
from mingzheng.doors.site.publish import publish, publish_all
from mingzheng.doors.site.served import PUBLIC, headers_of
from mingzheng.office.certificates.actions.note_edition import note_edition
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.publication.actions.disclose_certificate import disclose_certificate
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.queries import entry_of
from mingzheng.office.publication.sealing import specimen
from mingzheng.seal.credential import read_jwt
from mingzheng.seal.examine import Verdict, examine
from mingzheng.seal.pdf_check import open_sealed
from tests.certified import certificate, clerk, decided, of_sites
from tests.published import moment, on_show, published, read, sealed, trusted, turn
from tests.rows import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
LATER = DAY.replace(month=6)


@pytest.fixture(autouse=True)
def _publishes(publishing, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


def verdict(entry, on=DAY) -> Verdict:
    jwt, proof = (read(f"C/{entry.public_id}.{end}").decode() for end in ("jwt", "tlog-proof"))
    finding = examine(jwt, proof, trusted(), read, now=moment(on))
    assert finding.is_genuine, finding
    return finding.verdict


def files(publishing) -> set[str]:
    return {str(path.relative_to(publishing)) for path in publishing.rglob("*") if path.is_file()} - {".lock"}


def test_a_published_certificate_proves_itself_from_its_files_alone(publishing):
    entry = published()
    assert verdict(entry) is Verdict.VALID
    page = read(f"C/{entry.public_id}").decode()
    for said in (
        entry.certificate.number,
        entry.certificate.name_zh,
        "2029-03-01",
        "颁发",
        f"{entry.public_id}.pdf",
    ):
        assert said in page
    assert "In force" in read(f"C/{entry.public_id}.en").decode()
    inside = open_sealed(read(f"C/{entry.public_id}.pdf"), trusted().seals).attached
    assert inside[f"{entry.public_id}.jwt"] == read(f"C/{entry.public_id}.jwt")
    assert inside[f"{entry.public_id}.tlog-proof"] == read(f"C/{entry.public_id}.tlog-proof")


def test_what_is_sealed_but_not_published_is_nowhere_to_be_found(publishing):
    held = sealed()
    turn()
    assert not any(path.startswith("C/") for path in files(publishing))
    everything = b"".join((publishing / path).read_bytes() for path in files(publishing))
    assert held.number.encode() not in everything and held.name_zh.encode() not in everything


def test_a_sub_certificate_is_sealed_with_its_main_one_and_proves_itself_by_it(publishing):
    entry = published(of_sites("总部", "一厂", "二厂", subs=[2, 3]))
    first, second = (f"{entry.certificate.number}-{n}" for n in (1, 2))
    for page in ("", ".en"):
        assert first in read(f"C/{entry.public_id}{page}").decode()
    assert f"{entry.public_id}.2.pdf" in read(f"C/{entry.public_id}").decode()
    pdf = read(f"C/{entry.public_id}.2.pdf")
    inside = open_sealed(pdf, trusted().seals).attached
    assert inside[f"{entry.public_id}.jwt"] == read(f"C/{entry.public_id}.jwt")
    told = read_jwt(inside[f"{entry.public_id}.jwt"].decode()).certificate
    assert [site.get("sub") for site in told["sites"]] == [None, first, second]
    assert json.loads(read(f"C/{entry.public_id}.json"))["subs"][1] == sha256(pdf).hexdigest()
    assert PUBLIC.fullmatch(f"C/{entry.public_id}.2.pdf")
    assert publish_all(at=moment()).wrong == []


def test_every_change_reaches_the_page_the_lists_and_the_log():
    entry = published()
    decided("withdraw", entry.certificate, LATER, reason_code="0101")
    withdraw_certificate(entry.certificate.number, on=LATER, by=clerk())
    turn(LATER)
    assert verdict(entry, LATER) is Verdict.WITHDRAWN
    assert "撤销" in read(f"C/{entry.public_id}").decode()
    assert [line["ev"] for line in json.loads(read(f"C/{entry.public_id}.json"))["lines"]] == [
        "issued",
        "withdrawn",
    ]


def test_the_page_tells_to_which_edition_the_certificate_is():
    old = "OHSAS 18001:2007"
    entry = published(certificate("OHSMS", on=DAY.replace(year=2019)))
    assert "ISO 45001:2018" in read(f"C/{entry.public_id}").decode()
    note_edition(entry.certificate.number, edition=old, on=DAY, by=clerk())
    turn()
    assert old in (page := read(f"C/{entry.public_id}").decode()) and "ISO 45001" not in page


def test_a_replaced_certificate_leads_to_the_new_one_once_that_is_public():
    old = published()
    Client.objects.update(name_zh="示例新名有限公司")
    number = replace_certificate(old.certificate.number, reason="0104", on=LATER, by=clerk()).number
    turn(LATER)
    assert verdict(old, LATER) is Verdict.REPLACED and number not in read(f"C/{old.public_id}").decode()
    new = published(Certificate.objects.get(number=number), on=LATER)
    page = read(f"C/{old.public_id}").decode()
    assert f'href="/C/{new.public_id}"' in page and number in page
    assert json.loads(read(f"C/{old.public_id}.json"))["successor"] == new.public_id


def test_withheld_nothing_names_the_client_and_the_status_stays(cast, publishing):
    entry = published()
    held = entry.certificate
    withhold_certificate(held.number, reason="客户书面申请", on=DAY, by=cast["director"])
    turn()
    everything = b"".join((publishing / path).read_bytes() for path in files(publishing))
    for secret in (held.name_zh, held.name_en, held.number, held.scope_zh, held.certification.client.uscc):
        assert secret.encode() not in everything, secret
    assert "有效" in read(f"C/{entry.public_id}").decode() and read(f"C/{entry.public_id}.pdf") is None
    disclose_certificate(held.number, on=DAY, by=cast["director"])
    turn()
    assert verdict(entry) is Verdict.VALID


def test_publishing_again_writes_nothing():
    published()
    turn()
    again = publish(at=moment())
    assert (again.lines, again.files) == (0, 0)


def test_lists_are_signed_anew_every_hour():
    published()
    before = read("status/revocation/1")
    assert publish(at=moment(hour=10)).files == 0
    publish(at=moment(hour=11))
    assert read("status/revocation/1") != before


def test_whatever_was_damaged_lost_or_planted_is_put_right(publishing):
    entry, place = published(), f"C/{published(certificate('EMS')).public_id}"
    before = {path: (publishing / path).read_bytes() for path in files(publishing)}
    assert publish_all(at=moment()).wrong == []
    damaged = [f"C/{entry.public_id}", f"{place}.jwt", ".well-known/did.json", "log/tile/0/000.p/5"]
    for path in damaged:
        (publishing / path).write_bytes(b"damaged")
    (publishing / f"{place}.pdf").unlink()
    (publishing / "C" / "ZZZZZZZZZZ").write_text("planted")
    (publishing / "status/suspension/1").write_text("damaged")
    wrong = publish_all(at=moment()).wrong
    assert set(wrong) == {*damaged, f"{place}.pdf", "C/ZZZZZZZZZZ", "status/suspension/1"}
    after = {path: (publishing / path).read_bytes() for path in files(publishing)}
    del before["status/suspension/1"], after["status/suspension/1"]
    assert after == before


def test_a_folder_that_was_lost_is_written_anew(publishing):
    entry = published()
    shutil.rmtree(publishing)
    with pytest.raises(SystemExit):
        call_command("publish", "--verify", verbosity=0)
    assert read(f"C/{entry.public_id}.pdf") and json.loads(read(".well-known/did.json"))


def test_the_terminal_says_why_it_cannot_publish(settings, tmp_path, capsys):
    settings.KEYS = tmp_path
    with pytest.raises(CommandError, match="没有密钥.*There are no keys"):
        call_command("publish")


def test_a_specimen_is_the_certificate_with_that_word(publishing):
    held = certificate()
    assert specimen(held, None).startswith(b"%PDF")
    turn()
    assert specimen(held, entry_of(held.number)) == specimen(held, entry_of(held.number))


def test_many_are_sealed_by_one_command_that_goes_on_where_it_stopped(capsys):
    for standard in ("QMS", "EMS", "OHSMS"):
        certificate(standard)
    turn()
    clerk()
    with pytest.raises(CommandError, match="nobody"):
        call_command("seal", "--by", "nobody")
    number = Certificate.objects.first().number
    call_command("seal", number, "--by", "clerk")
    call_command("seal", "--by", "clerk", "--publish")
    said = capsys.readouterr().out
    assert "sealed 1 / 1" in said and "sealed 2 / 2" in said and "published 3 / 3" in said


def test_one_brought_along_has_a_page_and_no_credential(publishing):
    held = on_show()
    entry = entry_of(held.number)
    told = files_of(entry)
    assert told[f"C/{entry.public_id}.jwt"] is None and held.number in told[f"C/{entry.public_id}"].decode()
    assert keyring().seal.fingerprint in trusted_seals()


def trusted_seals():
    turn()
    return trusted().seals


# --- served -----------------------------------------------------------------------------------------------------------
def test_where_no_server_of_files_stands_before_it_the_same_files_are_served(client):
    entry = published()
    for path in (f"/C/{entry.public_id}", f"/c/{entry.public_id.lower()}", f"/C/{entry.public_id}.en"):
        answer = client.get(path)
        assert answer.status_code == 200 and answer["Content-Type"] == "text/html; charset=utf-8", path
        assert "script-src 'self'" in answer["Content-Security-Policy"]
    kinds = {".jwt": "application/vc+jwt", ".pdf": "application/pdf", ".json": "application/json"}
    for end, kind in kinds.items():
        assert client.get(f"/C/{entry.public_id}{end}")["Content-Type"] == kind
    for path in ("/log/checkpoint", "/status/revocation/1", "/.well-known/did.json", "/context/v1.json"):
        assert client.get(path).content == read(path[1:])


@pytest.mark.parametrize(
    "path",
    [
        "/C/0000000000",
        "/C/../../secret",
        "/log/../.lock",
        "/.lock",
        "/log/tile/../../.lock",
        "/assets/..%2f.lock",
    ],
)
def test_nothing_else_is_served(client, path):
    published()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("log/tile/0/000", "public, max-age=31536000, immutable"),
        ("log/tile/entries/000.p/5", "public, max-age=31536000, immutable"),
        ("log/checkpoint", "public, max-age=5"),
        ("status/revocation/1", "public, max-age=300"),
        ("C/0123456789", "public, max-age=300"),
        (".well-known/did.json", "public, max-age=300"),
    ],
)
def test_a_copy_is_kept_as_long_as_it_stays_true(path, kept):
    assert headers_of(path)["Cache-Control"] == kept
