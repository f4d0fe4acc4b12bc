"""When a visit may be dated, announced and moved (ISO/IEC 17021-1:2015 9.2.3, CNCA-QMS-01:2025 5.8.2)."""

from dataclasses import dataclass
from datetime import date

from .audit_cycle import VisitKind, Window, objections_to_dates
from .calendar import Overrides, add_working_days
from .dated_numbers import number
from .editions import edition_in_force
from .programme import ISO, VisitState, objections_to_changing
from .standards import Standard
from .verdict import Objection

OBJECTION_WORKING_DAYS = number("team_objection")  # how long the client may object (9.2.3.5 has no number)

ENDS_BEFORE_IT_BEGINS = Objection("schedule.ends-before-it-begins", f"{ISO} 9.2.3.1")
IN_THE_PAST = Objection("schedule.in-the-past", f"{ISO} 9.2.3.1")
ALREADY_APPOINTED = Objection("schedule.already-appointed", f"{ISO} 9.2.3.1")
NOT_APPOINTED = Objection("schedule.not-appointed", f"{ISO} 9.2.3.1")
STAGE_1_FIRST = Objection("schedule.stage-1-first", f"{ISO} 9.3.1.1")
NOT_LONGER_THAN = Objection("schedule.too-long", f"{ISO} 9.1.4.1")
NO_REASON = Objection("schedule.no-reason", f"{ISO} 9.9.1")
ALREADY_ANNOUNCED = Objection("schedule.already-announced", f"{ISO} 9.2.3.5")
NOT_ANNOUNCED = Objection("schedule.not-announced", f"{ISO} 9.2.3.5")
ALREADY_ON_TEAM = Objection("schedule.already-on-team", f"{ISO} 9.2.2.1.1")
NOT_ON_TEAM = Objection("schedule.not-on-team", f"{ISO} 9.2.2.1.1")
TEAM_HAS_LEADER = Objection("schedule.team-has-leader", f"{ISO} 9.2.2.1.1")
CLIENT_OBJECTS = Objection("schedule.client-objects", f"{ISO} 9.2.3.5")
NO_STANDARD = Objection("schedule.no-standard", f"{ISO} 9.2.2.1.2")
NO_HALF_DAY = Objection("schedule.no-half-day", f"{ISO} 9.2.3.4")
OUTSIDE_THE_DATES = Objection("schedule.outside-the-dates", f"{ISO} 9.2.3.4")
SAME_SHARE = Objection("schedule.same-share", f"{ISO} 9.2.3.1")
LONGEST_VISIT_DAYS = 60  # no trip is longer; a slip of the year or month is caught


@dataclass(frozen=True)
class Dated:
    """A visit that is to be given dates, and what they depend on."""

    kind: VisitKind
    standards: tuple[Standard, ...]
    earliest: date | None
    latest: date | None
    clause: str  # that sets the window
    state: VisitState
    stage1_ends: date | None = None  # of a stage 2: the last day of its stage 1, appointed or held


def objections_to_dating(visit: Dated, starts_on: date, ends_on: date, on: date) -> list[Objection]:
    """May the visit be held on these days, said today?

    Once its window has closed no day is too late any more, since holding it late is all that is left; only a
    recertification past its window is another thing, where the edition calls it an initial certification.
    """
    objections = objections_to_changing(visit.state)
    if ends_on < starts_on:
        return [*objections, ENDS_BEFORE_IT_BEGINS]
    if starts_on < on:
        objections.append(IN_THE_PAST)
    if (ends_on - starts_on).days >= LONGEST_VISIT_DAYS:
        objections.append(NOT_LONGER_THAN.because(days=LONGEST_VISIT_DAYS))
    if visit.kind is VisitKind.STAGE2 and (visit.stage1_ends is None or starts_on <= visit.stage1_ends):
        objections.append(STAGE_1_FIRST)
    earliest, latest = visit.earliest or starts_on, visit.latest or ends_on
    if visit.latest and on > visit.latest and not _starts_anew(visit, on):
        latest = ends_on
    return objections + objections_to_dates(
        Window(visit.kind, earliest, latest, visit.clause), starts_on, ends_on
    )


def object_by(announced: date, starts_on: date, overrides: Overrides) -> date:
    """The last day on which the client may object to the team, not later than the visit itself."""
    return min(add_working_days(announced, OBJECTION_WORKING_DAYS, overrides), starts_on)


def _starts_anew(visit: Dated, on: date) -> bool:
    """Is a recertification after its last day to be treated as an initial certification?"""
    if visit.kind is not VisitKind.RECERTIFICATION:
        return False
    return any(edition_in_force(s, on).limit("on_site_before_expiry") for s in visit.standards)
