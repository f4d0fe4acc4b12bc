"""New keys in files: for a demo, for a first day, for the drill. A body's seal certificate comes from a licensed authority.

电子签名法 art. 16: only a certificate from a licensed authority makes the seal count as third-party certified; the one made
here is signed by an authority that exists for one moment, and says so in its name.
"""

import os
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID

from mingzheng.seal.did import CREDENTIAL, GM_SEAL, LOG, SEAL
from mingzheng.seal.signer import SEAL_BITS, Algorithm, new_key

from .keyring import FILE
from .making_gm import seal_of_a_moment

ALGORITHMS = {
    CREDENTIAL: Algorithm.ES256,
    LOG: Algorithm.ED25519,
    SEAL: Algorithm.RS256,
    GM_SEAL: Algorithm.SM2,
}
LASTS = 4  # years: longer than any certificate it seals


def make_key(folder: Path, use: str, name: str, *, on: date) -> Path:
    """A new key in a file of its own, and keys.toml naming it in the place of the one before; which file it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = _free(folder, f"{use}-{on:%Y%m%d}")
    key = new_key(ALGORITHMS[use])
    _write(place, key)
    described = f'file = "{place.name}"\n'
    if use == SEAL:
        chain = place.with_suffix(".crt")
        _write(chain, chain_of_a_moment(key, name, on=on))
        described += f'chain = "{chain.name}"\n'
    if use == GM_SEAL:
        own, seal = place.with_suffix(".crt"), place.with_suffix(".esl")
        for file, content in zip((own, seal), seal_of_a_moment(key, name, on=on), strict=True):
            _write(file, content)
        described += f'certificate = "{own.name}"\nseal = "{seal.name}"\n'
    _describe(folder / FILE, use, described)
    return place


def _free(folder: Path, stem: str) -> Path:
    names = (f"{stem}{f'-{n}' if n else ''}.pem" for n in range(100))
    return next(folder / name for name in names if not (folder / name).exists())


def _describe(place: Path, use: str, described: str) -> None:
    """Put a section into keys.toml in the place of the one of this use; the rest stays as it was written."""
    told = place.read_text() if place.exists() else ""
    others = re.sub(rf"^\[{use}\]\n(?:(?!\[).*\n?)*", "", told, flags=re.MULTILINE)
    half = place.with_suffix(".new")
    _write(half, f"{others}[{use}]\n{described}".encode())
    half.replace(place)


def _write(place: Path, content: bytes) -> None:
    place.unlink(missing_ok=True)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def chain_of_a_moment(key: bytes, name: str, *, on: date) -> bytes:
    """A certificate for a seal key and its issuer, PEM; the issuer's key is forgotten at once."""
    authority = rsa.generate_private_key(65537, SEAL_BITS)
    issuer, subject = _named(f"TEST {name}"), _named(name)
    own = load_pem_private_key(key, None)
    start = datetime.combine(on, time(), UTC) - timedelta(days=1)
    root = _certificate(issuer, issuer, authority.public_key(), start)
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    leaf = _certificate(subject, issuer, own.public_key(), start)
    leaf = leaf.add_extension(
        x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
    )
    made = (one.sign(authority, hashes.SHA256()) for one in (leaf, root))
    return b"".join(one.public_bytes(Encoding.PEM) for one in made)


def _named(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, name[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
        ]
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, public: object, start: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
    builder = builder.public_key(public).serial_number(x509.random_serial_number())  # type: ignore[arg-type]
    return builder.not_valid_before(start).not_valid_after(start.replace(year=start.year + LASTS, day=1))
