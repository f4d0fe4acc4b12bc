"""Asking the witnesses of the public log for their signature under a checkpoint (C2SP tlog-witness).

A witness that cannot be reached, or answers what does not hold, is passed over and asked again with the next checkpoint. Whether
a checkpoint is shown before enough have signed is the body's choice (`must` in keys.toml).
"""

from collections.abc import Sequence
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.note import CHECKPOINT
from mingzheng.seal.tiles import Tiles
from mingzheng.seal.witness import Policy, Witness, request

from . import folder
from .keyring import Witnessing
from .models import Checkpoint, Cosignature

PATIENCE = 5  # seconds for one answer: the log waits meanwhile
UNWITNESSED = Objection("log.unwitnessed", CHECKPOINT)


def shown(checkpoint: Checkpoint) -> str:
    """A checkpoint with all that was put under it."""
    return checkpoint.note + "".join(checkpoint.cosignatures.order_by("pk").values_list("line", flat=True))


def witnessed(checkpoint: Checkpoint, witnessing: Witnessing, before: int) -> str:
    """The checkpoint to show, the witnesses asked who have not signed it; empty where it has to wait for them.

    `before` is the size the public sees: what a witness that signed it will have signed last.
    """
    policy, note = witnessing.policy, shown(checkpoint)
    signed = {name for name, _ in policy.cosigned(note)}
    for witness in policy.witnesses.values():
        if witness.url and witness.name not in signed and (line := _asked(witness, checkpoint, before)):
            Cosignature.objects.create(checkpoint=checkpoint, witness=witness.key.name, line=line)
    note = shown(checkpoint)
    return "" if witnessing.must and not policy.is_met(note) else note


def believed(checkpoint: Checkpoint, witnessing: Witnessing | None) -> str:
    """The checkpoint as a certificate may carry it. Raises Refused while it waits for witnesses."""
    if witnessing is None:
        return checkpoint.note
    policy, note = witnessing.policy, shown(checkpoint)
    if witnessing.must and not policy.is_met(note):
        raise Refused(
            UNWITNESSED.because(signed=", ".join(name for name, _ in policy.cosigned(note)) or "--")
        )
    return note


def _asked(witness: Witness, checkpoint: Checkpoint, before: int) -> str:
    """Its line, if it gives one that holds. It may know another size than we thought: it says which, and is asked once more."""
    alone = Policy({witness.name: witness}, quorum=witness.name)
    for _ in range(2):
        code, told = _sent(witness, request(before, _growth(before, checkpoint.size), checkpoint.note))
        if code == HTTPStatus.OK:
            own = (f"{line}\n" for line in told.splitlines())
            return next((line for line in own if _holds(alone, checkpoint.note + line)), "")
        if code != HTTPStatus.CONFLICT or not told.strip().isdecimal() or int(told) > checkpoint.size:
            return ""
        before = int(told)
    return ""


def _holds(policy: Policy, note: str) -> bool:
    try:
        return policy.is_met(note)
    except Refused:
        return False


def _growth(old: int, new: int) -> Sequence[bytes]:
    return Tiles(lambda path: folder.read(f"log/{path}"), new).consistency_proof(old)


def _sent(witness: Witness, content: bytes) -> tuple[int, str]:
    asked = Request(f"{witness.url.rstrip('/')}/add-checkpoint", content, {"Content-Type": "text/plain"})
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:
            return answer.status, answer.read(65536).decode(errors="replace")
    except HTTPError as error:
        return error.code, error.read(64).decode(errors="replace")
    except (URLError, OSError, ValueError):
        return 0, ""
