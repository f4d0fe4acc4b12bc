"""Say who of the staff looks after a client 指定客户经理 (ISO/IEC 17021-1:2015 5.2.13)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_accounts import APART, objections_to_account
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import account_of, teams_to_come


@dataclass(frozen=True)
class AccountGiven(Happened, kind="client.account-given"):
    uscc: str
    person: str
    login: str
    before: str  # login of who looked after it until now


@action(Role.MARKET, Role.DIRECTOR, clause=APART)
def give_account(uscc: str, *, owner: str, on: date, by: Actor) -> AccountGiven:
    """`owner` is a login. Whoever looked after the client before does no longer; both keep away from its audits and decisions."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    person = Person.objects.get(login=owner)
    held = account_of(uscc).first()
    same = held is not None and held.person_id == person.pk
    teams = " ".join(teams_to_come(owner, client))
    refuse_if(objections_to_account(person.name_zh, active=person.is_active, held=same, teams=teams))
    account_of(uscc).update(ended_on=on)
    told = {"uscc": uscc, "organisation": client.name_zh, "kind": TieKind.ACCOUNT}
    person.ties.create(**told, declared_on=on)
    return AccountGiven(uscc, person.name_zh, owner, held.person.login if held else "")
