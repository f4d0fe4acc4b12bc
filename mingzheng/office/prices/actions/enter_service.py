"""Enter a service beside certification 登记其他服务 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.prices import IncomeKind, objections_to_service
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Service


@dataclass(frozen=True)
class ServiceEntered(Happened, kind="service.entered", begins=True):
    number: str
    name_zh: str
    kind: IncomeKind


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def enter_service(kind: IncomeKind, *, name_zh: str, name_en: str, on: date, by: Actor) -> ServiceEntered:
    """It is quoted once quality management gave it a class."""
    refuse_if(objections_to_service(name_zh, name_en, kind))
    row = Service.objects.create(
        number=next_number(Service, "FL", on.year),
        kind=kind,
        name_zh=name_zh.strip(),
        name_en=name_en.strip(),
        entered_on=on,
    )
    return ServiceEntered(row.number, row.name_zh, kind)
