"""How a file of the public folder is to be served: as what, and how long a copy may be kept. docs/nginx.conf says the same."""

import re
from collections.abc import Mapping

CHECKPOINT_SECONDS, STATUS_SECONDS = 5, 300
FOREVER = "public, max-age=31536000, immutable"
PUBLIC = re.compile(
    r"C/[0-9A-HJKMNP-TV-Z]{10}(\.(en|json|jwt|tlog-proof|(\d+\.)?pdf))?"
    r"|log/checkpoint|log/tile/[0-9x/entris.p]+|status/(revocation|suspension)/\d+"
    r"|\.well-known/did\.json|context/v\d+\.json|assets/[\w.-]+"
)
KINDS = {
    "": "text/html; charset=utf-8",
    "en": "text/html; charset=utf-8",
    "json": "application/json",
    "jwt": "application/vc+jwt",
    "tlog-proof": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def headers_of(path: str) -> Mapping[str, str]:
    """The headers of a file of the public folder."""
    return {
        "Content-Type": _kind(path),
        "Cache-Control": _kept(path),
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": POLICY,
    }


def _kind(path: str) -> str:
    folder, _, name = path.partition("/")
    if folder == "C" or folder == "assets" or name.endswith(".json"):
        return KINDS[name.rpartition(".")[2] if "." in name else ""]
    if folder == "status":
        return KINDS["jwt"]
    return KINDS["tlog-proof"] if path == "log/checkpoint" else "application/octet-stream"


def _kept(path: str) -> str:
    """Tiles and bundles never change; a partial tile may be gone once it is full, and a copy of it does no harm."""
    if path.startswith(("log/tile/", "assets/")):
        return FOREVER
    seconds = CHECKPOINT_SECONDS if path == "log/checkpoint" else STATUS_SECONDS
    return f"public, max-age={seconds}"
