"""Ask people to give 发起捐赠 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_drive

from ..models import Drive


@dataclass(frozen=True)
class DriveOpened(Happened, kind="drive.opened", begins=True):
    number: str
    purpose: str
    receiver: str


@action(Role.UNION, clause="own procedure")
def open_drive(purpose: str, *, receiver: str, on: date, by: Actor) -> DriveOpened:
    refuse_if(objections_to_drive(purpose, receiver))
    row = Drive.objects.create(
        number=next_number(Drive, "JZ", on.year),
        purpose=purpose.strip(),
        receiver=receiver.strip(),
        opened_on=on,
    )
    return DriveOpened(row.number, row.purpose, row.receiver)
