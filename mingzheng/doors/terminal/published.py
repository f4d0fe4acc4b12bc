"""What a body publishes, read from a folder or over the network; and what a file brings along."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlparse
from urllib.request import urlopen

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.credential import read_jwt
from mingzheng.seal.did import Trusted
from mingzheng.seal.pdf_check import open_sealed
from mingzheng.seal.tiles import Read

NOTHING_ATTACHED = Objection("proof.nothing-attached", "ISO 32000-1 7.11.4")
PATIENCE = 20  # seconds


@dataclass(frozen=True)
class Evidence:
    """A credential and the proof that its issue was logged."""

    jwt: str
    proof: str


def fetcher(place: str) -> Read:
    """Reading the files of a folder, or of an address."""
    return _from_web(place) if urlparse(place).scheme in ("http", "https") else _from_folder(Path(place))


def _from_folder(home: Path) -> Callable[[str], bytes | None]:
    def read(path: str) -> bytes | None:
        file = home / path
        return file.read_bytes() if file.is_file() else None

    return read


def _from_web(address: str) -> Callable[[str], bytes | None]:
    def read(path: str) -> bytes | None:
        try:
            with urlopen(f"{address.rstrip('/')}/{path}", timeout=PATIENCE) as answer:
                content: bytes = answer.read()
                return content
        except HTTPError as error:
            if error.code == 404:
                return None
            raise

    return read


def evidence_in(content: bytes, fetch: Read, trusted: Trusted) -> Evidence:
    """What a file brings along: a sealed PDF both, a credential alone the proof that is published beside it. Raises Refused."""
    if content.startswith(b"%PDF"):
        attached = open_sealed(content, trusted.seals).attached
        found = {name.rpartition(".")[2]: told.decode(errors="replace") for name, told in attached.items()}
        if not {"jwt", "tlog-proof"} <= found.keys():
            raise Refused(NOTHING_ATTACHED)
        return Evidence(found["jwt"], found["tlog-proof"])
    jwt = content.decode(errors="replace").strip()
    proof = fetch(f"C/{read_jwt(jwt).public_id}.tlog-proof") or b""
    return Evidence(jwt, proof.decode(errors="replace"))
