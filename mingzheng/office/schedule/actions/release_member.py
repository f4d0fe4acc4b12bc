"""Release a member from the team of a visit 撤换组员 (ISO/IEC 17021-1:2015 9.2.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..appointed import locked_appointment, untell
from ..models import Assignment, Booking, PlanLine


@dataclass(frozen=True)
class MemberReleased(Happened, kind="visit.member-released"):
    visit: str
    member: str
    reason: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.2")
def release_member(number: str, login: str, *, reason: str, on: date, by) -> MemberReleased:
    """His half days are free again, his lines leave the plan, and the client is to be told of the team anew."""
    visit, appointment = locked_appointment(number)
    member = Assignment.objects.filter(visit=visit, person__login=login).first()
    refuse_if(
        [
            *objections_to_changing(visit.state),
            *([] if member else [rules.NOT_ON_TEAM.because(person=login)]),
            *([] if reason.strip() else [rules.NO_REASON]),
        ]
    )
    of_member = {"visit": visit, "person__login": login}
    PlanLine.objects.filter(visit=visit, auditor__login=login).delete()
    Booking.objects.filter(**of_member).delete()
    Assignment.objects.filter(**of_member).delete()
    untell(appointment)
    return MemberReleased(number, login, reason.strip())
