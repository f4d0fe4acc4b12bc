"""Tag a client as one of a sector 标注行业 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_sectors import objections_to_tag
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Client, Sector
from ..queries import sectors_of


@dataclass(frozen=True)
class SectorTagged(Happened, kind="client.sector-tagged"):
    uscc: str
    sector: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause="own procedure")
def tag_client(uscc: str, sector: str, *, on: date, by: Actor) -> SectorTagged:
    """`sector` is its number; a client may belong to several."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    row = Sector.objects.get(number=sector)
    refuse_if(objections_to_tag(tagged=sectors_of(client).filter(sector=row).exists()))
    client.sector_tags.create(sector=row, tagged_on=on)
    return SectorTagged(uscc, row.name_zh)
