"""Let the years pass, from the first day of 2017 to the middle of the January after the year."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.site.publish import publish
from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import Role

from ..days import a_day, first_pages, moments, quick_writing
from ..logins import LOGINS
from ..publishing import take_keys
from ..world import World
from .answering import answering
from .careers import careers
from .caring import caring
from .carrying import carry_in
from .cohorts import Life
from .crew import Crew, Member
from .dealing import dealing
from .epidemic import declared
from .founding import found, groups_of, leaders, world_of
from .governing import governing
from .keeping import life
from .learning import learning
from .offices import offices
from .others import others
from .people import Auditor
from .surveys import surveys
from .using import using

READ_ONLY = (Role.REVIEWER, Role.DECISION_MAKER)


def build(year: int, told: Sequence[Life], people: Sequence[Auditor]) -> World:
    """Tell it all in the database there is; it must be empty."""
    world = world_of(year)
    with quick_writing(), moments(world):
        found(world, people)
        take_keys(world)
        carry_in(world, (one for one in told if not one.is_new))
        crew = _crew(world, people)
        due = first_pages(
            [
                *careers(world, people),
                *(life(world, crew, one) for one in told),
                *others(world, people),
                *offices(world),
                declared(world),
                *surveys(world),
                *using(world),
                *learning(world),
                *caring(world),
                *governing(world),
                *answering(world),
                *dealing(world),
            ]
        )
        while world.on <= world.today:
            a_day(world, due)
            world.on += timedelta(days=1)
    catch_up(at=timezone.now())
    publish(at=timezone.now())
    return world


def _crew(world: World, people: Sequence[Auditor]) -> Crew:
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
