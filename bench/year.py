"""The seed year: how long it takes to build, and the tables of a year against the same sums written by hand in SQL.

Goals: built in less than ten minutes of processor; all tables of the year in at most three times the SQL's time, over the
same tables of one database. `python -m bench.year [--into FOLDER]`: what was built in FOLDER is measured, not built again.
"""

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

YEAR, BUILT_IN, RATIO, TIMES = 2020, 600, 3.0, 7


def main() -> int:
    parser = ArgumentParser("bench.year", description=__doc__)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--scale", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="mingzheng-bench-") as folder:
        return measure(options.into or Path(folder), options)


def measure(place: Path, options: Namespace) -> int:
    import demo.__main__ as demo

    demo.settle(place.resolve(), 8000)
    fine = True
    if not demo.stood(place):
        began, told = time.process_time(), demo.stand(place, Namespace(year=YEAR, scale=options.scale))
        took = time.process_time() - began
        fine = bool(told["fine"]) and took < BUILT_IN
        print(
            f"built             {took:>8.0f} s of processor: {told['events']} events (less than {BUILT_IN} s)"
        )
        print(f"unlike the report {len(told['differing']):>8}")
    ratio = tables()
    print(f"goals: {'met' if fine and ratio <= RATIO else 'MISSED'}")
    return 0 if fine and ratio <= RATIO else 1


def tables() -> float:
    """Certificates by scheme and column, stock and flow: by the queries of the office, and by hand."""
    import django

    django.setup()
    from datetime import date

    from demo.year.recount import counted_in_sql
    from mingzheng.office.report.queries import ledger
    from mingzheng.office.report.year import tables_of

    ours = best(lambda: tables_of(YEAR, ledger(date(YEAR, 12, 31))))
    by_hand = best(lambda: counted_in_sql(YEAR))
    print(
        f"tables of a year  {ours * 1000:>8.0f} ms, in SQL by hand {by_hand * 1000:.0f} ms: {ours / by_hand:.2f} times (at most {RATIO:.0f})"
    )
    return ours / by_hand


def best(ask: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
    sys.exit(main())
