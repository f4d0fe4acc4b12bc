"""The seed year: how long it takes to build, and the tables of a year against the same sums written by hand in SQL.

Goals: built in less than ten minutes of processor; on PostgreSQL, at 1, 10 and 100 times the body, all tables of the year
in at most three times the SQL's time over the same tables, and in time that grows no faster than the body.
`python -m bench.year [--into FOLDER] [--scale N] [--sizes 1 10 100]`: what was built in FOLDER is measured, not built again.
At 100 times the whole body some 30 GB of disk are taken for a while.
"""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

YEAR, BUILT_IN, RATIO, GROWTH = 2020, 600, 3.0, 1.25
TIMES = 5  # each asks both, so that whatever else the machine does meets both alike
PERIOD = {"first": date(YEAR, 1, 1), "last": date(YEAR, 12, 31)}


def main() -> int:
    parser = ArgumentParser("bench.year", description=__doc__)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--from-file", type=Path)  # of itself, where it has a PostgreSQL
    options = parser.parse_args()
    if options.from_file:
        return tables(options)
    with TemporaryDirectory(prefix="mingzheng-bench-") as folder:
        return measure((options.into or Path(folder)).resolve(), options)


def measure(place: Path, options: Namespace) -> int:
    import demo.__main__ as demo

    demo.settle(place, 8000)
    fine = True
    if not demo.stood(place):
        began, told = time.process_time(), demo.stand(place, Namespace(year=YEAR, scale=options.scale))
        took = time.process_time() - began
        fine = bool(told["fine"]) and took < BUILT_IN
        print(f"built {took:.0f} s of processor: {told['events']} events (less than {BUILT_IN} s)")
        print(f"unlike the report {len(told['differing'])}", flush=True)
    again = [sys.executable, "-m", "bench.year", "--from-file", str(place / demo.DATABASE), "--sizes"]
    on_postgres = [sys.executable, "-m", "tests.postgres", *again, *map(str, options.sizes)]
    missed = subprocess.run(on_postgres, check=False).returncode
    print(f"goals: {'MISSED' if missed or not fine else 'met'}")
    return 1 if missed or not fine else 0


def tables(options: Namespace) -> int:
    """Each table of the year by the office and by hand, at each size."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from .multiplied import copy_from, multiply

    copy_from(options.from_file)
    fine, spent, there = True, {}, 1
    for size in sorted(options.sizes):
        if size > there:
            multiply(there, size - 1)
            there = size
        spent[size] = sized(size)
        fine = fine and spent[size][0] <= RATIO * spent[size][1]
    return 0 if fine and grows_no_faster(spent) else 1


def sized(size: int) -> tuple[float, float]:
    """Time of all tables by the office and by hand; prints each."""
    print(f"{f'{size} times, {events()} events':34}{'office, ms':>12}{'by hand':>10}{'ratio':>7}", flush=True)
    whole = 0.0, 0.0
    for name, ours, by_hand in asked():
        took = best(ours, by_hand)
        whole = whole[0] + took[0], whole[1] + took[1]
        told(name, took)
    told("all", whole)
    return whole


def told(name: str, took: tuple[float, float]) -> None:
    ratio = took[0] / took[1]
    mark = "" if ratio <= RATIO else "  !"
    print(f"{name:34}{took[0] * 1000:>12.1f}{took[1] * 1000:>10.1f}{ratio:>7.2f}{mark}", flush=True)


def grows_no_faster(spent: dict[int, tuple[float, float]]) -> bool:
    """From size to size, the time of all tables over the size."""
    fine, sizes = True, sorted(spent)
    for small, large in pairwise(sizes):
        growth = spent[large][0] / spent[small][0] / (large / small)
        fine = fine and growth <= GROWTH
        print(f"from {small} to {large} times: time grows {growth:.2f} times as fast (at most {GROWTH})")
    return fine


def events() -> int:
    from mingzheng.office.record.models import Event

    return Event.objects.count()


def asked() -> list[tuple[str, Callable[[], Any], Callable[[], Any]]]:
    """Each table of the year: how the office counts it, and by hand. Raises where they do not say the same."""
    from mingzheng.office.record.figure import FIGURES, counted
    from mingzheng.office.registration.queries import auditor_table
    from mingzheng.office.report.queries import ledger
    from mingzheng.office.report.year import tables_of, visits_by_month
    from mingzheng.rulebook.indicators.meaning import Period

    from . import by_hand

    last = PERIOD["last"]
    names = {name for rows in map(answered, by_hand.FIGURES) for row in rows for name in list(row)[1:]}
    wanted = {name: (FIGURES[name], Period.of(YEAR)) for name in names}
    found: list[tuple[str, Callable[[], Any], Callable[[], Any]]] = [
        (
            "certificates, stock and flow",
            lambda: tables_of(YEAR, ledger(last)),
            lambda: answered(by_hand.LIFE),
        ),
        ("visits by month", lambda: visits_by_month(YEAR), lambda: answered(by_hand.MONTHS)),
        ("auditors", lambda: auditor_table(last), lambda: answered(by_hand.AUDITORS)),
        (
            f"{len(names)} figures",
            lambda: counted(wanted),
            lambda: [answered(one) for one in by_hand.FIGURES],
        ),
    ]
    alike(*(ours() for _, ours, _ in found), *(hand() for _, _, hand in found))
    return found


def answered(sql: str) -> list[dict[str, Any]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, PERIOD)
        heads = [one[0] for one in cursor.description]
        return [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]


def alike(
    tables: Any, months: Any, auditors: Any, figures: Any, life: Any, visits: Any, table: Any, by: Any
) -> None:
    """What is compared must count the same."""
    for row in life:
        ours, flow = tables["certificates"][row["part"]], tables["flow"][row["part"]]["in_force"]
        assert ours == {name: row[name] for name in ours}, row
        assert flow["opening"] == row["opening"] and flow["out"]["expired"] == row["expired"], row
        assert flow["out"]["replaced"] == row["replaced"], row
    held = {next(iter(row.values())): row["visits"] for row in visits}
    assert sum(months)
    assert months == [held.get(n, 0) for n in range(1, 13)], months
    assert all(auditors[row.pop("standard")] == row for row in table), table
    for row in (row for rows in by for row in rows):
        part, *_ = row.values()
        for name in list(row)[1:]:
            said = figures[name].get("parts", {"": figures[name]["value"]}).get(part or "", 0)
            assert abs(float(row[name] or 0) - float(said)) < 0.01, (name, part, row[name], said)


def best(ours: Callable[[], Any], by_hand: Callable[[], Any]) -> tuple[float, float]:
    """The least time of each, asked in turn."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES):
        for ask, times in zip((ours, by_hand), took, strict=True):
            began = time.perf_counter()
            ask()
            times.append(time.perf_counter() - began)
    return min(took[0]), min(took[1])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
    sys.exit(main())
