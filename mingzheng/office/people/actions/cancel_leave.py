"""Cancel leave that was entered — ISO/IEC 17021-1:2015 9.2.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role

from ..models import Leave


@dataclass(frozen=True)
class LeaveCancelled(Happened, kind="person.leave-cancelled"):
    login: str
    first_day: date
    last_day: date


@action(Role.PROGRAMME_MANAGER, Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 9.2.2.1")
def cancel_leave(login: str, *, first_day: date, on: date, by: Actor) -> LeaveCancelled:
    leave = Leave.objects.select_for_update().get(person__login=login, first_day=first_day, cancelled_on=None)
    leave.cancelled_on = on
    leave.save(update_fields=["cancelled_on"])
    return LeaveCancelled(login, leave.first_day, leave.last_day)
