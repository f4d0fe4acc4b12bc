"""Every action once as it goes when all is well: `HAPPY[name](cast)` sets the scene and returns the call to make."""

from collections.abc import Callable
from functools import partial
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook.standards import Standard
from tests.rows import DAY

Cast = dict[str, Person]
Call = Callable[[], Any]
HAPPY: dict[str, Callable[[Cast], Call]] = {}
Q, E = Standard.QMS, Standard.EMS


def happy(name: str) -> Callable[[Callable[[Cast], Call]], Callable[[Cast], Call]]:
    """Enter a scene for an action: it makes what must be there and returns the call."""

    def enter(scene: Callable[[Cast], Call]) -> Callable[[Cast], Call]:
        HAPPY[name] = scene
        return scene

    return enter


def call(name: str, /, *args: Any, by: Any, **more: Any) -> Call:
    return partial(ACTIONS[name].run, *args, **{"on": DAY, **more}, by=by)


def plainly(name: str, role: str, /, *args: Any, **more: Any) -> None:
    """An action that needs nobody but the cast."""
    HAPPY[name] = lambda cast: call(name, *args, by=cast[role], **more)
