"""SM2 signatures over SM3 digests (GB/T 32918.2, GB/T 32905), as the seals of GB/T 38540 need them.

For checking, and for a key in a file of a demonstration or a test. The arithmetic is a library's in plain Python, which takes
no care that time tells nothing of the key: a key that counts stays in a certified device, behind `Signer.sign(digest)`.
"""

from collections.abc import Callable
from typing import Any

from asn1crypto import core, keys, pem
from gmalg.base import PC_MODE
from gmalg.sm2 import SM2, bytes_to_point, point_to_bytes
from gmalg.sm3 import SM3

WHO = b"1234567812345678"  # the distinguishing identifier where nobody agreed on another (GB/T 35276)
CURVE = "1.2.156.10197.1.301"
keys.NamedCurve.register("sm2p256v1", CURVE, 32)


class Signature(core.Sequence):
    """r and s, as GB/T 35276 writes a signature."""

    _fields = [("r", core.Integer), ("s", core.Integer)]


def sm3(message: bytes) -> bytes:
    """The SM3 digest, 32 bytes."""
    told = SM3()
    told.update(message)
    return bytes(told.value())


def digest(message: bytes, public_key: bytes) -> bytes:
    """What is signed of a message: the digest of who signs, with which key, and of the message (GB/T 32918.2 5.5, 6.1)."""
    who = SM2()._core.entity_info(WHO, bytes_to_point(_point(public_key)))
    return sm3(bytes(who) + message)


def verify(public_key: bytes, digested: bytes, signature: bytes) -> bool:
    """Whether the signature over a :func:`digest` was made with the private half of this key."""
    try:
        found = Signature.load(signature, strict=True)
        if found.dump(force=True) != signature:
            return False
        point = bytes_to_point(_point(public_key))
        return bool(_given(digested).verify(b"", found["r"].native, found["s"].native, WHO, point))
    except (ValueError, KeyError, TypeError, AssertionError, IndexError):
        return False


def sign(digested: bytes, secret: int) -> bytes:
    """The signature over a :func:`digest`."""
    r, s = _given(digested).sign(b"", secret, WHO, SM2()._core.generate_pk(secret))
    return bytes(Signature({"r": int(r), "s": int(s)}).dump())


def is_private_key(told: bytes) -> bool:
    """Is this PEM a private key on the SM2 curve?"""
    algorithm = keys.PrivateKeyInfo.load(pem.unarmor(told)[2])["private_key_algorithm"]
    return bool(algorithm["algorithm"].native == "ec" and algorithm["parameters"].chosen.dotted == CURVE)


def read_key(told: bytes) -> tuple[int, bytes]:
    """The secret number in a PEM (PKCS #8), and its public half, SubjectPublicKeyInfo."""
    secret = int(keys.PrivateKeyInfo.load(pem.unarmor(told)[2])["private_key"].parsed["private_key"].native)
    return secret, spki(bytes(point_to_bytes(SM2()._core.generate_pk(secret), PC_MODE.RAW)))


def new_key() -> bytes:
    """A new private key, PEM (PKCS #8, unencrypted)."""
    secret, point = SM2()._core.generate_keypair()
    public = bytes(point_to_bytes(point, PC_MODE.RAW))
    inner = keys.ECPrivateKey(
        {"version": 1, "private_key": int(secret), "public_key": keys.ECPointBitString(public)}
    )
    told = keys.PrivateKeyInfo({"version": 0, "private_key_algorithm": _algorithm(), "private_key": inner})
    return bytes(pem.armor("PRIVATE KEY", told.dump()))


def is_sm2(public_key: bytes) -> bool:
    """Is this SubjectPublicKeyInfo one of a key on the SM2 curve?"""
    algorithm = keys.PublicKeyInfo.load(public_key)["algorithm"]
    return bool(algorithm["algorithm"].native == "ec" and algorithm["parameters"].chosen.dotted == CURVE)


def spki(point: bytes) -> bytes:
    """SubjectPublicKeyInfo, DER, of an uncompressed point."""
    return bytes(
        keys.PublicKeyInfo(
            {"algorithm": _algorithm("public"), "public_key": keys.ECPointBitString(point)}
        ).dump()
    )


def _algorithm(kind: str = "private") -> Any:
    made: Callable[[Any], Any] = keys.PrivateKeyAlgorithm if kind == "private" else keys.PublicKeyAlgorithm
    return made({"algorithm": "ec", "parameters": keys.ECDomainParameters("named", keys.NamedCurve(CURVE))})


def _point(public_key: bytes) -> bytes:
    if not is_sm2(public_key):
        raise ValueError("not a key on the SM2 curve")
    return bytes(keys.PublicKeyInfo.load(public_key)["public_key"].native)


def _given(digested: bytes) -> Any:
    """The library's arithmetic, its own digest put aside: whoever signs is given one."""
    arithmetic = SM2()._core
    arithmetic._hash_fn = lambda _: digested
    return arithmetic
