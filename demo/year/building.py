"""Let the years pass, from the first day of 2017 to the middle of the January after the year."""

from collections.abc import Iterator
from datetime import timedelta

from mingzheng.office.people.models import Person
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..days import a_day, first_pages, moments, quick_writing
from ..logins import LOGINS
from ..publishing import take_keys
from ..world import Story, World
from .carrying import carry_in
from .cohorts import lives
from .crew import Crew, Member
from .epidemic import declared
from .founding import found, groups_of, leaders, registered_from, world_of
from .keeping import life
from .people import Auditor, auditors

READ_ONLY = (Role.REVIEWER, Role.DECISION_MAKER)


def build(year: int, scale: int = 1) -> World:
    """Tell it all in the database there is; it must be empty. `scale`: one client in so many."""
    world, people, told = world_of(year), auditors(), lives(scale)
    with quick_writing(), moments(world):
        found(world, people)
        take_keys(world)
        carry_in(world, (one for one in told if not one.is_new))
        crew = _crew(world, people)
        due = first_pages(
            [*(life(world, crew, one) for one in told), *_registrations(world, people), declared(world)]
        )
        while world.on <= world.today:
            a_day(world, due)
            world.on += timedelta(days=1)
    return world


def _crew(world: World, people: list[Auditor]) -> Crew:
    """Everyone but those who read files and decide."""
    apart = {LOGINS[role][0] for role in READ_ONLY}
    persons = {person.login: person for person in Person.objects.all()}
    here = [one for one in people if not one.is_trainee]
    lead = leaders(here)
    members = [
        Member(one, persons[one.login], frozenset(groups_of(n)), one in lead, world.on)
        for n, one in enumerate(here)
        if one.login in persons and one.login not in apart and one.systems
    ]
    return Crew(world, members)


def _registrations(world: World, people: list[Auditor]) -> Iterator[Story]:
    for place, one in enumerate(people):
        if not one.is_trainee:
            yield _registered(world, one, place)


def _registered(world: World, one: Auditor, place: int) -> Story:
    """Registered again every three years, in good time."""
    first = add_months(registered_from(place), 36)
    while True:
        yield world.from_now(first - timedelta(days=30))
        for standard in (s for s in Standard if s.letter in one.systems):
            register_auditor(
                one.login, standard, grade=RegistrationGrade.AUDITOR, valid_from=first,
                number=f"{first.year}-N1{standard.letter}-{one.login.upper()}",
                valid_until=add_months(first, 36) - timedelta(days=1),
                on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
            )  # fmt: skip
        first = add_months(first, 36)
