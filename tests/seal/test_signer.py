"""Whoever signs, a signature holds for its message, its key and its algorithm, and for nothing else."""

import subprocess

import pytest

from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key, sign, verify

KINDS = [Algorithm.ES256, Algorithm.ED25519, pytest.param(Algorithm.RS256, marks=pytest.mark.slow)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_holds_for_its_own_message_and_key_only(kind):
    signer, other = KeyInMemory(new_key(kind)), KeyInMemory(new_key(kind))
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
