"""End the use of an accreditation mark 停用认可标志 — ISO/IEC 17021-1:2015 8.3. Certificates issued later do not show it."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import objections_to_ending_mark
from mingzheng.rulebook.verdict import refuse_if

from ..models import AccreditationMark


@dataclass(frozen=True)
class MarkEnded(Happened, kind="accreditation-mark.ended"):
    number: str
    valid_until: date


@action(Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.3")
def end_mark(number: str, *, valid_until: date, on: date, by: Actor) -> MarkEnded:
    """`valid_until` is the last day it is used. Raises AccreditationMark.DoesNotExist."""
    mark = AccreditationMark.objects.select_for_update().get(number=number)
    refuse_if(objections_to_ending_mark(mark.valid_from, mark.valid_until, valid_until))
    mark.valid_until = valid_until
    mark.save(update_fields=["valid_until"])
    return MarkEnded(number, valid_until)
