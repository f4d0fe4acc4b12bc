"""Running numbers such as HT2026-0012: a prefix, the year, and the next free number of that year."""

from typing import Any

from django.db.models import Model
from django.db.models.functions import Length


def next_number(model: type[Model], prefix: str, year: int, *, width: int = 4) -> str:
    """The number after the highest so far; it grows beyond `width` when it must.

    Two who ask at once get the same; the unique constraint lets one of them in.
    """
    start, given = f"{prefix}{year}-", highest_number(model, prefix, year)
    last = given.first()
    return f"{start}{int(last['number'][len(start) :]) + 1 if last else 1:0{width}d}"


def highest_number(model: type[Model], prefix: str, year: int) -> Any:
    """The numbers of a year, the highest first; sliced, what an action may fetch beside other things."""
    manager: Any = model._default_manager
    given = manager.filter(number__startswith=f"{prefix}{year}-")
    return given.order_by(Length("number").desc(), "-number").values("number")
