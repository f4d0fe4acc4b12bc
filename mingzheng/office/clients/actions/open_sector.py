"""Open the project that develops a sector 行业开发立项 (ISO/IEC 17021-1:2015 7.1.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.client_sectors import COMPETENT_FIRST, objections_to_sector
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Sector


@dataclass(frozen=True)
class SectorOpened(Happened, kind="sector.opened", begins=True):
    number: str
    name_zh: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=COMPETENT_FIRST)
def open_sector(*, name_zh: str, name_en: str, purpose: str, on: date, by: Actor) -> SectorOpened:
    """From then on clients can be tagged as those of the sector."""
    known = Sector.objects.filter(name_zh=name_zh.strip()).exists()
    refuse_if(objections_to_sector(name_zh, name_en, purpose, known=known))
    row = Sector.objects.create(
        number=next_number(Sector, "HY", on.year),
        name_zh=name_zh.strip(),
        name_en=name_en.strip(),
        purpose=purpose.strip(),
        opened_on=on,
    )
    return SectorOpened(row.number, row.name_zh)
