"""An extraordinary event (IAF ID 3, used in 2020): what may be put off, and until when.

The edition says whether it knows the exception at all: the Chinese rules of 2025/26 do not (confidence m).
"""

from dataclasses import dataclass
from datetime import date

from .calendar import add_months
from .dated_numbers import number
from .editions import Edition


@dataclass(frozen=True)
class PutOff:
    """The last days as the event moves them; None where nothing was asked."""

    surveillance_latest: date | None
    valid_until: date | None  # the certificate's prolonged last day; the next cycle keeps the original dates
    restore_until: date | None
    decide_by: date | None  # recertification, after restrictions were lifted


def put_off(
    edition: Edition, *, surveillance_latest: date | None, expires: date | None, lifted: date | None
) -> PutOff:
    """The last days of a surveillance and of a certificate's validity in an extraordinary event."""
    prolonged = expires and add_months(expires, edition.number("prolonging"))
    restore = prolonged and add_months(prolonged, edition.number("restoring"))
    exceptional = edition.number("prolonging") > 0
    return PutOff(
        surveillance_latest and add_months(surveillance_latest, edition.number("postponing")),
        prolonged,
        restore,
        add_months(lifted, number("extraordinary_recert_decision")) if lifted and exceptional else None,
    )
