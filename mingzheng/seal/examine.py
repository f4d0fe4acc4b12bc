"""Is this certificate genuine, and how does it stand? Judged from files alone, by anybody, without asking the body.

What is believed at the start are the keys in the body's did.json. From there every word is proved: the credential by its
signature, its issue by the log, the log by its checkpoint, the status by the signed lists, the history by the log again.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.credential import JWT_ALTERED, KEY_REVOKED, WRONG_KEY, Jwt, check_jwt, read_jwt
from mingzheng.seal.did import DID_UNREADABLE, Trusted
from mingzheng.seal.leaf import ENDS, Leaf, What, id_in_log, record_hash
from mingzheng.seal.log import leaf_hash, verify_consistency, verify_inclusion
from mingzheng.seal.log_proof import UNLOGGED, check_proof, read_proof
from mingzheng.seal.note import CHECKPOINT, Checkpoint, open_checkpoint
from mingzheng.seal.status_list import LIST, LIST_STALE, PURPOSES, StatusList, open_list
from mingzheng.seal.tiles import Read, Tiles
from mingzheng.seal.witness import POLICY_UNREADABLE, UNWITNESSED, Policy

NOBODY = Policy()  # of no witness is anything wanted
ROLLED_BACK = Objection("proof.rolled-back", CHECKPOINT)
FORKED = Objection("proof.forked", CHECKPOINT)
CHECKPOINT_MISSING = Objection("proof.checkpoint-missing", CHECKPOINT)
LIST_MISSING = Objection("proof.list-missing", LIST)
LIST_UNBELIEVED = Objection("proof.list-unbelieved", LIST)  # it is fresh, and a revoked key signed it
HISTORY_ALTERED = Objection("proof.history-altered", "C2SP tlog-tiles")
UNCONFIRMED = {
    one.code
    for one in (
        ROLLED_BACK,
        FORKED,
        CHECKPOINT_MISSING,
        LIST_MISSING,
        LIST_STALE,
        LIST_UNBELIEVED,
        UNWITNESSED,
        DID_UNREADABLE,  # without the body's keys nothing is known of the file
        POLICY_UNREADABLE,
    )
}
NOT_FOUND = Objection("proof.not-found", "ISO/IEC 17021-1:2015 8.1.2")
STRANGE = {one.code for one in (WRONG_KEY, KEY_REVOKED, UNLOGGED, NOT_FOUND)}


class Verdict(StrEnum):
    """How a certificate stands, in one word."""

    VALID = "valid"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REPLACED = "replaced"
    NOT_YET = "not-yet"  # on a day before it was issued
    UNKNOWN = "unknown"  # not one the body has issued
    ALTERED = "altered"  # one the body has issued, and then somebody changed it
    UNCONFIRMED = "unconfirmed"  # what it is to be judged by is missing, stale or contradicts itself


BECOMES = {
    What.ISSUED: Verdict.VALID,
    What.RESTORED: Verdict.VALID,
    What.SUSPENDED: Verdict.SUSPENDED,
    What.WITHDRAWN: Verdict.WITHDRAWN,
    What.CANCELLED: Verdict.CANCELLED,
    What.EXPIRED: Verdict.EXPIRED,
    What.REPLACED: Verdict.REPLACED,
}


@dataclass(frozen=True)
class Past:
    """One line of the history, proved by the log."""

    what: What
    on: date


@dataclass(frozen=True)
class Finding:
    """The answer. `as_of` is when the body last signed the status; None when only the file itself was looked at."""

    verdict: Verdict
    faults: tuple[Objection, ...] = ()
    as_of: datetime | None = None
    certificate: dict[str, object] = field(default_factory=dict)
    history: tuple[Past, ...] = ()
    successor: str = ""  # public id of the certificate that replaced it

    @property
    def is_genuine(self) -> bool:
        return not self.faults


def failed(fault: Objection, certificate: dict[str, object] | None = None) -> Finding:
    """The answer where something does not hold."""
    verdict = Verdict.ALTERED
    if fault.code in STRANGE:
        verdict = Verdict.UNKNOWN
    elif fault.code in UNCONFIRMED:
        verdict = Verdict.UNCONFIRMED
    return Finding(verdict, (fault,), certificate=certificate or {})


def examine_offline(jwt: str, proof: str, trusted: Trusted, *, on: date, policy: Policy = NOBODY) -> Finding:
    """What a credential and its proof say by themselves: genuine, and not past its last day. Not whether it was suspended."""
    told: dict[str, object] = {}
    try:
        read, _ = _genuine(jwt, proof, trusted)
        told = read.certificate
        _witnessed(read_proof(proof).note, policy)
    except Refused as refused:
        return failed(refused.objections[0], told)
    return Finding(_by_the_days(read, Verdict.VALID, on), certificate=told)


def examine(
    jwt: str,
    proof: str,
    trusted: Trusted,
    fetch: Read,
    *,
    now: datetime,
    on: date | None = None,
    policy: Policy = NOBODY,
) -> Finding:
    """How a certificate stands by all the body publishes (`fetch` reads it); as of a day past, where `on` names one."""
    told: dict[str, object] = {}
    try:
        read, proved = _genuine(jwt, proof, trusted)
        told = read.certificate
        checkpoint = _current(fetch, trusted, proved, policy)
        lists = {purpose: _list(fetch, purpose, read, trusted, now) for purpose in PURPOSES}
        history, successor = _history(fetch, read, checkpoint)
        listed = _by_the_lists(history, lists, read)
    except Refused as refused:
        return failed(refused.objections[0], told)
    stood = listed if listed and on is None else _stood(history, on or now.date())
    verdict = _by_the_days(read, stood, on or now.date())
    as_of = min(one.signed_at for one in lists.values())
    return Finding(verdict, (), as_of, told, history, successor)


def _genuine(text: str, proof: str, trusted: Trusted) -> tuple[Jwt, Checkpoint]:
    """The credential, and the checkpoint under which its issue is logged. Raises Refused."""
    jwt = read_jwt(text)
    check_jwt(jwt, trusted.keys)
    issue = _leaf(jwt, What.ISSUED, 1, date.fromisoformat(str(jwt.certificate["issuedOn"])))
    revoked = trusted.revoked.get(str(jwt.head["kid"]))
    if revoked and issue.on >= revoked:
        raise Refused(KEY_REVOKED.because(day=revoked))
    return jwt, check_proof(read_proof(proof), issue.encode(), trusted.log_keys)


def _leaf(jwt: Jwt, what: What, n: int, on: date) -> Leaf:
    """The line the log must hold if this happened to this certificate."""
    told = jwt.certificate
    record = record_hash(jwt.payload) if what is What.ISSUED else ""
    return Leaf(what, str(told["scheme"]), id_in_log(jwt.public_id, str(told["salt"])), n, on, record)


def _current(fetch: Read, trusted: Trusted, proved: Checkpoint, policy: Policy) -> Checkpoint:
    """The checkpoint of now, which must begin with the log of the proof, witnessed as the reader wants."""
    note = fetch("log/checkpoint")
    if note is None:
        raise Refused(CHECKPOINT_MISSING)
    checkpoint = open_checkpoint(_text(note), trusted.log_keys)
    _witnessed(_text(note), policy)
    if checkpoint.size < proved.size:
        raise Refused(ROLLED_BACK.because(was=proved.size, size=checkpoint.size))
    shown = Tiles(_log(fetch), checkpoint.size).consistency_proof(proved.size)
    if not verify_consistency(proved.size, checkpoint.size, shown, proved.root, checkpoint.root):
        raise Refused(FORKED.because(size=proved.size))
    return checkpoint


def _witnessed(note: str, policy: Policy) -> None:
    """Raises Refused where too few of the reader's witnesses have signed a checkpoint."""
    if not policy.is_met(note):
        signed = ", ".join(sorted(name for name, _ in policy.cosigned(note)))
        raise Refused(UNWITNESSED.because(signed=signed or "--"))


def _log(fetch: Read) -> Read:
    return lambda path: fetch(f"log/{path}")


def _list(fetch: Read, purpose: str, jwt: Jwt, trusted: Trusted, now: datetime) -> StatusList:
    number = jwt.place.list_number
    text = fetch(f"status/{purpose}/{number}")
    if text is None:
        raise Refused(LIST_MISSING.because(purpose=purpose))
    found = open_list(_text(text), trusted.keys, at=now)
    if found.key_id in trusted.revoked:
        raise Refused(LIST_UNBELIEVED)
    if (found.purpose, found.number) != (purpose, number):
        raise Refused(JWT_ALTERED)
    return found


def _history(fetch: Read, jwt: Jwt, checkpoint: Checkpoint) -> tuple[tuple[Past, ...], str]:
    """What happened to it, each line found in the log where the body says it stands."""
    content = fetch(f"C/{jwt.public_id}.json")
    try:
        told = json.loads(content or b"null")
        lines = [(int(one["at"]), What(one["ev"]), date.fromisoformat(one["on"])) for one in told["lines"]]
        successor = str(told["successor"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(HISTORY_ALTERED) from error
    tiles = Tiles(_log(fetch), checkpoint.size)
    for n, (at, what, on) in enumerate(lines, 1):
        if at >= checkpoint.size:
            break  # written, and not under a checkpoint yet
        leaf = leaf_hash(_leaf(jwt, what, n, on).encode())
        if not verify_inclusion(leaf, at, checkpoint.size, tiles.inclusion_proof(at), checkpoint.root):
            raise Refused(HISTORY_ALTERED)
    return tuple(Past(what, on) for _, what, on in lines), successor


def _by_the_lists(history: tuple[Past, ...], lists: dict[str, StatusList], jwt: Jwt) -> Verdict | None:
    """What the signed lists say where the history does not say it yet: a line left out hides no withdrawal.

    None where they agree, or the history is the younger. Raises Refused where the history claims more than was signed.
    """
    stood, index = _stood(history, date.max), jwt.place.index
    ended = stood in (Verdict.WITHDRAWN, Verdict.CANCELLED, Verdict.REPLACED)
    bits = {purpose: one.holds(index) for purpose, one in lists.items()}
    if bits == {"revocation": ended, "suspension": stood is Verdict.SUSPENDED}:
        return None
    signed_on = min(one.signed_at for one in lists.values()).date()
    if history and history[-1].on >= signed_on:
        return None
    if not any(bits.values()):
        raise Refused(HISTORY_ALTERED)
    return Verdict.WITHDRAWN if bits["revocation"] else Verdict.SUSPENDED


def _stood(history: tuple[Past, ...], on: date) -> Verdict:
    """How it stood at the end of a day: an end is for ever, otherwise the last that changed it counts."""
    verdict = Verdict.NOT_YET
    for past in history:
        if past.on <= on and past.what in BECOMES:
            verdict = BECOMES[past.what]
            if past.what in ENDS:
                break
    return verdict


def _by_the_days(jwt: Jwt, verdict: Verdict, on: date) -> Verdict:
    """Past its last day it has expired, whether or not the clock has written it down yet."""
    is_past = on > jwt.last_day and verdict in (Verdict.VALID, Verdict.SUSPENDED)
    return Verdict.EXPIRED if is_past else verdict


def _text(content: bytes) -> str:
    return content.decode(errors="replace")
