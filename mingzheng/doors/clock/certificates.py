"""What follows for certificates from decisions: a decision to maintain moves the day of the next surveillance."""

from collections.abc import Callable

from mingzheng.office.certificates.actions.record_surveillance import record_surveillance
from mingzheng.office.certificates.queries import waits_for_surveillance_record
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event


def maintained(event: Event) -> None:
    """Only where a surveillance audit stands behind the decision and a certificate is alive to be maintained."""
    number = event.facts["number"]
    if waits_for_surveillance_record(number):
        record_surveillance(number, on=event.on, by=CLOCK)


FOLLOWS: dict[str, Callable[[Event], None]] = {"decision.made": maintained}
