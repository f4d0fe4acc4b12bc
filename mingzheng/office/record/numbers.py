"""Running numbers such as HT2026-0012: a prefix, the year, and the next free number of that year."""

from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.functions import Length


def next_number(model: type[Model], prefix: str, year: int, *, width: int = 4) -> str:
    """The number after the highest so far; it grows beyond `width` when it must.

    Two who ask at once get the same; the unique constraint lets one of them in.
    """
    return next_numbers(model, prefix, year, 1, width=width)[0]


def next_numbers(model: type[Model], prefix: str, year: int, count: int, *, width: int = 4) -> list[str]:
    """The next `count` of them, for a batch."""
    start, given = f"{prefix}{year}-", highest_number(model, prefix, year)
    last = given.first()
    first = int(last["number"][len(start) :]) + 1 if last else 1
    return [f"{start}{first + n:0{width}d}" for n in range(count)]


def number_after(last: str | None, prefix: str, year: int, *, width: int = 4) -> str:
    """The number after one fetched beside other things; the first of the year when there is none."""
    start = f"{prefix}{year}-"
    return f"{start}{int(last[len(start) :]) + 1 if last else 1:0{width}d}"


def highest_number(model: type[Model], prefix: str, year: int) -> Any:
    """The numbers of a year, the highest first; sliced, what an action may fetch beside other things."""
    manager: Any = model._default_manager
    start = f"{prefix}{year}-"
    given = manager.filter(number__startswith=start)
    if connection.vendor == "sqlite":  # it looks up no beginning in an index, but what lies between two words
        given = given.filter(number__gte=start, number__lt=f"{start}:")  # after all digits
    return given.order_by(Length("number").desc(), "-number").values("number")
