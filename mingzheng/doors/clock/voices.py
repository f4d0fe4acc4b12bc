"""What follows for surveys: a visit that was held is asked about."""

from collections.abc import Callable

from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.voices.actions.send_survey import send_survey
from mingzheng.office.voices.queries import is_surveyed


def held(event: Event) -> None:
    """Once, however often the event is heard."""
    visit = event.facts["visit"]
    if not is_surveyed(visit):
        send_survey(visit, on=event.on, by=CLOCK)


FOLLOWS: dict[str, Callable[[Event], None]] = {"visit.held": held}
