"""Take a sector's tag off a client 取消行业标签 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_sectors import objections_to_untagging
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Client, Sector
from ..queries import sectors_of


@dataclass(frozen=True)
class SectorUntagged(Happened, kind="client.sector-untagged"):
    uscc: str
    sector: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause="own procedure")
def untag_client(uscc: str, sector: str, *, on: date, by: Actor) -> SectorUntagged:
    """What was counted of earlier days stays."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    row = Sector.objects.get(number=sector)
    tags = sectors_of(client).filter(sector=row)
    refuse_if(objections_to_untagging(tagged=tags.exists()))
    tags.order_by().update(ended_on=on)
    return SectorUntagged(uscc, row.name_zh)
