"""What follows for the public log from what happened to certificates: a line for each thing, in the order of the record."""

from collections.abc import Callable

from mingzheng.office.publication.actions.enter_certificate import enter_certificate
from mingzheng.office.publication.actions.log_change import log_change
from mingzheng.office.publication.queries import is_entered, is_told, waits_for_entry
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.certificate_life import Status
from mingzheng.seal.leaf import What


def _issued(event: Event) -> None:
    """A new certificate, and the end of the one it replaces."""
    facts = event.facts
    if waits_for_entry(facts["number"]):
        status = facts.get("status", Status.IN_FORCE)
        enter_certificate(facts["number"], status=status, on=event.on, by=CLOCK)
    if facts.get("previous_becomes") == Status.REPLACED:
        _tell(facts["previous"], What.REPLACED, event)


def _carried_in(event: Event) -> None:
    number, status = event.facts["number"], event.facts["status"]
    if waits_for_entry(number):
        enter_certificate(number, carried=True, status=status, on=event.on, by=CLOCK)


def _tell(number: str, what: What, event: Event) -> None:
    source = f"{event.subject}#{event.sequence}"
    if is_entered(number) and not is_told(number, source):
        log_change(number, what=what, source=source, on=event.on, by=CLOCK)


def _becomes(what: What) -> Callable[[Event], None]:
    def told(event: Event) -> None:
        _tell(event.facts["number"], what, event)

    return told


FOLLOWS: dict[str, Callable[[Event], None]] = {
    "certificate.issued": _issued,
    "certificate.taken-over": _issued,
    "certificate.renewed": _issued,
    "certificate.reissued": _issued,
    "certificate.carried-in": _carried_in,
    "certificate.surveillance-recorded": _becomes(What.SURVEILLED),
    "certificate.suspended": _becomes(What.SUSPENDED),
    "certificate.restored": _becomes(What.RESTORED),
    "certificate.withdrawn": _becomes(What.WITHDRAWN),
    "certificate.cancelled": _becomes(What.CANCELLED),
    "certificate.expired": _becomes(What.EXPIRED),
    "certificate.transferred": _becomes(What.REPLACED),
}
