"""Enter a holiday or a working weekend that the public calendar does not know yet."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role

from ..models import Holiday


@dataclass(frozen=True)
class HolidayEntered(Happened, kind="holiday.entered"):
    day: date
    working: bool
    name: str


@action(Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.3")
def enter_holiday(day: date, *, working: bool, name: str = "", on: date, by: Actor) -> HolidayEntered:
    Holiday.objects.update_or_create(day=day, defaults={"working": working, "name": name})
    return HolidayEntered(day, working, name)
