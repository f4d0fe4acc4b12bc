"""A seal of GB/T 38540 (SM2, SM3) over the sealed certificate: made, checked by OpenSSL, refused when anything was changed."""

import random
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import core, x509
from django.conf import settings
from django.core.management import call_command

from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.making_gm import certificate, seal_of_a_moment
from mingzheng.office.publication.making_keys import make_key
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal import sm2
from mingzheng.seal.did import GM_SEAL
from mingzheng.seal.examine import Verdict, examine
from mingzheng.seal.pdf_check import open_sealed
from mingzheng.seal.pdf_gm import open_gm, seal_pdf_gm
from mingzheng.seal.ses import GmSeal, make_seal, open_sealing, seal_digest
from mingzheng.seal.signer import Algorithm, key_in_memory, new_key
from tests.certified import body
from tests.published import administrator, adopt, moment, published, read, trusted
from tests.rows import DAY

pytestmark = [pytest.mark.slow, pytest.mark.one_database]
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
NAME = "示例认证中心有限公司"
DIGEST = sm2.sm3(b"what was decided")


@pytest.fixture(scope="module")
def seal() -> GmSeal:
    key = new_key(Algorithm.SM2)
    return GmSeal(key_in_memory(key), *seal_of_a_moment(key, NAME, on=DAY))


def code(sealing: bytes, digest: bytes = DIGEST) -> str:
    with pytest.raises(Refused) as refused:
        open_sealing(sealing, digest)
    return refused.value.objections[0].code


def test_a_sealing_says_by_which_seal_when_and_over_what(seal):
    found = open_sealing(seal_digest(seal, DIGEST, at=AT, place="certificate"), DIGEST)
    assert (found.name, found.at, found.fingerprint) == (NAME, AT, seal.fingerprint)


def test_openssl_finds_the_signatures_of_the_seal_and_of_the_sealing_right(seal, tmp_path):
    told, own, _, signed = core.SequenceOf.load(
        seal_digest(seal, DIGEST, at=AT, place="certificate"), spec=core.Any
    )
    info, maker, _, made = core.SequenceOf.load(
        told.parse(core.SequenceOf, {"spec": core.Any})[1].dump(), spec=core.Any
    )
    for message, by, signature in ((told, own, signed), (info, maker, made)):
        held = x509.Certificate.load(by.parse(core.OctetString).native)
        for name, content in (
            ("message", message.dump()),
            ("key", held.public_key.dump()),
            ("signature", signature.parse(core.OctetBitString).native),
        ):
            (tmp_path / name).write_bytes(content)
        how = ["-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-in", "message"]
        asked = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", *how]
        subprocess.run([*asked, "-sigfile", "signature"], cwd=tmp_path, check=True, capture_output=True)


def test_every_flipped_bit_of_a_sealing_is_refused(seal):
    sealing = seal_digest(seal, DIGEST, at=AT, place="certificate")
    for bit in random.Random(5).sample(range(len(sealing) * 8), 40):
        changed = bytearray(sealing)
        changed[bit // 8] ^= 1 << bit % 8
        assert code(bytes(changed)).startswith("proof.gm-"), bit


def test_another_document_another_signer_and_another_day_each_have_their_own_words(seal):
    assert code(seal_digest(seal, DIGEST, at=AT, place="x"), sm2.sm3(b"what was not")) == "proof.gm-altered"
    other = key_in_memory(new_key(Algorithm.SM2))
    days = (AT - timedelta(days=9), AT + timedelta(days=9))
    stranger = GmSeal(other, certificate("Stranger", other.public_key, other, days), seal.seal)
    assert code(seal_digest(stranger, DIGEST, at=AT, place="x")) == "proof.gm-not-its-signer"
    late = AT + timedelta(days=9 * 365)
    assert code(seal_digest(seal, DIGEST, at=late, place="x")) == "proof.gm-out-of-its-days"
    forged = make_seal(
        NAME, b"<svg/>", [stranger.certificate], days, other, seal.certificate
    )  # not the maker's key
    assert (
        code(seal_digest(GmSeal(other, stranger.certificate, forged), DIGEST, at=AT, place="x"))
        == "proof.gm-altered"
    )
    with pytest.raises(ValueError, match="SM2"):
        GmSeal(key_in_memory(new_key(Algorithm.ES256)), seal.certificate, seal.seal)


@pytest.fixture
def with_gm_seal(publishing, tmp_path, key_folder):
    shutil.copytree(key_folder, tmp_path / "keys")
    settings.KEYS = tmp_path / "keys"
    make_key(settings.KEYS, GM_SEAL, NAME, on=DAY)
    adopt(GM_SEAL)
    return keyring().gm


@pytest.mark.django_db
def test_a_body_with_such_a_seal_publishes_its_certificates_under_both(with_gm_seal, publishing, tmp_path):
    entry = published()
    pdf = read(f"C/{entry.public_id}.pdf")
    over = open_gm(pdf)
    assert over.found.fingerprint == with_gm_seal.fingerprint in trusted().seals
    assert open_sealed(over.inner, trusted().seals).attached == open_sealed(pdf, trusted().seals).attached
    jwt, proof = (read(f"C/{entry.public_id}.{end}").decode() for end in ("jwt", "tlog-proof"))
    assert examine(jwt, proof, trusted(), read, now=moment()).verdict is Verdict.VALID
    (tmp_path / "sealed.pdf").write_bytes(pdf)
    said = subprocess.run(
        ["pdfsig", "-nocert", tmp_path / "sealed.pdf"], capture_output=True, text=True
    ).stdout
    assert "Signature is Valid" in said and len(re.findall("^Signature #", said, re.MULTILINE)) == 2
    with pytest.raises(SystemExit) as ended:
        call_command("verify", str(tmp_path / "sealed.pdf"), "--at", str(publishing), "--offline")
    assert ended.value.code == 0


@pytest.mark.django_db
def test_one_to_try_is_made_and_taken_into_use_by_one_command(with_gm_seal, capsys):
    before = with_gm_seal.fingerprint
    administrator()
    body()
    call_command("keys", "rotate", GM_SEAL, "--by", "keeper")
    said = capsys.readouterr().out
    assert f"{GM_SEAL}: {keyring().gm.fingerprint} 已启用 / in use  {before[:16]} retired" in said
    call_command("keys", "adopt", "--by", "keeper")
    assert capsys.readouterr().out == ""  # all that keys.toml describes is in use


@pytest.mark.django_db
def test_a_changed_byte_or_another_seal_is_refused(with_gm_seal, seal):
    entry = published()
    pdf, seals = read(f"C/{entry.public_id}.pdf"), trusted().seals
    for at in random.Random(7).sample(range(len(pdf)), 20):
        changed = pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]
        with pytest.raises(Refused):
            open_sealed(changed, seals)
    with pytest.raises(Refused) as refused:
        open_sealed(seal_pdf_gm(open_gm(pdf).inner, seal, at=AT), seals)
    assert refused.value.objections[0].code == "proof.other-seal"
    with pytest.raises(Refused):
        open_sealed(pdf + b"\n% more\n", seals)
