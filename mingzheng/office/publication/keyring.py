"""The body's keys as keys.toml describes them: where each is, and nothing of what it is.

    [credential]                      # ES256: signs credentials and status lists
    file = "credential.pem"
    [log]                             # Ed25519: signs the checkpoints of the public log
    pkcs11 = "/usr/lib/softhsm/libsofthsm2.so"
    token = "body"
    label = "log"
    pin_file = "pin"
    [seal]                            # RSA: seals the PDF; its certificate and its issuers in `chain`
    url = "https://ca.example.org/sign"
    token_file = "token"
    algorithm = "RS256"
    public_key = "seal-public.der"
    chain = "seal-chain.pem"
    time_stamps = "http://tsa.example.org"   # optional: seals become B-LTA
    roots = "roots.pem"                      # with it: the roots under which seal and time stamps stand
    [gm-seal]                         # optional, SM2: a seal of GB/T 38540 over the sealed PDF; where its key is, as above
    url = "http://127.0.0.1:9000/sign"       # a device of GM/T 0018 stands behind such a service
    token_file = "gm-token"
    algorithm = "SM2"
    public_key = "gm-public.der"
    certificate = "gm.crt"                   # DER, of this key
    seal = "gm.esl"                          # the seal as its maker signed it
    [witnesses]                       # optional: who else signs the checkpoints of the log
    policy = "witnesses.policy"              # C2SP tlog-policy: keys, addresses, how many of them
    must = false                             # true: no checkpoint is shown before so many have signed

All paths are from the folder keys.toml lies in (MINGZHENG_KEYS), which only the body's own account may read.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.cms import Seal, load_chain
from mingzheng.seal.did import CREDENTIAL, GM_SEAL, LOG, SEAL
from mingzheng.seal.ses import GmSeal
from mingzheng.seal.signer import Signer
from mingzheng.seal.witness import Policy, read_policy

from .models import Key
from .signers import signer_of

FILE = "keys.toml"
CLAUSE = "ISO/IEC 17021-1:2015 8.1.2"
NO_KEYS = Objection("keys.none", CLAUSE)
NOT_ADOPTED = Objection("keys.not-adopted", CLAUSE)


@dataclass(frozen=True)
class Stamping:
    """The address of the time-stamp authority, and the roots under which its stamps and the seal stand."""

    url: str
    roots: tuple[bytes, ...]


@dataclass(frozen=True)
class Witnessing:
    """Which witnesses of the log are asked, and whether a checkpoint waits until they have signed (C2SP tlog-policy)."""

    policy: Policy
    must: bool


@dataclass(frozen=True)
class Keyring:
    """Who signs what."""

    credential: Signer
    log: Signer
    seal: Seal
    stamping: Stamping | None = None
    gm: GmSeal | None = None
    witnessing: Witnessing | None = None

    def public(self, use: str) -> tuple[bytes, str]:
        """The public key of a use, and for the seal the fingerprint of its certificate."""
        if use == SEAL:
            return self.seal.signer.public_key, self.seal.fingerprint
        if use == GM_SEAL and self.gm:
            return self.gm.signer.public_key, self.gm.fingerprint
        return {CREDENTIAL: self.credential, LOG: self.log}[use].public_key, ""


def keyring() -> Keyring:
    """The body's keys. Raises Refused where there are none."""
    place = Path(settings.KEYS) / FILE
    if not place.exists():
        raise Refused(NO_KEYS.because(place=str(place)))
    return _opened(place, place.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(place: Path, changed: int) -> Keyring:
    """A device is opened once: a session each time would cost more than the signature."""
    told, folder = tomllib.loads(place.read_text()), place.parent
    seal, stamping = told["seal"], None
    if url := seal.get("time_stamps"):
        stamping = Stamping(url, load_chain((folder / seal["roots"]).read_bytes()))
    return Keyring(
        credential=signer_of(told["credential"], folder),
        log=signer_of(told["log"], folder),
        seal=Seal(signer_of(seal, folder), load_chain((folder / seal["chain"]).read_bytes())),
        stamping=stamping,
        gm=_gm_seal(told[GM_SEAL], folder) if GM_SEAL in told else None,
        witnessing=_witnessing(told["witnesses"], folder) if "witnesses" in told else None,
    )


def _witnessing(told: dict[str, Any], folder: Path) -> Witnessing:
    return Witnessing(read_policy((folder / told["policy"]).read_text()), bool(told.get("must", False)))


def _gm_seal(told: dict[str, Any], folder: Path) -> GmSeal:
    certificate, seal = ((folder / told[name]).read_bytes() for name in ("certificate", "seal"))
    return GmSeal(signer_of(told, folder), certificate, seal)


def adopted(keys: Keyring, *uses: str) -> dict[str, str]:
    """The thumbprints of the keys that sign, by use, if the body's public list names them. Raises Refused otherwise."""
    known = {
        (key.use, key.public, key.certificate_sha256): key.thumbprint
        for key in Key.objects.filter(use__in=uses, retired_on=None, revoked_on=None)
    }
    found = {}
    for use in uses:
        public, fingerprint = keys.public(use)
        if (named := known.get((use, public.hex(), fingerprint))) is None:
            raise Refused(NOT_ADOPTED.because(use=use))
        found[use] = named
    return found
