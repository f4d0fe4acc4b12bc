"""An extraordinary event (IAF ID 3, used in 2020): what may be put off, and until when.

The edition says whether it knows the exception at all: the Chinese rules of 2025/26 do not (confidence m).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .calendar import add_months
from .dated_numbers import number
from .editions import Edition
from .own_system import Deviation, Window, objections_to_deviation
from .verdict import Objection

CLAUSE = "IAF ID 3:2011"
NOTHING_TO_PUT_OFF = Objection("put-off.nothing", CLAUSE)
NOT_LATER = Objection("put-off.not-later", CLAUSE)
NO_REASON = Objection("put-off.no-reason", CLAUSE)
LIMITS = {Deviation.POSTPONED: "postponing", Deviation.PROLONGED: "prolonging"}


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


def latest_put_off(deviation: Deviation, original: date, edition: Edition) -> date:
    """The day up to which a surveillance may be put off, or a certificate prolonged, from its own last day."""
    return add_months(original, edition.number(LIMITS[deviation]))


def objections_to_putting_off(
    deviation: Deviation,
    original: date | None,
    until: date,
    reason: str,
    *,
    edition: Edition,
    events: Sequence[Window],
    on: date,
) -> list[Objection]:
    """May a last day be moved to `until`? `original` is the one the rules set, however often it has been moved since."""
    if original is None:
        return [NOTHING_TO_PUT_OFF]
    found = objections_to_deviation(events, deviation, on)
    found += [] if reason.strip() else [NO_REASON.because(field="reason")]
    if until <= original:
        return [*found, NOT_LATER.because(field="until", original=original)]
    latest = latest_put_off(deviation, original, edition)
    if until > latest:
        clause = edition.clause(LIMITS[deviation])
        found.append(Objection("put-off.too-long", clause, {"field": "until", "latest": latest}))
    return found
