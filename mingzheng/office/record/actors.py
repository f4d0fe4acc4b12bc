"""Whoever acts has a login and holds roles. Persons do (office/people); here are those who are no persons."""

from dataclasses import dataclass
from typing import Protocol

from mingzheng.rulebook.roles import Role


class Actor(Protocol):
    @property
    def login(self) -> str: ...

    def holds(self, role: Role) -> bool: ...


@dataclass(frozen=True)
class Clock:
    """Who acts when nobody does: a deadline that passed, a follower of the record."""

    login: str = "clock"

    def holds(self, role: Role) -> bool:
        return role is Role.CLOCK


@dataclass(frozen=True)
class Applicant:
    """The client's side of one application, known by the link it was given."""

    application: str

    @property
    def login(self) -> str:
        return f"applicant:{self.application}"

    def holds(self, role: Role) -> bool:
        return role is Role.APPLICANT


@dataclass(frozen=True)
class Outsider:
    """Whoever speaks to the body without an account: known by the case or survey he holds the secret of, or not at all."""

    about: str = "new"

    @property
    def login(self) -> str:
        return f"outsider:{self.about}"

    def holds(self, role: Role) -> bool:
        return role is Role.OUTSIDER


CLOCK = Clock()
