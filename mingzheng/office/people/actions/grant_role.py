"""Give a person a role — ISO/IEC 17021-1:2015 6.1.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_person


@dataclass(frozen=True)
class RoleGranted(Happened, kind="person.role-granted"):
    login: str
    role: Role


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 6.1.3")
def grant_role(login: str, role: Role, *, on: date, by: Actor) -> RoleGranted:
    person = locked_person(login)
    refuse_if(rules.objections_to_granting(role, held=person.roles))
    person.roles = [*person.roles, role]
    person.save(update_fields=["roles"])
    return RoleGranted(login, role)
