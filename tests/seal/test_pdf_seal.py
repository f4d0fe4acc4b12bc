"""A sealed certificate shows every change, by our own check and by those of others."""

import random
import subprocess
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
import pytest
import zxingcpp
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_public_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image
from pyhanko.sign.timestamps import DummyTimeStamper

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.cms import Seal
from mingzheng.seal.facts import Attached
from mingzheng.seal.papers import render
from mingzheng.seal.pdf_check import open_sealed
from mingzheng.seal.pdf_seal import seal_pdf
from mingzheng.seal.pdf_stamped import seal_pdf_for_long
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from tests.seal.specimens import certificate
from tests.seal.test_papers import text_of

pytestmark = pytest.mark.slow  # keys are made, PDFs drawn and read back
AT = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)
URL = "HTTPS://WWW.MINGZHENG.EXAMPLE/C/K7Q29XHM4T"
ATTACHED = (
    Attached("K7Q29XHM4T.jwt", "application/vc+jwt", "eyJ.a.b" * 400),
    Attached("K7Q29XHM4T.tlog-proof", "text/plain", "c2sp.org/tlog-proof@v1\n"),
)


def der(key) -> bytes:
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


class Authority:
    """A test authority: certifies seals, and stamps the time."""

    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)
        self.root = self.certify(self.key.public_key(), "Test CA", is_ca=True)

    def certify(self, public, name: str, *, is_ca=False, stamps=False):
        named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test CA")])
        made = x509.CertificateBuilder().subject_name(named).issuer_name(issuer).public_key(public)
        made = made.serial_number(x509.random_serial_number())
        made = made.not_valid_before(datetime(2020, 1, 1)).not_valid_after(datetime(2040, 1, 1))  # noqa: DTZ001
        made = made.add_extension(x509.BasicConstraints(is_ca, None), critical=True)
        usage = dict.fromkeys(
            [
                "key_encipherment",
                "data_encipherment",
                "key_agreement",
                "encipher_only",
                "decipher_only",
                "crl_sign",
            ],
            False,
        )
        usage |= {"digital_signature": True, "content_commitment": not is_ca, "key_cert_sign": is_ca}
        made = made.add_extension(x509.KeyUsage(**usage), critical=True)
        if stamps:
            made = made.add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
            )
        return made.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def clock(self) -> DummyTimeStamper:
        key = rsa.generate_private_key(65537, 2048)
        own = asn1_x509.Certificate.load(self.certify(key.public_key(), "Test TSA", stamps=True))
        return DummyTimeStamper(own, asn1_keys.PrivateKeyInfo.load(der(key)))


@cache
def authority() -> Authority:
    return Authority()


@cache
def seal(name: str = "示例认证中心") -> Seal:
    key = KeyInMemory(new_key(Algorithm.RS256))
    public = load_der_public_key(key.public_key)
    return Seal(key, (authority().certify(public, name), authority().root))


@cache
def drawn() -> bytes:
    return render("certificate", certificate(attached=ATTACHED, verify_url=URL), "zh-hans")


@cache
def sealed() -> bytes:
    return seal_pdf(drawn(), seal(), at=AT)


def test_what_was_sealed_stays_byte_for_byte_and_brings_its_attachments():
    assert sealed().startswith(drawn().rstrip(b"\n"))
    found = open_sealed(sealed(), {seal().fingerprint})
    assert {name: content.decode() for name, content in found.attached.items()} == {
        one.name: one.content for one in ATTACHED
    }


def test_another_seal_and_no_seal_are_told():
    with pytest.raises(Refused, match="proof.other-seal"):
        open_sealed(sealed(), {seal("他人").fingerprint})
    with pytest.raises(Refused, match="proof.pdf-unsealed"):
        open_sealed(drawn(), {seal().fingerprint})
    for broken in (b"", b"%PDF-1.7", sealed()[:5000]):
        with pytest.raises(Refused, match="proof.pdf-un"):
            open_sealed(broken, {seal().fingerprint})


def test_one_flipped_bit_anywhere_is_refused():
    pdf, chosen = sealed(), random.Random(11)
    start = pdf.rindex(b"/Contents<")
    places = [chosen.randrange(len(pdf)) for _ in range(60)]
    places += [chosen.randrange(start, len(pdf)) for _ in range(60)]  # in the seal itself, which nobody signs
    for place in places:
        flipped = bytearray(pdf)
        flipped[place] ^= 1 << chosen.randrange(8)
        with pytest.raises(Refused):
            open_sealed(bytes(flipped), {seal().fingerprint})


def test_whatever_is_added_after_the_seal_is_refused():
    with pikepdf.open(BytesIO(sealed())) as pdf:
        pdf.docinfo["/Title"] = "another"
        saved = BytesIO()
        pdf.save(saved)
    for changed in (saved.getvalue(), sealed() + b"\n% more\n"):
        with pytest.raises(Refused):
            open_sealed(changed, {seal().fingerprint})


def test_poppler_says_the_seal_holds_and_finds_the_attachments(tmp_path):
    (tmp_path / "c.pdf").write_bytes(sealed())
    said = subprocess.run(
        ["pdfsig", "-nocert", "c.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "Signature is Valid" in said.stdout and "Total document signed" in said.stdout
    assert "ETSI.CAdES.detached" in said.stdout and "Jul 20 2026" in said.stdout
    listed = subprocess.run(
        ["pdfdetach", "-list", "c.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(one.name in listed.stdout for one in ATTACHED)
    flipped = bytearray(sealed())
    flipped[len(flipped) // 3] ^= 1
    (tmp_path / "c.pdf").write_bytes(flipped)
    said = subprocess.run(
        ["pdfsig", "-nocert", "c.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "Signature is Valid" not in said.stdout


def test_openssl_verifies_the_signature_inside(tmp_path):
    pdf = sealed()
    opening = pdf.rindex(b"/Contents<") + len("/Contents<")
    closing = pdf.index(b">", opening)
    (tmp_path / "seal.der").write_bytes(bytes.fromhex(pdf[opening:closing].decode()))
    (tmp_path / "signed").write_bytes(pdf[: opening - 1] + pdf[closing + 1 :])
    root = x509.load_der_x509_certificate(authority().root).public_bytes(Encoding.PEM)
    (tmp_path / "root.pem").write_bytes(root)
    asked = "openssl cms -verify -binary -inform DER -in seal.der -content signed -CAfile root.pem -purpose any -cades"
    done = subprocess.run(asked.split(), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"successful" in done.stderr.lower()


def test_qpdf_finds_nothing_wrong_and_it_is_still_an_archive_pdf():
    with pikepdf.open(BytesIO(sealed())) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version == "1.7"
        assert (
            pdf.open_metadata().pdfa_status == "3U"
        )  # every demand of 3B, and every character has its meaning
        assert all(one.Subtype == "/Link" or list(one.Rect) == [0, 0, 0, 0] for one in pdf.pages[0].Annots)


def test_the_code_is_read_from_the_page_at_150_dots_an_inch(tmp_path):
    (tmp_path / "c.pdf").write_bytes(sealed())
    subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-f", "1", "-l", "1", "c.pdf", "c"], cwd=tmp_path, check=True
    )
    (page,) = tmp_path.glob("c*.png")
    with Image.open(page) as image:
        assert image.size in ((1240, 1754), (1241, 1754))  # A4
        assert [found.text for found in zxingcpp.read_barcodes(image)] == [URL]


def test_a_specimen_differs_from_the_certificate_in_that_word_alone():
    ordinary, specimen = (
        text_of(render("certificate", certificate(specimen=one), "zh-hans")) for one in (False, True)
    )
    assert "样张" in specimen and "样张" not in ordinary
    assert specimen.replace("样张", "").replace("SPECIMEN", "") == ordinary


def test_with_a_time_stamp_authority_the_seal_lasts_and_changes_are_still_told():
    pdf = seal_pdf_for_long(drawn(), seal(), authority().clock(), [authority().root], fetch=False)
    assert open_sealed(pdf, {seal().fingerprint}).fingerprint == seal().fingerprint
    assert b"/DocTimeStamp" in pdf and b"/DSS" in pdf
    chosen = random.Random(12)
    for place in (chosen.randrange(len(drawn()) + 9000) for _ in range(12)):
        flipped = bytearray(pdf)
        flipped[place] ^= 1 << chosen.randrange(8)
        with pytest.raises(Refused):
            open_sealed(bytes(flipped), {seal().fingerprint})


def test_an_elliptic_key_seals_no_archive_pdf():
    with pytest.raises(ValueError, match="RSA"):
        Seal(KeyInMemory(new_key(Algorithm.ES256)), (authority().root,))
