"""Let a person in, or back in: a first password that he changes himself — ISO/IEC 17021-1:2015 8.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role

from ..queries import locked_person


@dataclass(frozen=True)
class PasswordSet(Happened, kind="person.password-set"):
    login: str


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.4")
def set_password(login: str, password: str, *, on: date, by: Actor) -> PasswordSet:
    """Opens a closed account again. The record says that it was done, never what the password is."""
    person = locked_person(login)
    person.set_password(password)
    person.is_active = person.password_is_first = True
    person.save(update_fields=["password", "is_active", "password_is_first"])
    return PasswordSet(login)
