"""`./mz demo`: an invented body with work in every state, made by running the actions day by day, and served.

--into DIR    where its data lie (default data/demo); started again, it is only served
--port N      where it is served (default 8000)
--clients N   how many organisations are certified (default 40)
--year 2020   instead, a body of seventy people and some nine hundred clients, from 2017 to the January after that year,
              whose yearly figures are those of a printed report; some five minutes
--scale N     of that body, one client in so many (default 1: all)
--on DAY      as if it were another day, 2026-10-08; it stands still there
--check       make it in a temporary folder, print what it came to as JSON, and fail if anything is off
"""

import json
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .logins import table

HOME = Path(__file__).resolve().parents[1]
NOTE, DATABASE = "demo.json", "mingzheng.sqlite3"
OURS = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "papers", "keys", "published")


def main(arguments: list[str]) -> int:
    parser = ArgumentParser("./mz demo", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=HOME / "data" / "demo")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--clients", type=int, default=40)
    parser.add_argument("--year", type=int, choices=[2020])
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--on", type=date.fromisoformat)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    if options.year:  # that of a year stands still in the middle of the January after it
        options.on = date(options.year + 1, 1, 15)
    return check(options) if options.check else show(options)


def check(options: Namespace) -> int:
    with TemporaryDirectory(prefix="mingzheng-demo-") as folder:
        settle(Path(folder), options.port, options.on)
        told = stand(Path(folder), options)
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0 if told["fine"] else 1


def show(options: Namespace) -> int:
    """Build it unless it stands; say who may log in; serve."""
    place, at = options.into.resolve(), f"http://localhost:{options.port}"
    settle(place, options.port, options.on)
    if place.exists() and any(place.iterdir()) and not (place / NOTE).exists():
        return fail(f"{place} 已有其他数据 / holds other data; choose another folder with --into")
    if not stood(place):
        say(
            "正在逐日演示一家虚构机构近四年的业务 / telling nearly four years of an invented body; a minute or more …"
        )
        told = stand(place, options)
        if not told["fine"]:
            return fail(json.dumps(told, ensure_ascii=False, indent=2))
    say(f"\n{at}/staff/  工作台 desk\n{at}/  公众查询 public\n\n{table()}\n")
    return serve(options.port)


def stood(place: Path) -> bool:
    """Was it built here to the end? What a killed process left half built is built anew."""
    note = place / NOTE
    return note.exists() and "built_on" in json.loads(note.read_text() or "{}")


def stand(place: Path, options: Namespace) -> dict[str, Any]:
    """Build it in this folder, and note when it is complete."""
    place.mkdir(parents=True, exist_ok=True)
    (place / NOTE).touch()
    clear(place)
    told = build(options)
    if told["fine"]:
        (place / NOTE).write_text(json.dumps({"built_on": told["on"]}))
    return told


def settle(place: Path, port: int, on: date | None = None) -> None:
    """Where it keeps its data, and the day it stands still. Only this machine reaches it: no HTTPS, no second factor."""
    os.environ.pop("MINGZHENG_TODAY", None)
    if on:
        os.environ["MINGZHENG_TODAY"] = on.isoformat()
    os.environ.pop("MINGZHENG_DATABASE_URL", None)  # never somebody's real database
    os.environ.update(
        MINGZHENG_DATA=str(place),
        MINGZHENG_HTTPS="off",
        MINGZHENG_SECOND_FACTOR="optional",
        MINGZHENG_ADDRESS=f"http://localhost:{port}",
        DJANGO_SETTINGS_MODULE="mingzheng.config.settings",
    )


def clear(place: Path) -> None:
    for name in OURS:
        path = place / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def build(options: Namespace) -> dict[str, Any]:
    """Tell the stories in an empty database and sum them up; Django reads its settings only now."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("prepare")
    if options.year:
        from .year.checking import told_of

        return told_of(options.year, options.scale)
    from mingzheng.doors.today import today

    from .building import build as tell
    from .summary import is_fine, summary

    told = summary(tell(today(), options.clients))
    return {"on": today().isoformat(), **told, "fine": is_fine(told)}


def serve(port: int) -> int:
    program = Path(sys.executable).parent / "mingzheng"
    try:
        return subprocess.run([program, "serve", "--port", str(port)], check=False).returncode
    except KeyboardInterrupt:
        return 0


def say(words: str) -> None:
    print(words, flush=True)


def fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
