"""Running numbers such as HT2026-0012: a prefix, the year, and the next free number of that year."""

from functools import cache
from typing import Any

from django.db.models import Exists, Model, QuerySet
from django.db.models.functions import Length

from .prepared import Prepared

LONGEST = "9" * 20  # no number of a year has more digits


def next_number(model: type[Model], prefix: str, year: int, *, width: int = 4) -> str:
    """The number after the highest so far; it grows beyond `width` when it must.

    Two who ask at once get the same; the unique constraint lets one of them in.
    """
    return next_numbers(model, prefix, year, 1, width=width)[0]


def next_numbers(model: type[Model], prefix: str, year: int, count: int, *, width: int = 4) -> list[str]:
    """The next `count` of them, for a batch.

    The last word of a year is mostly its highest number, and an index knows it; where it may not be, all are compared.
    """
    start = f"{prefix}{year}-"
    asked = {"first": f"{start}0", "last": f"{start}{LONGEST}", "longer": f"{start}{10**width}"}
    last, longer = _last_word(model).first(**asked) or ("", False)
    if last and _may_be_lower(last[len(start) :], width, count, longer=longer):
        last = highest_number(model, prefix, year).first()["number"]
    first = int(last[len(start) :]) + 1 if last else 1
    return [f"{start}{first + n:0{width}d}" for n in range(count)]


def _may_be_lower(digits: str, width: int, count: int, *, longer: bool) -> bool:
    """Than another number of the year: 9998 stands after 10000, and 5, which was carried in so, after 0012."""
    beyond = int(digits) + count >= 10 ** len(digits)  # among longer ones, which may be given already
    return beyond or len(digits) < width or (longer and len(digits) == width)


def number_after(last: str | None, prefix: str, year: int, *, width: int = 4) -> str:
    """The number after one fetched beside other things; the first of the year when there is none."""
    start = f"{prefix}{year}-"
    return f"{start}{int(last[len(start) :]) + 1 if last else 1:0{width}d}"


def highest_number(model: type[Model], prefix: str, year: int) -> Any:
    """The numbers of a year, the highest first; sliced, what an action may fetch beside other things."""
    given = _between(model, f"{prefix}{year}-0", f"{prefix}{year}-{LONGEST}")
    return given.order_by(Length("number").desc(), "-number").values("number")


@cache
def _last_word(model: type[Model]) -> Prepared[tuple[str, bool]]:
    """The last word, and whether the first of the longer numbers is given."""

    def last_word(*, first: str, last: str, longer: str) -> QuerySet[Any, tuple[str, bool]]:
        given = Exists(_between(model, longer, longer))
        return _between(model, first, last).order_by("-number").values_list("number", given)[:1]

    return Prepared(last_word)


def _between(model: type[Model], first: str, last: str) -> QuerySet[Any]:
    """Told as words between two words: in either database an index of the words finds them."""
    manager: Any = model._default_manager
    return manager.filter(number__range=(first, last))
