"""Close an audit with its closing meeting 末次会议 (ISO/IEC 17021-1:2015 9.4.7)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..minutes import Minutes
from ..models import Audit
from ..queries import appointment_of, gaps, locked, recorded_under, standards_of


@dataclass(frozen=True)
class Closed(Happened, kind="audit.closed"):
    audit: str
    held_on: date
    team: list[str]
    of_client: int
    said: list[str]


def objections(audit: Audit, *, on: date, by: Actor, minutes: Minutes | None = None) -> list[Objection]:
    """Why the audit cannot be closed: who asks, what is not recorded yet, and how the meeting was held."""
    appointed = appointment_of(audit.visit)
    found = [] if appointed.leader == by.login else [on_site.NOT_LEADER]
    if audit.closed_on:
        found.append(on_site.ALREADY_CLOSED)
    recorded = recorded_under(audit)
    found += on_site.objections_to_records(
        standards_of(audit.visit), {standard for standard, _ in recorded}, gaps(audit, recorded)
    )
    if minutes is None:
        return found
    if minutes.held_on < audit.opened_on:
        found.append(on_site.CLOSES_BEFORE_OPENING.because(day=audit.opened_on))
    held = minutes.facts(on_site.Meeting.CLOSING, by.login)
    return found + on_site.objections_to_meeting(held, first=audit.opened_on, last=appointed.ends_on, on=on)


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.7")
def close_audit(number: str, minutes: Minutes, *, on: date, by: Actor) -> Closed:
    """The day of the closing meeting is the last day of the audit: deadlines run from it."""
    audit = locked(number)
    refuse_if(objections(audit, on=on, by=by, minutes=minutes))

    audit.closed_on, audit.closing = minutes.held_on, minutes.row
    audit.save(update_fields=["closed_on", "closing"])
    return Closed(number, minutes.held_on, list(minutes.team), len(minutes.client), list(minutes.said))
