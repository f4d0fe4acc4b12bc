"""What the programme learns from later stages: a certificate begins a cycle, an audit begins and ends a visit."""

from collections.abc import Callable
from datetime import date
from typing import Any

from mingzheng.office.certificates.queries import certificate_named
from mingzheng.office.programmes.actions.begin_cycle import begin_cycle
from mingzheng.office.programmes.actions.begin_visit import begin_visit
from mingzheng.office.programmes.actions.change_scope import change_scope
from mingzheng.office.programmes.actions.end_certification import end_certification
from mingzheng.office.programmes.actions.end_visit import end_visit
from mingzheng.office.programmes.actions.open_next_cycle import open_next_cycle
from mingzheng.office.programmes.actions.prolong_cycle import prolong_cycle
from mingzheng.office.programmes.actions.put_off_visit import put_off_visit
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.queries import latest_cycle
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.schedule.actions.cancel_appointment import cancel_appointment
from mingzheng.office.schedule.queries import appointed
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.standards import OTHERS
from mingzheng.words import WORDS


def _issued(event: Event) -> None:
    """The first certificate, R0, begins cycle 0."""
    _begin(begin_cycle, event)


def _taken_over(event: Event) -> None:
    """A certificate in place of another body's: the cycle goes on from the day it began there."""
    uscc, standard = event.facts["certification"].split("/")
    began, expires = (date.fromisoformat(event.facts[name]) for name in ("cycle_from", "expires_on"))
    days = {"decided_on": began, "issued_on": began, "expires_on": expires}
    begin_cycle(uscc, standard, **days, on=event.on, by=CLOCK)
    set_windows(uscc, on=event.on, by=CLOCK)


def _renewed(event: Event) -> None:
    """The certificate of a recertification begins the cycle after the last one."""
    _begin(open_next_cycle, event)


def _begin(cycle: Callable[..., Any], event: Event) -> None:
    uscc, standard = event.facts["certification"].split("/")
    days = {name: date.fromisoformat(event.facts[name]) for name in ("decided_on", "issued_on", "expires_on")}
    cycle(uscc, standard, **days, on=event.on, by=CLOCK)
    set_windows(uscc, on=event.on, by=CLOCK)


def _reissued(event: Event) -> None:
    """A version printed for an extended or reduced scope: what it says is certified from now on."""
    printed = certificate_named(event.facts["number"])
    if event.facts["decision"] and printed:
        uscc, standard = event.facts["certification"].split("/")
        scope = {"scope_zh": printed.scope_zh, "scope_en": printed.scope_en}
        change_scope(uscc, standard, **scope, on=event.on, by=CLOCK)


def _put_off(event: Event) -> None:
    """A surveillance put off, a certificate prolonged: the visits it is about have more time."""
    uscc, standard = event.facts["certification"].split("/")
    if standard in OTHERS and event.kind == "certificate.surveillance-put-off":
        return  # evaluated again when its certificate says so, not by a visit of a programme
    does = prolong_cycle if event.kind == "certificate.prolonged" else put_off_visit
    does(uscc, standard, until=date.fromisoformat(event.facts["until"]), on=event.on, by=CLOCK)
    set_windows(uscc, on=event.on, by=CLOCK)


def _ended(event: Event) -> None:
    uscc, standard = event.facts["certification"].split("/")
    ended = end_certification(uscc, standard, on=event.on, by=CLOCK)
    for number in ended.dropped.split():
        _release(number, event.on)


def _decided(event: Event) -> None:
    """An initial certification that was refused goes no further."""
    uscc, standard = event.facts["certification"].split("/")
    if event.facts["act"] == DecisionAct.REFUSE and not latest_cycle(uscc, standard).starts_on:
        _ended(event)


def _audit_opened(event: Event) -> None:
    held_on = date.fromisoformat(event.facts["held_on"])
    begin_visit(event.facts["audit"], begun_on=held_on, on=event.on, by=CLOCK)


def _audit_closed(event: Event) -> None:
    held_on = date.fromisoformat(event.facts["held_on"])
    held = end_visit(event.facts["audit"], held_on=held_on, on=event.on, by=CLOCK)
    set_windows(held.client, on=event.on, by=CLOCK)


def _visit_dropped(event: Event) -> None:
    _release(event.facts["visit"], event.on)


def _visits_joined(event: Event) -> None:
    _release(event.facts["other"], event.on)


def _release(number: str, on: date) -> None:
    """A visit that will not be keeps nobody busy."""
    if appointed(number):
        cancel_appointment(number, reason=" / ".join(WORDS["cancel-reason.visit-dropped"]), on=on, by=CLOCK)


FOLLOWS: dict[str, Callable[[Event], None]] = {
    "certificate.issued": _issued,
    "certificate.taken-over": _taken_over,
    "certificate.renewed": _renewed,
    "certificate.reissued": _reissued,
    "certificate.surveillance-put-off": _put_off,
    "certificate.prolonged": _put_off,
    "certificate.withdrawn": _ended,
    "certificate.cancelled": _ended,
    "certificate.transferred": _ended,
    "decision.made": _decided,
    "audit.opened": _audit_opened,
    "audit.closed": _audit_closed,
    "visit.dropped": _visit_dropped,
    "visit.joined": _visits_joined,
}
