"""The yearly report as PDF, its figures counted from the record, against typst's own compile of the same pages.

In turns in one run, by processor time; both languages. Goal: under ten times. `python -m bench.report [--certificates 60]`
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date

from .throwaway import body

TURNS, GOAL = 5, 10
OPENED = date(2027, 1, 10)


def main(arguments: list[str]) -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--certificates", type=int, default=60)
    with body():
        report = prepare(wanted.parse_args(arguments).certificates)
        return max(compare(report, language) for language in ("zh-hans", "en"))


def prepare(certificates: int) -> object:
    """A body with a year of certificates and its report begun."""
    from mingzheng.office.people.models import Person
    from mingzheng.office.report.actions.open_report import open_report
    from mingzheng.office.report.models import Report
    from mingzheng.rulebook.roles import Role
    from tests.certified import body as described
    from tests.certified import certificate

    described()
    by = Person.objects.create(login="quality", name_zh="质量", roles=[Role.QUALITY])
    for place in range(certificates):
        certificate(("QMS", "EMS", "OHSMS")[place % 3], on=date(2026, 1 + place % 12, 2))
    open_report(2026, on=OPENED, by=by)
    return Report.objects.get(year=2026)


def compare(report: object, language: str) -> int:
    from mingzheng.office.report.outputs import document_for
    from mingzheng.seal.report.pdf import pdf

    document = document_for(report, language)  # type: ignore[arg-type]
    pages = pdf(document)  # fonts are read once
    whole = spent(lambda: pdf(document_for(report, language)))  # type: ignore[arg-type]
    alone = spent(lambda: pdf(document))
    print(f"{language}: {len(pages):,} bytes; whole / compile alone = {whole / alone:.2f}", flush=True)
    return 0 if whole < GOAL * alone else 1


def spent(do: Callable[[], object]) -> float:
    """Seconds of processor, the least of several turns."""
    took = []
    for _ in range(TURNS):
        begun = time.process_time()
        do()
        took.append(time.process_time() - begun)
    return min(took)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
