"""Tell the stories of the invented body, day by day, up to today."""

from datetime import date, timedelta

from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.site.publish import publish

from .answering import answering
from .careers import careers
from .caring import caring
from .cast import found
from .charging import charging
from .days import a_day, first_pages, moments, quick_writing
from .documenting import documenting
from .evaluating import evaluating
from .fates import CLIENTS, fates
from .feedback import feedback
from .governing import governing
from .keeping import life
from .learning import learning
from .newcomers import newcomers
from .publishing import go_public, leave_waiting, take_keys
from .reporting import reporting
from .serving import serving
from .sitting import sitting
from .using import using
from .world import World


def build(today: date, clients: int = CLIENTS) -> World:
    """Tell every story up to and including `today`, in the database there is; it must be empty."""
    world = World(today)
    with quick_writing(), moments(world):
        found(world)
        take_keys(world)
        people = [
            *documenting(world),
            *careers(world),
            *newcomers(world),
            *feedback(world),
            *governing(world),
            *sitting(world),
        ]
        people += [
            *charging(world),
            *serving(world),
            *reporting(world),
            *using(world),
            *learning(world),
            *evaluating(world),
            *caring(world),
            *answering(world),
        ]
        due = first_pages([*people, *map(life, fates(world, clients))])
        while world.on <= today:
            a_day(world, due)
            go_public(world)
            world.on += timedelta(days=1)
    catch_up(at=timezone.now())
    leave_waiting(world, today)
    catch_up(at=timezone.now())
    publish(at=timezone.now())
    return world
