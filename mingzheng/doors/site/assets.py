"""Style and program of the public pages, named after their content: a copy of them may be kept for ever."""

from hashlib import sha256
from pathlib import Path

_HOME = Path(__file__).parent / "static" / "site"


def _named(name: str) -> tuple[str, bytes]:
    content = (_HOME / name).read_bytes()
    stem, _, ending = name.partition(".")
    return f"assets/{stem}-{sha256(content).hexdigest()[:16]}.{ending}", content


FILES = dict(_named(name) for name in ("page.css", "drop.css", "verify.js"))
ASSETS = {path.removeprefix("assets/").partition("-")[0]: f"/{path}" for path in FILES}
