"""Record what was done to develop a sector: 调研, 培养审核员, 文件准备 (ISO/IEC 17021-1:2015 7.1.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_sectors import COMPETENT_FIRST, SectorStep, objections_to_step
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Sector


@dataclass(frozen=True)
class SectorStepRecorded(Happened, kind="sector.step-recorded"):
    number: str
    step: SectorStep
    what: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=COMPETENT_FIRST)
def record_sector_step(
    number: str, *, step: SectorStep, done_on: date, what: str, on: date, by: Actor
) -> SectorStepRecorded:
    """One record more of the project."""
    row = Sector.objects.select_for_update().get(number=number)
    refuse_if(objections_to_step(what, later=done_on > on))
    row.records.create(step=step, done_on=done_on, what=what.strip())
    return SectorStepRecorded(number, step, what.strip())
