"""Take a new key of the body into use 启用新密钥 — ISO/IEC 17021-1:2015 8.1.2. The one before is retired, or revoked when it was lost.

Only public halves are told here. Every change stands in the public log, for did:web has no history of its own.
"""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if
from mingzheng.seal.did import thumbprint
from mingzheng.seal.leaf import Leaf, What

from ..entering import write_lines
from ..keyring import CLAUSE
from ..models import Key

ALREADY_IN_USE = Objection("keys.already-in-use", CLAUSE)


@dataclass(frozen=True)
class KeyChanged(Happened, kind="publication.key-changed"):
    thumbprint: str
    use: str
    previous: str  # thumbprint of the key before; empty for the first
    previous_becomes: str  # retired or revoked; empty for the first


@action(Role.ADMINISTRATOR, clause=CLAUSE)
def change_key(
    use: str, *, public: bytes, certificate_sha256: str = "", revoke: bool = False, on: date, by: Actor
) -> KeyChanged:
    """`public` is the new key, SubjectPublicKeyInfo; `revoke` says that the key before is not to be believed from today."""
    named = thumbprint(use, public, certificate_sha256)
    before = Key.objects.select_for_update().filter(use=use, retired_on=None, revoked_on=None).first()
    refuse_if([ALREADY_IN_USE] if Key.objects.filter(thumbprint=named).exists() else [])

    leaves = [Leaf(What.KEY_ADDED, "", named, 1, on, use)]
    if before:
        _end(before, revoke, on)
        leaves.insert(0, Leaf(_ended(revoke), "", before.thumbprint, 2, on, use))
    Key.objects.create(
        use=use, thumbprint=named, public=public.hex(), certificate_sha256=certificate_sha256, since=on
    )
    write_lines(leaves, None)
    if before is None:
        return KeyChanged(named, use, "", "")
    return KeyChanged(named, use, before.thumbprint, "revoked" if revoke else "retired")


def _end(key: Key, revoke: bool, on: date) -> None:
    if revoke:
        key.revoked_on = on
    else:
        key.retired_on = on
    key.save(update_fields=["retired_on", "revoked_on"])


def _ended(revoke: bool) -> What:
    return What.KEY_REVOKED if revoke else What.KEY_RETIRED
