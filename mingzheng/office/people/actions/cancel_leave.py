"""Cancel leave that was entered — ISO/IEC 17021-1:2015 9.2.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Leave


@dataclass(frozen=True)
class LeaveCancelled(Happened, kind="person.leave-cancelled"):
    login: str
    first_day: date
    last_day: date


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 9.2.2.1")
def cancel_leave(login: str, *, first_day: date, on: date, by: Actor) -> LeaveCancelled:
    """Everyone cancels his own; a programme manager or competence evaluator anyone's."""
    manages = by.holds(Role.PROGRAMME_MANAGER) or by.holds(Role.COMPETENCE_EVALUATOR)
    refuse_if(rules.objections_to_touching(may=manages or by.login == login))
    leave = Leave.objects.select_for_update().get(person__login=login, first_day=first_day, cancelled_on=None)
    leave.cancelled_on = on
    leave.save(update_fields=["cancelled_on"])
    return LeaveCancelled(login, leave.first_day, leave.last_day)
