"""Take a role from a person — ISO/IEC 17021-1:2015 6.1.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import holders_of, locked_person


@dataclass(frozen=True)
class RoleRevoked(Happened, kind="person.role-revoked"):
    login: str
    role: Role


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 6.1.3")
def revoke_role(login: str, role: Role, *, on: date, by: Actor) -> RoleRevoked:
    person = locked_person(login)
    refuse_if(rules.objections_to_revoking(role, held=person.roles, others=len(holders_of(role)) - 1))
    person.roles = [held for held in person.roles if held != role]
    person.save(update_fields=["roles"])
    return RoleRevoked(login, role)
