"""Change one's own password — ISO/IEC 17021-1:2015 8.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_person


@dataclass(frozen=True)
class PasswordChanged(Happened, kind="person.password-changed"):
    login: str


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 8.4")
def change_password(login: str, password: str, *, on: date, by: Actor) -> PasswordChanged:
    """From now on he alone knows it."""
    person = locked_person(login)
    refuse_if(rules.objections_to_touching(may=by.login == login))
    person.set_password(password)
    person.password_is_first = False
    person.save(update_fields=["password", "password_is_first"])
    return PasswordChanged(login)
