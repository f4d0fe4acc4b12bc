"""Nobody in particular looks after a client any more 取消客户经理 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_accounts import objections_to_ending_account
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import account_of


@dataclass(frozen=True)
class AccountEnded(Happened, kind="client.account-ended"):
    uscc: str
    person: str
    login: str
    reason: str


@action(Role.MARKET, Role.DIRECTOR, clause="own procedure")
def end_account(uscc: str, *, reason: str, on: date, by: Actor) -> AccountEnded:
    """Whoever did keeps away from its audits and decisions as long as any other tie keeps him away."""
    Client.objects.select_for_update().get(uscc=uscc)
    held = account_of(uscc).first()
    refuse_if(objections_to_ending_account(reason, held=held is not None))
    assert held
    held.ended_on = on
    held.save(update_fields=["ended_on"])
    return AccountEnded(uscc, held.person.name_zh, held.person.login, reason.strip())
