"""What is known of persons who may be sent on a visit: the facts the rulebook judges a member by."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, DateField, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.library.models import Holiday
from mingzheng.office.people.models import Insurance, Leave, Person, Tie
from mingzheng.office.record.prepared import Prepared
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook import competence, impartiality
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.engagement import InsuranceKind
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.special_approvals import ACROSS_NEW_YEAR, Limit
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import MemberFacts

from .away import place_held, travels
from .models import Booking, SpecialApproval

HALVES = {"am": Half.MORNING, "pm": Half.AFTERNOON}
NAMES = {half: name for name, half in HALVES.items()}
_NO_DAY = Cast(Value(None), DateField())


@dataclass
class Dossier:
    """One person: registrations, competence, authorisations, ties to the client, leave, and where he is booked, from a month before this year to a month after."""

    place: str  # where the visit is held
    registrations: list[competence.Registration] = field(default_factory=list)
    competences: list[competence.TechnicalCompetence] = field(default_factory=list)
    authorisations: list[competence.Authorisation] = field(default_factory=list)
    ties: list[impartiality.Tie] = field(default_factory=list)
    leave: list[tuple[date, date]] = field(default_factory=list)
    insured: list[tuple[date, date]] = field(default_factory=list)  # against accidents
    home: str = ""  # the district he lives in
    here: set[HalfDay] = field(default_factory=set)  # booked for the visit itself
    booked: dict[HalfDay, str] = field(default_factory=dict)  # for other visits, and where each is held
    allowed: list[tuple[date, date]] = field(
        default_factory=list
    )  # out for this visit beyond the body's limits

    def facts(
        self,
        person: str,
        role: competence.TeamRole,
        standards: Iterable[Standard],
        half_days: Iterable[HalfDay],
        year: int,
    ) -> MemberFacts:
        """The person as a member in this role."""
        when = frozenset(half_days)
        near = {half_day for half_day, place in self.booked.items() if not travels(self.home, place)}
        return MemberFacts(
            person=person,
            role=role,
            standards=frozenset(standards),
            half_days=when,
            registrations=tuple(self.registrations),
            competences=tuple(self.competences),
            ties=tuple(self.ties),
            leave=tuple(self.leave),
            booked=frozenset(self.booked),
            on_site_days=sum(booking.day.year == year for booking in self.booked) * HALF,
            authorisations=tuple(self.authorisations),
            insured=tuple(self.insured),
            allowed_out=tuple(self.allowed),
            near=frozenset(near if travels(self.home, self.place) else near | when),
        )


class Dossiers(dict[int, Dossier]):
    """The dossiers of some persons by their keys, and the body's own calendar: whether each day in it is worked."""

    overrides: dict[date, bool]


def dossiers(
    people: Collection[int], *, uscc: str, name: str, visit: int, place: str, first: date, last: date
) -> Dossiers:
    """The dossier of each person for a visit to this client between two days; one query for all of them."""
    found = Dossiers((person, Dossier(place)) for person in people)
    found.overrides = {}
    year = {
        "year_begins": date(first.year, 1, 1) - ACROSS_NEW_YEAR,
        "year_ends": date(last.year, 12, 31) + ACROSS_NEW_YEAR,
    }
    told = _known(people=list(people), uscc=uscc, name=name, visit=visit, first=first, last=last, **year)
    for person, what, a, b, begins, ends in told:
        if what == "calendar":
            found.overrides[begins] = a == "worked"
        else:
            _enter(found[person], what, a, b, begins, ends)
    return found


@Prepared
def _known(
    *,
    people: list[int],
    uscc: str,
    name: str,
    visit: int,
    first: date,
    last: date,
    year_begins: date,
    year_ends: date,
) -> QuerySet[Any, Any]:
    """Person, what it is, two words, first and last day of everything that is known."""
    first_rows, *more = [
        *_qualified(people),
        *_tied(people, uscc, name),
        *_allowed(people, visit),
        *_when_not_free(people, visit, (first, last), (year_begins, year_ends)),
    ]
    return first_rows.union(*more, all=True)


def _qualified(people: Collection[int]) -> list[Any]:
    of_theirs: Any = {"person__in": people}
    lives = Person.objects.filter(pk__in=people).annotate(person_id=F("pk"))
    return [
        _rows(lives, "home", F("home"), Value(""), _NO_DAY, _NO_DAY),
        _rows(
            Registration.objects.filter(**of_theirs),
            "registration", F("standard"), F("grade"), F("valid_from"), F("valid_until"),
        ),
        _rows(
            Competence.objects.filter(**of_theirs),
            "competence", F("standard"), F("code"), F("evaluated_on"), F("ended_on"),
        ),
        _rows(
            Authorisation.objects.filter(**of_theirs),
            "authorisation", F("kind"), Value(""), F("since"), F("ended_on"),
        ),
        _rows(
            Insurance.objects.filter(**of_theirs, kind=InsuranceKind.ACCIDENT),
            "insurance", Value(""), Value(""), F("first_day"), F("last_day"),
        ),
    ]  # fmt: skip


def _tied(people: Collection[int], uscc: str, name: str) -> list[Any]:
    """To the client of this code: by a tie, or as a part-timer whose main employer it is."""
    employed = Person.objects.filter(pk__in=people, main_employer=name).exclude(main_employer="")
    return [
        _rows(
            Tie.objects.filter(person__in=people, uscc=uscc),
            "tie", F("kind"), Value(""), F("declared_on"), F("ended_on"),
        ),
        _rows(
            employed.annotate(person_id=F("pk")),
            "tie", Value(impartiality.TieKind.EMPLOYMENT), Value(""), _NO_DAY, _NO_DAY,
        ),
    ]  # fmt: skip


def _allowed(people: Collection[int], visit: int) -> list[Any]:
    """Whose days out for this visit a director approved though they are too many, and which."""
    granted = SpecialApproval.objects.filter(visit=visit, limit=Limit.DAYS_OUT, state="granted")
    theirs = granted.filter(person__in=people)
    return [_rows(theirs, "allowed", Value(""), Value(""), F("first_day"), F("last_day"))]


def _when_not_free(
    people: Collection[int], visit: int, days: tuple[date, date], year: tuple[date, date]
) -> list[Any]:
    """Leave in these days, bookings of the year and a month around it for this visit and for others, and the body's calendar."""
    first, last = days
    of_visit = Q(visit=visit)
    booked = Booking.objects.filter(Q(day__range=year) | of_visit, person__in=people)
    where = Case(When(of_visit, then=Value("here")), default=place_held())
    away = Leave.objects.filter(
        person__in=people, cancelled_on=None, first_day__lte=last, last_day__gte=first
    )
    worked = Case(When(working=True, then=Value("worked")), default=Value("off"))
    calendar = Holiday.objects.annotate(person_id=Cast(Value(None), BigIntegerField()))
    return [
        _rows(away, "leave", Value(""), Value(""), F("first_day"), F("last_day")),
        _rows(booked, "booking", F("half"), where, F("day"), _NO_DAY),
        _rows(calendar, "calendar", worked, Value(""), F("day"), _NO_DAY),
    ]


def _rows(
    of: QuerySet[Any], what: str, a: Combinable, b: Combinable, begins: Combinable, ends: Combinable
) -> Any:
    texts = (Cast(text, CharField()) for text in (Value(what), a, b))
    return of.values_list("person_id", *texts, begins, ends)


def _enter(dossier: Dossier, what: str, a: str, b: str, begins: date, ends: date | None) -> None:
    """One row of the union: what it tells, two words, first and last day."""
    match what:
        case "registration":
            grade = competence.RegistrationGrade(b)
            dossier.registrations.append(competence.Registration(Standard(a), grade, begins, ends or begins))
        case "competence":
            dossier.competences.append(competence.TechnicalCompetence(Standard(a), b, begins, ends))
        case "authorisation":
            kind = competence.AuthorisationKind(a)
            dossier.authorisations.append(competence.Authorisation(kind, begins, ends))
        case "tie":
            dossier.ties.append(impartiality.Tie(impartiality.TieKind(a), ends))
        case "leave":
            dossier.leave.append((begins, ends or begins))
        case "insurance":
            dossier.insured.append((begins, ends or begins))
        case "allowed":
            dossier.allowed.append((begins, ends or begins))
        case "home":
            dossier.home = a
        case "booking":
            _book(dossier, HalfDay(begins, HALVES[a]), b)


def _book(dossier: Dossier, half_day: HalfDay, place: str) -> None:
    if place == "here":
        dossier.here.add(half_day)
    else:
        dossier.booked[half_day] = place
