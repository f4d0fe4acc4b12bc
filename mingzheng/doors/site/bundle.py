"""The files of one published certificate: its page in both languages, credential, log proof, PDF, and how it stands."""

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from mingzheng.office.files.content import kept
from mingzheng.office.library.queries import body
from mingzheng.office.publication.models import Entry, Line, Sealed
from mingzheng.office.publication.queries import lines_of, next_entry

from .assets import ASSETS

LANGUAGES = {"": "zh-hans", ".en": "en"}
Files = dict[str, bytes | None]  # None: there must be no such file


def files_of(entry: Entry) -> Files:
    """Everything that lies in the folder of this certificate, by path; the same for the same rows."""
    lines, successor = list(lines_of(entry)), next_entry(entry)
    sealed = getattr(entry, "sealed", None)
    shown = sealed if not entry.withheld_reason else None  # what names the client stays in the house
    place = f"C/{entry.public_id}"
    subs = dict(sealed.subs.order_by("pk").values_list("number", "pdf")) if sealed else {}
    return {
        **{f"{place}{end}": _page(entry, lines, successor, end, len(subs)) for end in LANGUAGES},
        f"{place}.json": _status(lines, successor, sealed, list(subs.values())),
        f"{place}.jwt": shown.jwt.encode() if shown else None,
        f"{place}.tlog-proof": shown.proof.encode() if shown else None,
        f"{place}.pdf": kept(shown.pdf) if shown else None,
        **{f"{place}.{n}.pdf": kept(pdf) if shown else None for n, pdf in enumerate(subs.values(), 1)},
    }


def _status(lines: list[Line], successor: Entry | None, sealed: Sealed | None, subs: list[str]) -> bytes:
    """How it stands for a program: each thing that happened with its place in the log. A hash of a file names nobody."""
    told = {
        "lines": [{"at": line.position, "ev": line.what, "on": line.on.isoformat()} for line in lines],
        "successor": successor.public_id if successor else "",
        "pdf": sealed.pdf if sealed else "",
        "subs": subs,
    }
    return json.dumps(told, separators=(",", ":")).encode()


def _page(entry: Entry, lines: list[Line], successor: Entry | None, end: str, sealed_subs: int) -> bytes:
    held = entry.certificate
    context: dict[str, Any] = {
        "entry": entry,
        "certificate": held,
        "withheld": bool(entry.withheld_reason),
        "standard": held.certified_to,
        "status": held.status,
        "lines": lines[::-1],
        "sealed_subs": range(sealed_subs),
        "subs": list(held.subs.order_by("number")),
        "successor": successor,
        "body": body(),
        "address": settings.PUBLIC_ADDRESS,
        "host": settings.PUBLIC_ADDRESS.partition("://")[2],
        "is_sealed": hasattr(entry, "sealed") and not entry.withheld_reason,
        "end": end,
        "assets": ASSETS,
        "expires": date.isoformat(held.expires_on),
    }
    with override(LANGUAGES[end]):
        return render_to_string("site/certificate.html", context).encode()
