"""Enter days on which a person is not available — ISO/IEC 17021-1:2015 9.2.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Leave
from ..queries import locked_person


@dataclass(frozen=True)
class LeaveEntered(Happened, kind="person.leave-entered"):
    login: str
    first_day: date
    last_day: date


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 9.2.2.1")
def enter_leave(
    login: str, *, first_day: date, last_day: date, reason: str = "", on: date, by: Actor
) -> LeaveEntered:
    """Everyone enters his own; a programme manager or competence evaluator anyone's."""
    person = locked_person(login)
    manages = by.holds(Role.PROGRAMME_MANAGER) or by.holds(Role.COMPETENCE_EVALUATOR)
    refuse_if(rules.objections_to_leave(first_day, last_day, may=manages or by.login == login))
    Leave.objects.create(person=person, first_day=first_day, last_day=last_day, reason=reason)
    return LeaveEntered(login, first_day, last_day)
