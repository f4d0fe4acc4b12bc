"""Open an audit with its opening meeting 首次会议 (ISO/IEC 17021-1:2015 9.4.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..minutes import Minutes
from ..models import Audit
from ..queries import appointment_of, not_ready_after_stage1


@dataclass(frozen=True)
class Opened(Happened, kind="audit.opened"):
    audit: str  # the number of its visit
    held_on: date
    team: list[str]
    of_client: int  # how many of the client's people attended
    said: list[str]


def objections(visit: Visit, *, on: date, by: Actor, minutes: Minutes | None = None) -> list[Objection]:
    """Why this visit cannot be opened today; without `minutes`, before anything is known of the meeting."""
    if visit.dropped_on:
        return [on_site.DROPPED]
    appointed = appointment_of(visit)
    if appointed is None:
        return [on_site.NOT_APPOINTED]
    found = [] if appointed.leader == by.login else [on_site.NOT_LEADER]
    if appointed.opened:
        found.append(on_site.ALREADY_OPEN)
    if appointed.announced_on is None:
        found.append(on_site.NOT_ANNOUNCED)
    if visit.kind == VisitKind.STAGE2:
        missing = not_ready_after_stage1(visit)
        found += [on_site.STAGE1_NOT_READY.because(standard=standard) for standard in missing]
    if minutes is None:
        return found + on_site.objections_to_day(on, first=appointed.starts_on)
    held = minutes.facts(on_site.Meeting.OPENING, by.login)
    return found + on_site.objections_to_meeting(
        held, first=appointed.starts_on, last=appointed.ends_on, on=on
    )


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.2")
def open_audit(number: str, minutes: Minutes, *, on: date, by: Actor) -> Opened:
    """Only the leader of the team opens; the audit begins on the day the meeting was held."""
    visit = Visit.objects.select_for_update().get(number=number)
    refuse_if(objections(visit, on=on, by=by, minutes=minutes))

    Audit.objects.create(visit=visit, opened_on=minutes.held_on, opening=minutes.row)
    return Opened(number, minutes.held_on, list(minutes.team), len(minutes.client), list(minutes.said))
