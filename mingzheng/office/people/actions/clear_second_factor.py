"""Let a person set up his second factor anew, when he lost it — ISO/IEC 17021-1:2015 8.4."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role

from ..queries import locked_person


@dataclass(frozen=True)
class SecondFactorCleared(Happened, kind="person.second-factor-cleared"):
    login: str


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.4")
def clear_second_factor(login: str, *, on: date, by: Actor) -> SecondFactorCleared:
    """His authenticator app, keys and recovery codes count no longer; at his next login he sets up new ones."""
    person = locked_person(login)
    Authenticator.objects.filter(user=person).delete()
    return SecondFactorCleared(login)
