"""The visits of a planning problem, from the record: what is due, what it needs, what was promised, whom it shuts out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from mingzheng.office.competence.models import Witnessing
from mingzheng.office.people.models import Person, Tie
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import visits
from mingzheng.office.schedule.away import district_of, travels
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.members import needs
from mingzheng.office.schedule.models import Appointment, Assignment, Booking, TeamObjection
from mingzheng.office.schedule.queries import days_out_allowed, remote_allowed
from mingzheng.planner import problem as planner
from mingzheng.planner.problem import MOST_SPLITS, Days, Need, Order, Place, Promise, Split
from mingzheng.rulebook import impartiality
from mingzheng.rulebook.appointments import CLIENT_OBJECTS
from mingzheng.rulebook.audit_cycle import VisitKind, stage2_window
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import AUDITING_ROLES, TeamRole
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.shared_days import shared_out
from mingzheng.rulebook.special_approvals import ACROSS_NEW_YEAR, remote_share
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.workload import Led, objections_to_leading_again

from .experts import Expert, experts
from .models import ClientWishes, Company
from .places import visit_place, visit_province
from .terms import PlanningTerms

INITIAL = (VisitKind.STAGE1, VisitKind.STAGE2)
LONGEST_HALF_DAYS = 10  # no visit goes beyond its working week
Spans = Iterable[tuple[str, str]]


@dataclass
class About:
    """What the record knows of the visits of one problem, by the keys of visits and clients."""

    appointments: dict[int, Appointment] = field(default_factory=dict)
    teams: dict[int, list[Assignment]] = field(default_factory=dict)  # the leader first
    booked: dict[int, set[HalfDay]] = field(default_factory=dict)
    wishes: dict[int, ClientWishes] = field(default_factory=dict)  # by client
    remote: dict[int, int] = field(default_factory=dict)  # percent from afar a director approved
    let_out: dict[int, list[tuple[date, date]]] = field(
        default_factory=dict
    )  # by person: the days he may be out beyond the limits
    company: dict[str, tuple[set[str], set[str]]] = field(
        default_factory=dict
    )  # by number: required, companions
    unwanted: dict[int, set[str]] = field(default_factory=dict)
    ties: dict[str, list[tuple[str, impartiality.Tie]]] = field(default_factory=dict)  # by uscc
    witnesses: frozenset[str] = frozenset()
    experts: list[Expert] = field(default_factory=list)
    earlier: dict[int, list[Visit]] = field(default_factory=dict)  # by client: held, the latest last


def due_between(first: date, last: date) -> QuerySet[Visit]:
    """Visits still to be held that are due by the last day, wait for an initial certification, or have dates then."""
    dated = Appointment.objects.filter(starts_on__lte=last, ends_on__gte=first).values("visit")
    due = Q(latest__lte=last) | Q(kind__in=INITIAL, contract__signed_on__lte=last)
    elsewhere = Appointment.objects.filter(Q(starts_on__gt=last) | Q(ends_on__lt=first)).values("visit")
    return (
        visits()
        .filter(held_on=None, dropped_on=None)
        .filter(Q(pk__in=dated) | (due & Q(begun_on=None) & ~Q(pk__in=elsewhere)))
        .order_by("number")
    )


def about(rows: Sequence[Visit]) -> About:
    """Everything else about these visits, in as many queries as there are kinds of facts."""
    found, of_them = About(), {"visit__in": rows}
    found.appointments = {row.visit_id: row for row in Appointment.objects.filter(**of_them)}
    team = Assignment.objects.filter(**of_them).select_related("person").order_by("pk")
    for member in sorted(team, key=lambda member: member.role != "leader"):
        found.teams.setdefault(member.visit_id, []).append(member)
    for visit, day, half in Booking.objects.filter(**of_them).values_list("visit_id", "day", "half"):
        found.booked.setdefault(visit, set()).add(HalfDay(day, HALVES[half]))
    clients = {row.client_id for row in rows}
    found.wishes = {row.client_id: row for row in ClientWishes.objects.filter(client__in=clients)}
    found.remote = remote_allowed(rows)
    for person, first, last in days_out_allowed({m.person_id for of in found.teams.values() for m in of}):
        found.let_out.setdefault(person, []).append((first, last))
    for objected in TeamObjection.objects.filter(**of_them, valid=True).select_related("person"):
        found.unwanted.setdefault(objected.visit_id, set()).add(objected.person.login)
    for tie in Tie.objects.filter(uscc__in={row.client.uscc for row in rows}).select_related("person"):
        bound = impartiality.Tie(impartiality.TieKind(tie.kind), tie.ended_on)
        found.ties.setdefault(tie.uscc, []).append((tie.person.login, bound))
    code_of = {row.client.name_zh: row.client.uscc for row in rows}
    employed = Person.objects.filter(main_employer__in=code_of).exclude(main_employer="")
    for login, employer in employed.values_list("login", "main_employer"):
        bound = impartiality.Tie(impartiality.TieKind.EMPLOYMENT)
        found.ties.setdefault(code_of[employer], []).append((login, bound))
    _enter_company(found, rows)
    found.experts = experts()
    found.earlier = _earlier(clients)
    return found


def _enter_company(found: About, rows: Sequence[Visit]) -> None:
    """Who was named to be on the team or to go along; whoever is to be witnessed, and his witness."""
    for named in Company.objects.filter(visit__in=rows).select_related("visit"):
        found.company[named.visit.number] = (set(named.required), set(named.companions))
    numbers = [row.number for row in rows]
    planned = Witnessing.objects.filter(visit__in=numbers, held_on=None, cancelled_on=None)
    for one in planned.select_related("person", "witness"):
        required, companions = found.company.setdefault(one.visit, (set(), set()))
        required.add(one.person.login)
        companions.add(one.witness.login)
        found.witnesses |= {one.witness.login}


def _earlier(clients: Iterable[int]) -> dict[int, list[Visit]]:
    """The visits held at each client with `team` (login, role), the latest last."""
    held = list(Visit.objects.filter(client__in=clients, held_on__isnull=False).order_by("held_on", "pk"))
    went: dict[int, list[tuple[str, str]]] = {}
    team = Assignment.objects.filter(visit__in=held, role__in=AUDITING_ROLES)
    for went_to, login, role in team.values_list("visit_id", "person__login", "role"):
        went.setdefault(went_to, []).append((login, role))
    found: dict[int, list[Visit]] = {}
    for visit in held:
        visit.team = went.get(visit.pk, [])  # type: ignore[attr-defined]
        found.setdefault(visit.client_id, []).append(visit)
    return found


@dataclass(frozen=True)
class Frame:
    """What all visits of one problem share."""

    first: date
    last: date
    on: date
    terms: PlanningTerms
    office: Place
    people: frozenset[str]
    homes: Mapping[str, str]  # the district each of them lives in
    numbers: frozenset[str]  # of the visits in the problem
    stage1: Mapping[int, str]  # cycle -> number of the stage 1 still to be held
    keeps_appointed: bool
    premium: frozenset[int]  # clients that are served as such


def planned_visit(row: Visit, known: About, frame: Frame) -> planner.Visit:
    """One visit as the planner asks for it."""
    wishes = known.wishes.get(row.client_id)
    earliest, due, latest = _window(row, frame)
    required, companions = known.company.get(row.number, (set(), set()))
    excluded = _excluded(row, known, latest)
    return planner.Visit(
        id=row.number,
        place=visit_place(row) or frame.office,
        needs=tuple(Need(s, codes) for s, codes in needs(row).codes.items()),
        splits=splits(needs(row).auditor_days, _remote(row, wishes, known), frame.terms),
        earliest=earliest,
        due=due,
        latest=latest,
        client=row.client.name_zh,
        region=visit_province(row),
        forbidden=_days(wishes.forbidden) if wishes else (),
        wished=_days(wishes.wished) if wishes else (),
        after=_order(row, frame),
        excluded={who: why for who, why in excluded.items() if who in frame.people},
        not_leading={who: why for who, why in _not_leading(row, known).items() if who in frame.people},
        required=frozenset(required & frame.people),
        companions=frozenset((companions - required) & frame.people),
        premium=row.client_id in frame.premium,
        certificates=len(row.standards),
        expert=any(e.covers(needs(row).codes) and e.login not in excluded for e in known.experts)
        or any(m.role == TeamRole.EXPERT for m in known.teams.get(row.pk, ())),
        local=frozenset(who for who in frame.people if not travels(frame.homes[who], district_of(row))),
        previous_team=_previous_team(row, known) & frame.people,
        promised=_promise(row, known, frame),
    )


def _remote(row: Visit, wishes: ClientWishes | None, known: About) -> int:
    """The share held from afar, in percent: what was settled with its dates, else what the client wishes as far as it may be."""
    if dates := known.appointments.get(row.pk):
        return dates.remote_percent
    return remote_share(wishes.remote_percent, known.remote.get(row.pk, 0)) if wishes else 0


def planned_remote(visit: Visit) -> int:
    """The share of a visit, in percent, that is planned from afar: what the client wishes, as far as it may be."""
    wished = ClientWishes.objects.filter(client=visit.client_id).values_list("remote_percent", flat=True)
    share = wished.first() or 0
    return remote_share(share, remote_allowed([visit]).get(visit.pk, 0)) if share else 0


def splits(auditor_days: Decimal, remote_percent: int, terms: PlanningTerms) -> tuple[Split, ...]:
    """The ways to share the days on site over a team: at most three, each stay within a week, the smallest team first."""
    found: list[Split] = []
    for people in range(1, terms.own.largest_team + 1):
        longest = int(max(shared_out(auditor_days, [HALF] * people)) / HALF)
        if 1 <= longest <= LONGEST_HALF_DAYS and people <= auditor_days / HALF:
            found.append(Split(people, longest, longest * remote_percent // 100))
    if not found:  # more than the largest team can do in a week: as many as it takes
        people = -int(-auditor_days / HALF // LONGEST_HALF_DAYS)
        found = [Split(min(people, planner.MOST_PEOPLE), LONGEST_HALF_DAYS)]
    return tuple(found[:MOST_SPLITS])


def _window(row: Visit, frame: Frame) -> tuple[date, date, date]:
    """First day, due day, last day. Past its last day a visit is late whenever it is held, unless the edition then
    wants an initial certification instead: such a one has no day left."""
    earliest = max(row.earliest or frame.first, frame.first)
    if row.latest is None:
        begins = row.earliest or row.contract.signed_on or frame.first
        due = begins + timedelta(days=frame.terms.own.initial_within_days)
        return earliest, due, frame.last
    if frame.on <= row.latest:
        return earliest, row.latest, min(row.latest, frame.last)
    if _starts_anew(row, frame.on):
        return earliest, row.latest, row.latest
    return earliest, row.latest, frame.last


def _starts_anew(row: Visit, on: date) -> bool:
    recertifies = row.kind == VisitKind.RECERTIFICATION
    editions = (edition_in_force(Standard(standard), on) for standard in row.standards)
    return recertifies and any(edition.limit("on_site_before_expiry") for edition in editions)


def _order(row: Visit, frame: Frame) -> tuple[Order, ...]:
    """Stage 2 after the stage 1 of its cycle, not later than its window would be."""
    if row.kind != VisitKind.STAGE2:
        return ()
    before = next((frame.stage1[p.cycle_id] for p in row.parts.all() if p.cycle_id in frame.stage1), "")
    if before not in frame.numbers:
        return ()
    window = stage2_window(frame.first)
    return (Order(before, at_least_days=1, at_most_days=(window.latest - frame.first).days),)


def _excluded(row: Visit, known: About, on: date) -> dict[str, str]:
    """Who is shut out of the team, each with the code of the words that say why."""
    found = {login: CLIENT_OBJECTS.code for login in known.unwanted.get(row.pk, ())}
    for login, tie in known.ties.get(row.client.uscc, ()):
        if objections := impartiality.objections_to_ties(login, [tie], on):
            found[login] = objections[0].code
    return found


def _not_leading(row: Visit, known: About) -> dict[str, str]:
    """Whose turn to lead it is not: he led this client often enough, and may go along."""
    held = known.earlier.get(row.client_id, [])
    led = [Led(v.held_on, login) for v in held for login, role in v.team if role == "leader"]  # type: ignore
    return {
        login: objections[0].code
        for login in sorted({one.leader for one in led})
        if (objections := objections_to_leading_again(login, led))
    }


def _previous_team(row: Visit, known: About) -> frozenset[str]:
    held: list[Any] = known.earlier.get(row.client_id, [])
    return frozenset(login for login, _ in held[-1].team) if held else frozenset()


def _promise(row: Visit, known: About, frame: Frame) -> Promise | None:
    """What has dates and a leader; firm once it has begun, when a director let somebody of the team be out beyond the
    limits about these days, or when the run is to keep what is appointed."""
    dates, team = known.appointments.get(row.pk), known.teams.get(row.pk, [])
    people = tuple(
        m.person.login for m in team if m.role in AUDITING_ROLES and m.person.login in frame.people
    )
    if dates is None or not team or team[0].role != "leader" or not people:
        return None
    half_days = sorted(known.booked.get(row.pk, ())) or [HalfDay(dates.starts_on, Half.MORNING)]
    begun = row.begun_on is not None or dates.starts_on <= frame.on
    first, last = half_days[0], half_days[-1]
    settled = begun or frame.keeps_appointed or _let_out(team, known, first.day, last.day)
    count = (last.day - first.day).days * 2 + last.half - first.half + 1
    expert = any(m.role == TeamRole.EXPERT for m in team)
    return Promise(first, count, people, expert, firm=settled)


def _let_out(team: Iterable[Assignment], known: About, first: date, last: date) -> bool:
    """Is the month or the row of days of one of them longer than a plan may make it, because a director approved it?"""
    spans = [span for member in team for span in known.let_out.get(member.person_id, ())]
    return any(a - ACROSS_NEW_YEAR <= last and first <= z + ACROSS_NEW_YEAR for a, z in spans)


def _days(spans: Spans) -> tuple[Days, ...]:
    return tuple(Days(date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)
