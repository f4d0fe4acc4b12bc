"""Signatures. Who signs is a plug-in: a key in memory here, a device or a service elsewhere; what it signs is a digest.

Four algorithms: ES256 for credentials (RFC 7518 3.4), Ed25519 for the log (C2SP tlog-checkpoint), RS256 for seals in PDF
(RFC 8017 8.2), SM2 over SM3 for seals of GB/T 38540 (GB/T 32918.2).
"""

from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)

from mingzheng.seal import sm2

SEAL_BITS = 3072  # of an RSA key: good beyond the three years a certificate lives (NIST SP 800-57 part 1)


class Algorithm(StrEnum):
    ES256 = "ES256"
    ED25519 = "Ed25519"
    RS256 = "RS256"
    SM2 = "SM2"


class Signer(Protocol):
    """Whoever holds a private key: it never leaves the holder."""

    @property
    def algorithm(self) -> Algorithm: ...

    @property
    def public_key(self) -> bytes:
        """SubjectPublicKeyInfo, DER."""

    def sign(self, digest: bytes) -> bytes:
        """The signature over a :func:`digest`: r and s of 32 bytes each for ES256, as DER for SM2."""


def digest(algorithm: Algorithm, message: bytes, public_key: bytes) -> bytes:
    """What is signed of a message. Ed25519 signs the message itself; in SM2 the key has a part in it."""
    if algorithm is Algorithm.SM2:
        return sm2.digest(message, public_key)
    return message if algorithm is Algorithm.ED25519 else sha256(message).digest()


def sign(signer: Signer, message: bytes) -> bytes:
    """The signature of `signer` over a message."""
    return signer.sign(digest(signer.algorithm, message, signer.public_key))


def verify(algorithm: Algorithm, public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` over `message` was made with the private half of this key (SubjectPublicKeyInfo, DER)."""
    try:
        digested = digest(algorithm, message, public_key)
        if algorithm is Algorithm.SM2:
            return sm2.verify(public_key, digested, signature)
        _VERIFY[algorithm](load_der_public_key(public_key), digested, signature)
    except (InvalidSignature, ValueError, AttributeError, TypeError):
        return False  # not its signature; or the key is of another kind than the algorithm
    return True


def _verify_es256(key: Any, digested: bytes, signature: bytes) -> None:
    if len(signature) != 64 or not isinstance(key.curve, ec.SECP256R1):
        raise InvalidSignature
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    key.verify(encode_dss_signature(r, s), digested, ec.ECDSA(Prehashed(hashes.SHA256())))


def _verify_ed25519(key: Any, message: bytes, signature: bytes) -> None:
    key.verify(signature, message)


def _verify_rs256(key: Any, digested: bytes, signature: bytes) -> None:
    key.verify(signature, digested, padding.PKCS1v15(), Prehashed(hashes.SHA256()))


_VERIFY: dict[Algorithm, Callable[[Any, bytes, bytes], None]] = {
    Algorithm.ES256: _verify_es256,
    Algorithm.ED25519: _verify_ed25519,
    Algorithm.RS256: _verify_rs256,
}


class KeyInMemory:
    """A signer whose private key was read from a file."""

    def __init__(self, pem: bytes):
        self._key: Any = load_pem_private_key(pem, None)
        self.algorithm = _algorithm_of(self._key)
        self.public_key: bytes = self._key.public_key().public_bytes(
            Encoding.DER, PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, digest: bytes) -> bytes:
        if self.algorithm is Algorithm.ED25519:
            return bytes(self._key.sign(digest))
        if self.algorithm is Algorithm.RS256:
            return bytes(self._key.sign(digest, padding.PKCS1v15(), Prehashed(hashes.SHA256())))
        r, s = decode_dss_signature(self._key.sign(digest, ec.ECDSA(Prehashed(hashes.SHA256()))))
        return r.to_bytes(32) + s.to_bytes(32)


class Sm2InMemory:
    """The same for SM2: for a demonstration or a test (:mod:`.sm2`)."""

    algorithm = Algorithm.SM2

    def __init__(self, pem: bytes):
        self._secret, self.public_key = sm2.read_key(pem)

    def sign(self, digest: bytes) -> bytes:
        return sm2.sign(digest, self._secret)


def key_in_memory(pem: bytes) -> Signer:
    """The signer of a private key in PEM, of whatever kind it is."""
    return Sm2InMemory(pem) if sm2.is_private_key(pem) else KeyInMemory(pem)


def new_key(algorithm: Algorithm) -> bytes:
    """A new private key, PEM (PKCS #8, unencrypted): to be kept where only its owner reads it."""
    if algorithm is Algorithm.SM2:
        return sm2.new_key()
    made: Any = {
        Algorithm.ES256: lambda: ec.generate_private_key(ec.SECP256R1()),
        Algorithm.ED25519: ed25519.Ed25519PrivateKey.generate,
        Algorithm.RS256: lambda: rsa.generate_private_key(65537, SEAL_BITS),
    }[algorithm]()
    return bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _algorithm_of(key: object) -> Algorithm:
    match key:
        case ec.EllipticCurvePrivateKey(curve=ec.SECP256R1()):
            return Algorithm.ES256
        case ed25519.Ed25519PrivateKey():
            return Algorithm.ED25519
        case rsa.RSAPrivateKey():
            return Algorithm.RS256
    raise ValueError(f"{type(key).__name__} signs nothing here")
