"""The clients of the year: small and middling, so that a visit takes a day or two."""

from dataclasses import replace
from functools import cache

from ..names import Organisation, invent
from .cohorts import Life

PEOPLE = (9, 14, 22, 35, 48, 14, 28, 62)


def client_of(life: Life) -> Organisation:
    return _organisation(life.number)


@cache
def _organisation(number: int) -> Organisation:
    return replace(invent(number), people=PEOPLE[number % len(PEOPLE)] + number % 5)
