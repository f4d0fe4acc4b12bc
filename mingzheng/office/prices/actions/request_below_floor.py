"""Ask to quote below the floor 申请低于底价报价 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.prices import objections_to_asking_below
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import FloorException
from ..queries import floors


@dataclass(frozen=True)
class ExceptionAsked(Happened, kind="exception.asked", begins=True):
    number: str
    application: str
    per_day: Decimal


@action(Role.MARKET, clause="own procedure")
def request_below_floor(
    application: str, *, applicant: str, per_day: Decimal, reason: str, on: date, by: Actor
) -> ExceptionAsked:
    """CNY an auditor-day, for one application; it is quoted once a director approved."""
    floor = floors(on).first()
    asked = FloorException.objects.filter(application=application, state="asked").exists()
    refuse_if(objections_to_asking_below(per_day, floor, reason, asked=asked))
    row = FloorException.objects.create(
        number=next_number(FloorException, "DL", on.year),
        application=application,
        applicant=applicant.strip(),
        per_day=per_day,
        floor=floor or 0,
        reason=reason.strip(),
        asked_by=by.login,
        asked_on=on,
    )
    return ExceptionAsked(row.number, application, per_day)
