"""The board with a year on it, and the questions a planner asks of it: 1,300 visits to come, 63 auditors, 500 visits dated.

Goals: opening the board takes at most 12 queries; explaining one visit ("why this team, why not Wang") less than 200 ms
at the 95th percentile, the reading of everything around it included. `python -m bench.board`
"""

import gc
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from .throwaway import body

VISITS, AUDITORS, DATED = 1300, 63, 500
QUERIES, EXPLAIN_MS = 12, 200
ASKED = 40
DISTRICTS = (
    "310115",
    "310112",
    "320505",
    "330402",
    "340104",
    "110105",
)  # two in the city, the others farther and farther
WEEK = timedelta(weeks=1)


def main() -> int:
    with body():
        from . import asking
        from .body import fill, staff

        people = staff()
        fill(2 * VISITS)
        monday = next_monday()
        dated = arrange(monday)
        pages = {
            p: asking.queries(p, people["director"])
            for p in ("staff:board?weeks=52", "staff:board?view=visits&weeks=52")
        }
        gc.collect()
        gc.freeze()  # as the server does with what is loaded; these rows only fill the database
        explaining = milliseconds(explain(monday), dated)
        suggesting = milliseconds(suggest(monday), dated)
        built, problem = seconds(build, monday)
    for page, queries in pages.items():
        print(f"{page:38}{queries:>5} queries (at most {QUERIES})")
    print(
        f"{'why this team, why not the others':38}{explaining:>5.0f} ms p95 of {ASKED} visits (less than {EXPLAIN_MS})"
    )
    print(f"{'three best teams and times':38}{suggesting:>5.0f} ms p95 of {ASKED} visits")
    print(
        f"{'the problem of the year, from the record':38}{built:>5.1f} s: {len(problem.visits)} visits, {len(problem.people)} people"
    )
    fine = max(pages.values()) <= QUERIES and explaining < EXPLAIN_MS
    print(f"goals: {'met' if fine else 'MISSED'}")
    return 0 if fine else 1


def next_monday() -> date:
    from mingzheng.doors.today import today

    return today() + timedelta(days=7 - today().weekday())


def arrange(monday: date) -> list[Any]:
    """Auditors with their competence, clients in their districts, and visits with dates: each auditor two days a week."""
    from mingzheng.office.clients.models import Client
    from mingzheng.office.competence.models import Authorisation, Competence
    from mingzheng.office.people.models import Person
    from mingzheng.office.programmes.models import Visit
    from mingzheng.office.registration.models import Registration
    from mingzheng.office.schedule.models import Appointment, Assignment, Booking

    begun = date(monday.year - 1, 1, 1)
    made = [
        Person(login=f"a{n}", name_zh=f"示例审核员{n}", roles=["auditor"], home=DISTRICTS[n % 4])
        for n in range(AUDITORS)
    ]
    others = [person.pk for person in Person.objects.all() if "auditor" in person.roles]
    Person.objects.filter(pk__in=others).update(
        is_active=False
    )  # a body of this size has so many auditors, no more
    auditors = Person.objects.bulk_create(made)
    held = [(person, standard) for person in auditors for standard in ("QMS", "EMS")]
    until = date(monday.year + 3, 1, 1)
    Registration.objects.bulk_create(
        Registration(
            person=p,
            standard=s,
            grade="auditor",
            number=f"N-{p.login}-{s}",
            valid_from=begun,
            valid_until=until,
        )
        for p, s in held
    )
    Competence.objects.bulk_create(
        Competence(person=p, standard=s, code="17", basis="-", evaluated_on=begun) for p, s in held
    )
    Authorisation.objects.bulk_create(
        Authorisation(person=p, kind="leader", since=begun, basis="-") for p in auditors[::2]
    )
    for n, district in enumerate(DISTRICTS):
        Client.objects.filter(
            pk__in=[c for c in Client.objects.values_list("pk", flat=True) if c % len(DISTRICTS) == n]
        ).update(district=district)
    waiting = Visit.objects.filter(held_on=None).exclude(pk__in=Appointment.objects.values("visit"))
    dated = list(waiting.order_by("latest", "pk")[:DATED])
    days = [
        (visit, auditors[n % AUDITORS // 2 * 2], monday + (n // AUDITORS) * WEEK + timedelta(days=n % 4))
        for n, visit in enumerate(dated)
    ]
    free = {(person.pk, day): (visit, person, day) for visit, person, day in days}
    days = list(free.values())
    Appointment.objects.bulk_create(Appointment(visit=v, starts_on=d, ends_on=d) for v, _, d in days)
    Assignment.objects.bulk_create(
        Assignment(visit=v, person=p, role="leader", standards=["QMS", "EMS"]) for v, p, _ in days
    )
    Booking.objects.bulk_create(
        Booking(visit=v, person=p, day=d, half=half) for v, p, d in days for half in ("am", "pm")
    )
    return [visit.number for visit, _, _ in days]


def explain(monday: date) -> Callable[[str], Any]:
    from mingzheng.office.planning.situation import explanation, situation
    from mingzheng.office.programmes.queries import visits

    return lambda number: explanation(situation(visits().get(number=number), monday))


def suggest(monday: date) -> Callable[[str], Any]:
    from mingzheng.office.planning.situation import situation, suggestions
    from mingzheng.office.programmes.queries import visits

    return lambda number: suggestions(situation(visits().get(number=number), monday))


def build(monday: date) -> Any:
    from mingzheng.office.planning.problem import problem_of

    return problem_of(monday, monday + 52 * WEEK, monday)


def milliseconds(ask: Callable[[str], Any], numbers: list[str]) -> float:
    """Time of asking about visits spread over the year, at the 95th percentile."""
    took = sorted(seconds(ask, number)[0] for number in numbers[:: max(1, len(numbers) // ASKED)][:ASKED])
    return took[int(ASKED * 0.95) - 1] * 1000


def seconds(do: Callable[..., Any], *args: Any) -> tuple[float, Any]:
    began = time.process_time()
    done = do(*args)
    return time.process_time() - began, done


if __name__ == "__main__":
    sys.exit(main())
