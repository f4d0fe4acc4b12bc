"""Enter how a client came to the body 登记客户来源 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import Source, objections_to_source
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ClientSource


@dataclass(frozen=True)
class SourceEntered(Happened, kind="client.source-entered"):
    client: str
    source: Source


@action(Role.MARKET, clause="own procedure")
def enter_source(uscc: str, *, source: Source, name: str, on: date, by: Actor) -> SourceEntered:
    """One a client; entered again, it takes the place of the last."""
    refuse_if(objections_to_source(source, name))
    told = {"source": source, "name": "" if source is Source.OWN else name.strip(), "since": on}
    client = Client.objects.get(uscc=uscc)
    ClientSource.objects.update_or_create(client=client, defaults=told)
    return SourceEntered(uscc, source)
