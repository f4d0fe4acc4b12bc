"""The clauses of each standard an auditor plans and records under, with short titles of our own."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from .standards import Standard
from .tables import read

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True)
class Clause:
    """One clause: the standard's number, our short title."""

    number: str
    zh: str
    en: str


CLAUSES: dict[Standard, dict[str, Clause]] = {
    Standard(name): {number: Clause(number, *titles) for number, titles in table["titles"].items()}
    for name, table in read("clauses").items()
}


def stands_in(number: str, standard: Standard) -> bool:
    """Whether this standard has that clause (a chapter such as ``8`` included)."""
    return any(covers(number, known) for known in CLAUSES[standard])


def covers(planned: str, recorded: str) -> bool:
    """A record under 8.5.1 is one under 8.5 and under 8, too."""
    return recorded == planned or recorded.startswith(f"{planned}.")


def numbers_in(text: str) -> list[str]:
    """The clause numbers of a line such as ``8.4, 8.5.1、9.2``, each once, in the order written."""
    return list(dict.fromkeys(_NUMBER.findall(text)))


def without_record(
    planned: Collection[tuple[Standard, str]], recorded: Collection[tuple[Standard, str]]
) -> list[tuple[Standard, str]]:
    """The planned clauses under which nothing is recorded; a clause its standard does not have is passed over."""
    return [
        (standard, number)
        for standard, number in planned
        if stands_in(number, standard)
        and not any(standard is s and covers(number, clause) for s, clause in recorded)
    ]
