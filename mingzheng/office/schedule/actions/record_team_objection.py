"""Record that the client objects to a member of the team 受审核方异议 (ISO/IEC 17021-1:2015 9.2.3.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..appointed import locked_appointment
from ..models import Assignment, TeamObjection


@dataclass(frozen=True)
class TeamObjected(Happened, kind="visit.team-objected"):
    visit: str
    member: str
    reason: str
    valid: bool


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.5")
def record_team_objection(number: str, login: str, *, reason: str, valid: bool, on: date, by) -> TeamObjected:
    """A valid objection keeps the person off this visit: he is to be released before the plan can go out."""
    visit, appointment = locked_appointment(number)
    on_team = Assignment.objects.filter(visit=visit, person__login=login).exists()
    refuse_if(
        [
            *objections_to_changing(visit.state),
            *([] if appointment.announced_on else [rules.NOT_ANNOUNCED]),
            *([] if on_team else [rules.NOT_ON_TEAM.because(person=login)]),
            *([] if reason.strip() else [rules.NO_REASON]),
        ]
    )
    person = Person.objects.get(login=login)
    TeamObjection.objects.create(visit=visit, person=person, reason=reason.strip(), valid=valid, raised_on=on)
    return TeamObjected(number, login, reason.strip(), valid)
