"""Enter that what was given was handed over 移交捐款 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_closing_drive

from ..models import Drive
from ..queries import drives


@dataclass(frozen=True)
class DriveClosed(Happened, kind="drive.closed"):
    number: str
    handed_over: Decimal
    receipt: str


@action(Role.UNION, clause="own procedure")
def close_drive(number: str, *, handed_over: Decimal, receipt: str, on: date, by: Actor) -> DriveClosed:
    """To the fen what was given, against a receipt."""
    drive = Drive.objects.select_for_update().get(number=number)
    given = drives().get(number=number).given
    refuse_if(objections_to_closing_drive(handed_over, given, receipt, closed=bool(drive.closed_on)))
    drive.handed_over, drive.receipt, drive.closed_on = handed_over, receipt.strip(), on
    drive.save(update_fields=["handed_over", "receipt", "closed_on"])
    return DriveClosed(number, handed_over, drive.receipt)
