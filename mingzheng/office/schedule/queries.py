"""Reading the schedule: where each visit stands, who goes, and who is where."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from mingzheng.office.clients.models import Client
from mingzheng.office.competence.models import Authorisation
from mingzheng.office.library.queries import calendar_overrides
from mingzheng.office.people.models import Leave, Person, Tie
from mingzheng.office.programmes.models import Visit, VisitPart
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.appointments import Dated
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.calendar import HalfDay, is_probably_working_day
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import Limit
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .dossiers import HALVES
from .models import Appointment, Assignment, Booking, PlanLine, SpecialApproval, TeamObjection

SEE_ALL = (
    Role.PROGRAMME_MANAGER,
    Role.MARKET,
    Role.TECHNICAL,
    Role.REVIEWER,
    Role.DECISION_MAKER,
    Role.CERTIFICATE_CLERK,
    Role.QUALITY,
    Role.DIRECTOR,
)
STATUSES = ("to_schedule", "team", "announced", "plan_sent", "under_audit", "held", "dropped")


DATES = ("starts_on", "ends_on", "announced_on", "plan_sent_on")
APPOINTED = Exists(Appointment.objects.filter(visit=OuterRef("pk")))  # of a visit


def with_dates(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Visits with the DATES of their appointment."""
    appointed = Appointment.objects.filter(visit=OuterRef("pk"))
    dates = {name: Subquery(appointed.values(name)[:1], output_field=DateField()) for name in DATES}
    return rows.annotate(**dates)


def with_status(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Visits with the DATES of their appointment and `status`, one of STATUSES."""
    return with_dates(rows).annotate(
        status=Case(
            When(dropped_on__isnull=False, then=Value("dropped")),
            When(held_on__isnull=False, then=Value("held")),
            When(begun_on__isnull=False, then=Value("under_audit")),
            When(starts_on=None, then=Value("to_schedule")),
            When(announced_on=None, then=Value("team")),
            When(plan_sent_on=None, then=Value("announced")),
            default=Value("plan_sent"),
            output_field=CharField(),
        )
    )  # fmt: skip


def visits_seen_by(by: Actor) -> QuerySet[Any]:
    """Visits with their status: an auditor sees those he is sent on, the office sees all."""
    rows = with_status(visits())
    if any(by.holds(role) for role in SEE_ALL):
        return rows
    if by.holds(Role.AUDITOR):
        return rows.filter(Exists(Assignment.objects.filter(visit=OuterRef("pk"), person__login=by.login)))
    raise Refused(NOT_YOURS)


def appointment_of(visit: Visit) -> Appointment | None:
    """The dates of a visit, None before it has any."""
    return _appointments.first(visit=visit.pk)


@Prepared
def _appointments(*, visit: int) -> QuerySet[Appointment]:
    return Appointment.objects.filter(visit=visit)


def appointed(number: str) -> bool:
    """Has the visit of this number its dates?"""
    return bool(_appointed(number=number))


@Prepared
def _appointed(*, number: str) -> QuerySet[Any, int]:
    return Appointment.objects.filter(visit__number=number).values_list("pk", flat=True)


def members_of(visit: Visit) -> list[Any]:
    """The team with its persons, the leader first; `unwanted`: the client's objection to him is valid."""
    return sorted(_members(visit=visit.pk), key=lambda member: (member.role != "leader", member.pk))


@Prepared
def _members(*, visit: int) -> QuerySet[Any]:
    objected = TeamObjection.objects.filter(visit=visit, valid=True, person=OuterRef("person"))
    team = Assignment.objects.filter(visit=visit).select_related("person")
    return team.annotate(unwanted=Exists(objected))


def team_of(visit: Visit) -> list[Assignment]:
    """The team, the leader first; `half_days` are those booked."""
    team, booked = members_of(visit), bookings_of(visit)
    for member in team:
        member.half_days = booked.get(member.person_id, frozenset())
    return team


def bookings_of(visit: Visit) -> dict[int, frozenset[HalfDay]]:
    """The half days each person (by key) is booked for this visit."""
    found: dict[int, set[HalfDay]] = {}
    for person, day, half in Booking.objects.filter(visit=visit).values_list("person_id", "day", "half"):
        found.setdefault(person, set()).add(HalfDay(day, HALVES[half]))
    return {person: frozenset(half_days) for person, half_days in found.items()}


def auditors() -> list[Person]:
    """Everyone who may be sent on a visit."""
    return [
        person
        for person in Person.objects.filter(is_active=True).order_by("login")
        if person.holds(Role.AUDITOR)
    ]


def experts() -> list[Person]:
    """Technical experts who are not auditors too."""
    held = Authorisation.objects.filter(kind=AuthorisationKind.EXPERT, ended_on=None)
    people = Person.objects.filter(is_active=True, pk__in=held.values("person")).order_by("login")
    return [person for person in people if not person.holds(Role.AUDITOR)]


def objections_of_client(visit: Visit) -> QuerySet[TeamObjection]:
    """What the client objected to, the latest last."""
    return TeamObjection.objects.filter(visit=visit).select_related("person").order_by("pk")


def special_approvals_seen_by(by: Actor) -> QuerySet[SpecialApproval]:
    """Approvals to go beyond a limit, for whoever sees all visits."""
    if not any(by.holds(role) for role in SEE_ALL):
        raise Refused(NOT_YOURS)
    return SpecialApproval.objects.select_related("visit__client", "person")


def under_way(visit: Visit) -> bool:
    """Has the visit begun, or is it dropped: too late for anything to be approved."""
    return bool(visit.begun_on or visit.dropped_on)


def remote_allowed(visits: QuerySet[Visit] | Collection[Visit]) -> dict[int, int]:
    """The largest share from afar, in percent, that a director approved for some of these visits before they began, by their keys."""
    granted = SpecialApproval.objects.filter(
        Q(visit__begun_on=None) | Q(decided_on__lte=F("visit__begun_on")),
        visit__in=visits, limit=Limit.REMOTE, state="granted",
    )  # fmt: skip
    return dict(granted.values_list("visit_id").annotate(Max("share")))


def days_out_allowed(people: Collection[int]) -> list[tuple[int, date, date]]:
    """Whom of these a director let be out beyond the limits, from which day to which."""
    granted = SpecialApproval.objects.filter(limit=Limit.DAYS_OUT, state="granted", visit__dropped_on=None)
    rows = granted.filter(person__in=people).values_list("person_id", "first_day", "last_day")
    return [(person, first, last) for person, first, last in rows if person and first and last]


def plan_of(visit: Visit) -> list[PlanLine]:
    """The audit plan, in the order of time."""
    return _plan(visit=visit.pk)


@Prepared
def _plan(*, visit: int) -> QuerySet[PlanLine]:
    return PlanLine.objects.filter(visit=visit).select_related("auditor").order_by("day", "starts_at", "pk")


def dated(visit: Visit, standards: Iterable[str]) -> Dated:
    """What the dates of a visit to these standards depend on."""
    return Dated(
        kind=VisitKind(visit.kind),
        standards=tuple(map(Standard, standards)),
        earliest=visit.earliest,
        latest=visit.latest,
        clause=visit.window_clause,
        state=visit.state,
        stage1_ends=_stage1_ends(visit) if visit.kind == VisitKind.STAGE2 else None,
    )


def _stage1_ends(visit: Visit) -> date | None:
    """The last day of the stage 1 of the same cycle, as held or else as appointed."""
    stage1 = with_status(
        Visit.objects.filter(
            pk__in=VisitPart.objects.filter(
                cycle__in=visit.parts.values("cycle"), visit__kind=VisitKind.STAGE1, visit__dropped_on=None
            ).values("visit")
        )
    )
    ends = [one.held_on or one.ends_on for one in stage1]
    return max((day for day in ends if day), default=None) if all(ends) else None


def days_off(first: date, last: date, overrides: dict[date, bool] | None = None) -> frozenset[date]:
    """Days between two days on which nobody works; of a year nobody knows yet, the weekends.

    `overrides` is the body's own calendar, where the caller has read it already.
    """
    overrides = calendar_overrides() if overrides is None else overrides
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return frozenset(day for day in days if not is_probably_working_day(day, overrides))


def booked_between(people: Collection[Person], first: date, last: date) -> QuerySet[Booking]:
    """Bookings of these persons between two days, with visit and client, in the order of time."""
    found = Booking.objects.filter(person__in=people, day__range=(first, last))
    return found.select_related("visit__client").order_by("day", "half")


def away_between(people: Collection[Person], first: date, last: date) -> QuerySet[Leave]:
    """Leave of these persons that touches these days."""
    return Leave.objects.filter(
        person__in=people, cancelled_on=None, first_day__lte=last, last_day__gte=first
    )


def accounts() -> QuerySet[Tie]:
    """Who looks after which client now."""
    return Tie.objects.filter(kind=TieKind.ACCOUNT, ended_on=None).select_related("person")


def account_of(uscc: str) -> QuerySet[Tie]:
    """Who looks after this client now: one or nobody."""
    return accounts().filter(uscc=uscc)


def looked_after_by(login: str) -> Q:
    """Clients this person looks after."""
    return Q(uscc__in=accounts().filter(person__login=login).values("uscc"))


def teams_to_come(login: str, client: Client) -> list[str]:
    """Visits of a client this person is to go on."""
    mine = Assignment.objects.filter(
        person__login=login, visit__client=client, visit__held_on=None, visit__dropped_on=None
    )
    return list(mine.order_by("visit__number").values_list("visit__number", flat=True))
