"""Desk and lists with 1,654 certificates and with ten times as many: database queries and server time.

Goals: at most the queries of tests/house/query_budgets.json; at ten times the data at most 1.3 times the server time at
the 95th percentile. Server time is processor time of this process, the embedded database included; the small and the
large body are asked in turn, so that whatever else the machine does meets both alike.
`python -m bench.pages [CERTIFICATES] [PAGE …]`
"""

import json
import sys
from pathlib import Path
from typing import Any

from .throwaway import bodies

SIZE, TIMES = 1654, 10  # certificates of the body the project starts from, and how much it may grow
RATIO = 1.3
ROUNDS = 5  # each asks both bodies
BUDGETS = Path(__file__).parents[1] / "tests" / "house" / "query_budgets.json"


def main(size: str = str(SIZE), *pages: str) -> int:
    budgets: dict[str, int] = json.loads(BUDGETS.read_text(encoding="utf-8"))
    with bodies() as into:
        from . import asking
        from .body import fill, staff

        with into("small"):
            people = staff()
            fill(int(size))
        with into("large", "small"):
            fill(int(size) * (TIMES - 1))
        print(
            f"{'page':26}{'reader':22}{'queries':>8}{f'p95 ms, {size}':>15}{f'{int(size) * TIMES}':>8}{'ratio':>7}"
        )
        fine = [
            report(page, budgets[page], person.login, *measured(asking, page, person, into))
            for page in pages or budgets
            for person in asking.readers(page, people)
        ]
    print(f"goal: queries within budget, ratio at most {RATIO}: {'met' if all(fine) else 'MISSED'}")
    return 0 if all(fine) else 1


def measured(asking: Any, page: str, person: Any, into: Any) -> tuple[int, float, float]:
    """Most queries, and the time in the small and in the large body at the 95th percentile."""
    most, took = 0, {"small": [], "large": []}  # type: ignore[var-annotated]
    for _ in range(ROUNDS):
        for name, times in took.items():
            with into(name):
                most = max(most, asking.queries(page, person))
                times += asking.seconds(page, person)
    return most, *(sorted(times)[int(len(times) * 0.95)] for times in took.values())  # type: ignore[return-value]


def report(page: str, budget: int, login: str, most: int, small: float, large: float) -> bool:
    ratio = large / small
    fine = most <= budget and ratio <= RATIO
    print(
        f"{page:26}{login:22}{most:>8}{small * 1000:>15.1f}{large * 1000:>8.1f}{ratio:>7.2f}{'' if fine else '  !'}"
    )
    return fine


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
