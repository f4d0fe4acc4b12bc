"""Enter what a room was found set to 空调温度巡查 (国办发〔2007〕42号)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.footprint import Season, objections_to_day, objections_to_temperature
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import TemperatureCheck


@dataclass(frozen=True)
class TemperatureChecked(Happened, kind="temperature.checked", begins=True):
    number: str
    season: Season
    degrees: Decimal
    conforming: bool


@action(Role.GENERAL_OFFICE, clause="GBF 2007/42")
def check_temperature(
    season: Season, *, degrees: Decimal, place: str, checked_on: date, on: date, by: Actor
) -> TemperatureChecked:
    """What is found is entered as it is; the rule says whether it conforms."""
    refuse_if(objections_to_day(checked_on, on))
    row = TemperatureCheck.objects.create(
        number=next_number(TemperatureCheck, "WD", on.year),
        checked_on=checked_on,
        place=place.strip(),
        season=season,
        degrees=degrees,
        conforming=not objections_to_temperature(season, degrees),
    )
    return TemperatureChecked(row.number, season, degrees, row.conforming)
