"""Desk and lists with 1,654 certificates and with ten times as many: database queries and server time.

Goals: at most the queries of tests/house/query_budgets.json; at ten times the data at most 1.3 times the server time at
the 95th percentile. Server time is processor time of this process, the embedded database included, so that other work
on the machine does not count. `python -m bench.pages [CERTIFICATES]`
"""

import json
import sys
from pathlib import Path
from typing import Any

from .throwaway import body

SIZE, TIMES = 1654, 10  # certificates of the body the project starts from, and how much it may grow
RATIO = 1.3
BUDGETS = Path(__file__).parents[1] / "tests" / "house" / "query_budgets.json"


def main(size: int = SIZE) -> int:
    budgets: dict[str, int] = json.loads(BUDGETS.read_text())
    with body():
        from . import asking
        from .body import fill, staff

        people = staff()
        fill(size)
        small = {page: measured(asking, page, people) for page in budgets}
        fill(size * (TIMES - 1))
        large = {page: measured(asking, page, people) for page in budgets}
    print(f"{'page':20}{'queries':>9}{'budget':>8}{f'p95 ms, {size}':>15}{f'{size * TIMES}':>8}{'ratio':>7}")
    fine = [report(page, budget, small[page], large[page]) for page, budget in budgets.items()]
    print(f"goal: queries within budget, ratio at most {RATIO}: {'met' if all(fine) else 'MISSED'}")
    return 0 if all(fine) else 1


def measured(asking: Any, page: str, people: dict[str, Any]) -> tuple[int, float]:
    """Most queries and longest time of those who open the page."""
    who = asking.readers(page, people)
    return max(asking.queries(page, one) for one in who), max(asking.seconds(page, one) for one in who)


def report(page: str, budget: int, small: tuple[int, float], large: tuple[int, float]) -> bool:
    most, ratio = max(small[0], large[0]), large[1] / small[1]
    print(f"{page:20}{most:>9}{budget:>8}{small[1] * 1000:>15.1f}{large[1] * 1000:>8.1f}{ratio:>7.2f}")
    return most <= budget and ratio <= RATIO


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
