"""The signature inside a sealed PDF: CMS SignedData as PAdES baseline B-B wants it (ETSI EN 319 142-1, RFC 5652, RFC 5035).

Written out by hand because it is the same few bytes each time: a library that builds it from objects takes longer than
drawing the whole certificate, and a body seals thousands at a time (docs/decisions/0012).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from mingzheng.seal import signer
from mingzheng.seal.signer import Algorithm, Signer

SEQUENCE, SET, OCTETS, OID, INTEGER = 0x30, 0x31, 0x04, 0x06, 0x02
FIRST = 0xA0  # [0], constructed


def der(tag: int, *parts: bytes) -> bytes:
    """One DER value: its tag, its length, its parts."""
    content = b"".join(parts)
    if len(content) < 0x80:
        return bytes((tag, len(content))) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8)
    return bytes((tag, 0x80 | len(length))) + length + content


def oid(dotted: str) -> bytes:
    """An object identifier."""
    first, second, *rest = map(int, dotted.split("."))
    content = bytearray([first * 40 + second])
    for number in rest:
        sevens = [number & 0x7F]
        while number := number >> 7:
            sevens.append(number & 0x7F | 0x80)
        content += bytes(reversed(sevens))
    return der(OID, bytes(content))


def integer(number: int) -> bytes:
    return der(INTEGER, number.to_bytes(number.bit_length() // 8 + 1))


DATA, SIGNED_DATA = oid("1.2.840.113549.1.7.1"), oid("1.2.840.113549.1.7.2")
CONTENT_TYPE, MESSAGE_DIGEST = oid("1.2.840.113549.1.9.3"), oid("1.2.840.113549.1.9.4")
SIGNING_CERTIFICATE = oid("1.2.840.113549.1.9.16.2.47")
NULL = b"\x05\x00"
SHA256 = der(SEQUENCE, oid("2.16.840.1.101.3.4.2.1"))
SHA256_RSA = der(SEQUENCE, oid("1.2.840.113549.1.1.11"), NULL)


@dataclass(frozen=True)
class Seal:
    """The body's electronic seal 电子印章: who signs with its key, and the certificate that says whose key it is."""

    signer: Signer
    chain: tuple[bytes, ...]  # DER, the seal's own certificate first, its issuers after it

    def __post_init__(self) -> None:
        if self.signer.algorithm is not Algorithm.RS256:
            raise ValueError("a PDF/A-3 is sealed with RSA: an elliptic seal would raise it to PDF 2.0")

    @property
    def fingerprint(self) -> str:
        """What names the seal: SHA-256 over its certificates, hex."""
        return fingerprint(self.chain)


def fingerprint(chain: Sequence[bytes]) -> str:
    return sha256(b"".join(chain)).hexdigest()


def signed_data(seal: Seal, digest: bytes) -> bytes:
    """The CMS over a document of which `digest` is the SHA-256: always of the same length for the same seal."""
    signature = signer.sign(seal.signer, der(SET, *_attributes(seal.chain[0], digest)))
    return packed(seal.chain, digest, signature)


def room_for(seal: Seal) -> int:
    """How many bytes :func:`signed_data` will take."""
    key = x509.load_der_x509_certificate(seal.chain[0]).public_key()
    assert isinstance(key, RSAPublicKey)
    return len(packed(seal.chain, bytes(32), bytes(key.key_size // 8)))


def packed(chain: Sequence[bytes], digest: bytes, signature: bytes) -> bytes:
    """The CMS around a signature. Every byte follows from these three, so whoever checks can ask for every byte."""
    signer_info = der(
        SEQUENCE,
        integer(1),
        _issuer_and_serial(chain[0]),
        SHA256,
        der(FIRST, *_attributes(chain[0], digest)),
        SHA256_RSA,
        der(OCTETS, signature),
    )
    signed = der(
        SEQUENCE,
        integer(1),
        der(SET, SHA256),
        der(SEQUENCE, DATA),
        der(FIRST, *chain),
        der(SET, signer_info),
    )
    return der(SEQUENCE, SIGNED_DATA, der(FIRST, signed))


@lru_cache(maxsize=8)
def _issuer_and_serial(certificate: bytes) -> bytes:
    read = x509.load_der_x509_certificate(certificate)
    return der(SEQUENCE, read.issuer.public_bytes(), integer(read.serial_number))


def _attributes(own: bytes, digest: bytes) -> Sequence[bytes]:
    """What is signed: of what kind, its digest, by which certificate; a set in DER is sorted."""
    certificate = der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTETS, sha256(own).digest()))))
    said = (
        (CONTENT_TYPE, DATA),
        (MESSAGE_DIGEST, der(OCTETS, digest)),
        (SIGNING_CERTIFICATE, certificate),
    )
    return sorted(der(SEQUENCE, what, der(SET, value)) for what, value in said)


def load_chain(pem: bytes) -> tuple[bytes, ...]:
    """The certificates of a PEM file, in its order, as DER."""
    return tuple(one.public_bytes(Encoding.DER) for one in x509.load_pem_x509_certificates(pem))
