"""Whoever signs, a signature holds for its message, its key and its algorithm, and for nothing else."""

import subprocess

import pytest

from mingzheng.seal import sm2
from mingzheng.seal.signer import Algorithm, KeyInMemory, key_in_memory, new_key, sign, verify

KINDS = [
    Algorithm.ES256,
    Algorithm.ED25519,
    Algorithm.SM2,
    pytest.param(Algorithm.RS256, marks=pytest.mark.slow),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_holds_for_its_own_message_and_key_only(kind):
    signer, other = key_in_memory(new_key(kind)), key_in_memory(new_key(kind))
    signed = sign(signer, b"what was decided")
    assert signer.algorithm is kind
    assert verify(kind, signer.public_key, b"what was decided", signed)
    assert not verify(kind, signer.public_key, b"what was not", signed)
    assert not verify(kind, other.public_key, b"what was decided", signed)
    assert not verify(kind, signer.public_key, b"what was decided", signed[:-1])
    for bit in (0, 7, len(signed) * 8 - 1):
        flipped = bytearray(signed)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not verify(kind, signer.public_key, b"what was decided", bytes(flipped))


def test_a_key_of_another_kind_is_no_match():
    curve, edwards = KeyInMemory(new_key(Algorithm.ES256)), KeyInMemory(new_key(Algorithm.ED25519))
    assert not verify(Algorithm.ES256, edwards.public_key, b"x", sign(curve, b"x"))
    assert not verify(Algorithm.ED25519, curve.public_key, b"x", sign(edwards, b"x"))
    assert not verify(Algorithm.RS256, edwards.public_key, b"x", sign(edwards, b"x"))


@pytest.mark.slow
def test_openssl_accepts_what_was_signed(tmp_path):
    signer = KeyInMemory(new_key(Algorithm.RS256))
    (tmp_path / "key.der").write_bytes(signer.public_key)
    (tmp_path / "signature").write_bytes(sign(signer, b"what was decided"))
    for message, holds in ((b"what was decided", True), (b"what was not", False)):
        (tmp_path / "message").write_bytes(message)
        asked = [
            "openssl",
            "dgst",
            "-sha256",
            "-keyform",
            "DER",
            "-verify",
            "key.der",
            "-signature",
            "signature",
        ]
        done = subprocess.run([*asked, "message"], cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode == 0) is holds, done.stderr


def test_sm2_and_sm3_say_what_the_standards_say():
    """GB/T 32905 A.1, A.2 for the digest; the signatures of OpenSSL hold here, and ours hold there."""
    assert sm2.sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm2.sm3(b"abcd" * 16).hex() == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


@pytest.mark.slow
def test_openssl_and_we_agree_on_sm2_both_ways(tmp_path):
    signer = key_in_memory(secret := new_key(Algorithm.SM2))
    (tmp_path / "secret").write_bytes(secret)
    (tmp_path / "public").write_bytes(signer.public_key)
    (tmp_path / "message").write_bytes(b"what was decided")
    (tmp_path / "ours").write_bytes(sign(signer, b"what was decided"))
    how = ["-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-in", "message"]

    def openssl(*asked: str) -> bool:
        return not subprocess.run(
            ["openssl", "pkeyutl", *asked, *how], cwd=tmp_path, capture_output=True
        ).returncode

    with_public = ["-verify", "-pubin", "-keyform", "DER", "-inkey", "public", "-sigfile"]
    assert openssl(*with_public, "ours")
    assert openssl("-sign", "-inkey", "secret", "-out", "theirs")
    assert verify(Algorithm.SM2, signer.public_key, b"what was decided", (tmp_path / "theirs").read_bytes())
    (tmp_path / "message").write_bytes(b"what was not")
    assert not openssl(*with_public, "ours")
