"""Close a person's account; what he signed stays signed — ISO/IEC 17021-1:2015 8.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import holders_of, locked_person


@dataclass(frozen=True)
class AccountClosed(Happened, kind="person.account-closed"):
    login: str


@action(Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.4")
def close_account(login: str, *, on: date, by: Actor) -> AccountClosed:
    person = locked_person(login)
    others = len([p for p in holders_of(Role.ADMINISTRATOR) if p.login != login])
    refuse_if(rules.objections_to_closing(open_now=person.is_active, roles=person.roles, others=others))
    person.is_active = False
    person.save(update_fields=["is_active"])
    return AccountClosed(login)
