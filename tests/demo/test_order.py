"""The stories of the demonstration come in an order that holds on whatever day it is built."""

from datetime import date, timedelta

import pytest

from demo.newcomers import newcomers
from demo.world import World
from mingzheng.rulebook.roles import Role

pytestmark = pytest.mark.one_database
FIRST = date(2026, 1, 1)


@pytest.mark.parametrize("day", [FIRST + timedelta(days=n) for n in range(0, 730, 5)], ids=str)
def test_whoever_comes_is_looked_after_only_on_a_later_day(day):
    """A holiday may put off the day he comes; the day after which he signs lies behind it all the same."""
    world = World(day, people=dict.fromkeys(Role))  # nobody acts yet
    others = [story for story in newcomers(world) if story.__name__ != "_looked_after"]
    came = {next(story) for story in others}
    for story in newcomers(world):
        if story.__name__ == "_looked_after":
            world.on = next(story)
            assert world.on in came and next(story) > world.on
