"""A registration as it is entered: by hand, as what came of a candidacy, or carried in."""

from datetime import date
from typing import Any

from mingzheng.rulebook.registration import confirm_by
from mingzheng.rulebook.witnessing import witness_by

from .models import Registration


def entered(*, valid_from: date, valid_until: date, on: date, **facts: Any) -> Registration:
    """The row, not kept yet, with the days by which it is to be confirmed and its holder seen at work."""
    due = confirm_by(valid_from, valid_until, on)
    return Registration(
        **facts,
        valid_from=valid_from,
        valid_until=valid_until,
        confirm_by=due,
        witness_by=witness_by(valid_from),
    )
