"""Where a private key may be: in a file, in a device that speaks PKCS#11, at the service of a certification authority.

Each is a `seal.signer.Signer`: it is given a digest and gives the signature back; the key stays where it is.
"""

import json
from base64 import b64decode, b64encode
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pkcs11
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pkcs11 import Attribute

from mingzheng.seal.signer import Algorithm, Signer, key_in_memory

DIGEST_INFO_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # RFC 8017 9.2 note 1
PATIENCE = 20  # seconds a service may take


def signer_of(described: dict[str, Any], folder: Path) -> Signer:
    """The signer a section of keys.toml describes; its files lie in `folder`. Raises KeyError for an unknown kind."""
    if "file" in described:
        return key_in_memory((folder / described["file"]).read_bytes())
    if "pkcs11" in described:
        return DeviceKey(
            described["pkcs11"],
            described["token"],
            described["label"],
            (folder / described["pin_file"]).read_text().strip(),
        )
    public = (folder / described["public_key"]).read_bytes()
    token = (folder / described["token_file"]).read_text().strip()
    return ServiceKey(described["url"], token, Algorithm(described["algorithm"]), public)


class DeviceKey:
    """A key in a device (PKCS#11): P-256, RSA or Ed25519; found by the label it has there."""

    def __init__(self, module: str, token: str, label: str, pin: str):
        session = _session(module, token, pin)
        self._key: Any = session.get_key(pkcs11.ObjectClass.PRIVATE_KEY, label=label)
        public: Any = session.get_key(pkcs11.ObjectClass.PUBLIC_KEY, label=label)
        self.algorithm, self.public_key = _public_half(self._key.key_type, public)

    def sign(self, digest: bytes) -> bytes:
        if self.algorithm is Algorithm.RS256:
            signed = self._key.sign(DIGEST_INFO_SHA256 + digest, mechanism=pkcs11.Mechanism.RSA_PKCS)
        elif self.algorithm is Algorithm.ED25519:
            signed = self._key.sign(digest, mechanism=pkcs11.Mechanism.EDDSA)
        else:
            signed = self._key.sign(digest, mechanism=pkcs11.Mechanism.ECDSA)
        return bytes(signed)


@cache
def _session(module: str, token: str, pin: str) -> Any:
    """The one log-in of this process at a device: a second one would be refused."""
    return pkcs11.lib(module).get_token(token_label=token).open(user_pin=pin)


def _public_half(kind: pkcs11.KeyType, public: Any) -> tuple[Algorithm, bytes]:
    made: Any
    if kind is pkcs11.KeyType.RSA:
        modulus, exponent = (public[name] for name in (Attribute.MODULUS, Attribute.PUBLIC_EXPONENT))
        made = rsa.RSAPublicNumbers(int.from_bytes(exponent), int.from_bytes(modulus)).public_key()
        algorithm = Algorithm.RS256
    elif kind is pkcs11.KeyType.EC:
        point = public[Attribute.EC_POINT][-65:]  # before it the DER wrapping
        made = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        algorithm = Algorithm.ES256
    else:
        made = ed25519.Ed25519PublicKey.from_public_bytes(public[Attribute.EC_POINT][-32:])
        algorithm = Algorithm.ED25519
    return algorithm, made.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


class ServiceKey:
    """A key at a service: it is posted ``{"algorithm", "digest"}`` in base64 and answers ``{"signature"}``."""

    def __init__(self, url: str, token: str, algorithm: Algorithm, public_key: bytes):
        self._url, self._token = url, token
        self.algorithm, self.public_key = algorithm, public_key

    def sign(self, digest: bytes) -> bytes:
        asked = {"algorithm": self.algorithm, "digest": b64encode(digest).decode()}
        head = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        request = Request(self._url, json.dumps(asked).encode(), head)
        with urlopen(request, timeout=PATIENCE) as answer:
            return b64decode(json.load(answer)["signature"], validate=True)
