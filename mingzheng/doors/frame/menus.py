"""The menus of the doors. A door declares its own in its ``urls.py``; the base page draws the one of the door one is in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from mingzheng.rulebook.roles import Role


@dataclass(frozen=True)
class Badge:
    """How much waits behind a menu line, and how much of it is overdue."""

    waiting: int
    overdue: int = 0


@dataclass(frozen=True)
class Item:
    """One line of a menu: a named URL, an icon, and the roles that see it (none named: everyone). `holds` names lists
    that stand at other addresses and are reached from this one."""

    label: str
    url: str
    icon: str
    roles: tuple[Role, ...] = ()
    holds: tuple[str, ...] = ()

    def is_seen_by(self, person: object) -> bool:
        return not self.roles or any(role in getattr(person, "roles", ()) for role in self.roles)


@dataclass(frozen=True)
class Group:
    """Lines that belong together, under a heading (empty: no heading)."""

    label: str
    items: tuple[Item, ...]


def no_badges(request: HttpRequest) -> Mapping[str, Badge]:
    return {}


@dataclass(frozen=True)
class Menu:
    """A door's menu. `home` and `search` are named URLs; `badges` counts what waits, by the URL name of the line;
    `account` draws what stands at the end of the top bar: who one is, and the way out."""

    groups: tuple[Group, ...]
    home: str
    search: str = ""
    badges: Callable[[HttpRequest], Mapping[str, Badge]] = no_badges
    account: str = "frame/account.html"


MENUS: dict[str, Menu] = {}  # namespace of the door's URLs -> its menu
