"""A new seal of GB/T 38540 in files: for a demonstration, a test, the drill. A body's own is made by a licensed maker of seals.

The maker here exists for one moment, and says so in its name; only what a licensed one has signed is a seal before the law.
"""

from datetime import UTC, date, datetime, time, timedelta
from secrets import randbits

from asn1crypto import keys, x509

from mingzheng.seal import signer
from mingzheng.seal.ses import SM2_WITH_SM3, make_seal
from mingzheng.seal.signer import Algorithm, Signer, key_in_memory, new_key

LASTS = 4  # years: longer than any certificate it seals
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><g fill="none" stroke="#b3261e">'
    '<circle cx="20" cy="20" r="19"/></g><text x="20" y="22" font-size="4" text-anchor="middle" fill="#b3261e">{name}</text></svg>'
)


def seal_of_a_moment(key: bytes, name: str, *, on: date) -> tuple[bytes, bytes]:
    """A certificate for an SM2 key (PEM) and a seal it may be used with, both DER; the maker's key is forgotten at once."""
    start = datetime.combine(on, time(), UTC) - timedelta(days=1)
    days = (start, start.replace(year=start.year + LASTS, day=1))
    maker = key_in_memory(new_key(Algorithm.SM2))
    own = certificate(f"TEST {name}", maker.public_key, maker, days)
    used = certificate(name, key_in_memory(key).public_key, maker, days)
    picture = PICTURE.format(name=name).encode()
    return used, make_seal(name, picture, [used], days, maker, own)


def certificate(name: str, public: bytes, by: Signer, days: tuple[datetime, datetime]) -> bytes:
    """A certificate of GB/T 20518 for a key, signed by a maker of this name's, DER."""
    algorithm = {"algorithm": SM2_WITH_SM3}
    told = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": randbits(120),
            "signature": algorithm,
            "issuer": x509.Name.build({"common_name": f"TEST {name.removeprefix('TEST ')}"}),
            "validity": {
                "not_before": x509.Time({"utc_time": days[0]}),
                "not_after": x509.Time({"utc_time": days[1]}),
            },
            "subject": x509.Name.build({"organization_name": name, "common_name": name}),
            "subject_public_key_info": keys.PublicKeyInfo.load(public),
        }
    )
    signed = signer.sign(by, told.dump())
    made = {"tbs_certificate": told, "signature_algorithm": algorithm, "signature_value": signed}
    return bytes(x509.Certificate(made).dump())
