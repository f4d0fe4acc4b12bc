"""The status lists and the body's keys, written when they change and signed anew every hour."""

import json
from datetime import datetime, timedelta

from django.conf import settings

from mingzheng.office.publication import folder
from mingzheng.office.publication.keyring import Keyring, adopted
from mingzheng.office.publication.queries import list_numbers, public_keys, set_bits
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.credential import context
from mingzheng.seal.did import CREDENTIAL, document, key_id, read_document
from mingzheng.seal.status_list import PURPOSES, StatusList, bits_of, open_list, sign_list

from .assets import FILES

RENEWED = timedelta(hours=1)
DID = ".well-known/did.json"


def fixed_files() -> dict[str, bytes]:
    """What changes only with the keys or with the program."""
    address = settings.PUBLIC_ADDRESS
    return {
        DID: json.dumps(document(address, public_keys()), indent=1).encode(),
        "context/v1.json": json.dumps(context(address), indent=1).encode(),
        **FILES,
    }


def renew_lists(keys: Keyring, *, at: datetime) -> list[str]:
    """Sign each list whose bits changed or that is older than an hour; return the paths written."""
    written = []
    key = key_id(settings.PUBLIC_ADDRESS, adopted(keys, CREDENTIAL)[CREDENTIAL])
    for number in list_numbers():
        for purpose in PURPOSES:
            bits, path = bits_of(set_bits(purpose, number)), f"status/{purpose}/{number}"
            if not _is_current(path, bits, at):
                signed = sign_list(
                    settings.PUBLIC_ADDRESS, purpose, number, bits, at=at, key=keys.credential, key_id=key
                )
                folder.write(path, signed.encode())
                written.append(path)
    return written


def _is_current(path: str, bits: bytes, at: datetime) -> bool:
    shown = published_list(path, at=None)
    return shown is not None and shown.bits == bits and shown.signed_at <= at < shown.signed_at + RENEWED


def published_list(path: str, *, at: datetime | None) -> StatusList | None:
    """The list in the folder if it holds by the body's own keys, None otherwise; `at`: fresh at that moment."""
    text = folder.read(path)
    if text is None:
        return None
    told = json.dumps(document(settings.PUBLIC_ADDRESS, public_keys()))
    try:
        trusted = read_document(told, settings.PUBLIC_ADDRESS)
        found = open_list(text.decode(errors="replace"), trusted.keys, at=at)
    except Refused:
        return None
    return None if found.key_id in trusted.revoked else found
