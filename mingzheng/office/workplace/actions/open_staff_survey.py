"""Ask the staff how satisfied they are 发起员工满意度调查 (own procedure)."""

from dataclasses import asdict, dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.staff_survey import QUESTIONS, objections_to_asking
from mingzheng.rulebook.verdict import refuse_if

from ..models import StaffSurvey
from ..staff_voice import cuts_to_count


@dataclass(frozen=True)
class StaffAsked(Happened, kind="staff-survey.opened", begins=True):
    number: str
    ends_on: date


@action(Role.UNION, Role.GENERAL_OFFICE, clause="own procedure")
def open_staff_survey(*, ends_on: date, on: date, by: Actor) -> StaffAsked:
    """Once a year; `ends_on` is the last day to answer. The groups counted are fixed now."""
    number = f"YM{on.year}"
    refuse_if(objections_to_asking(ends_on, on, known=StaffSurvey.objects.filter(number=number).exists()))
    questions = [asdict(question) for question in QUESTIONS]
    StaffSurvey.objects.create(
        number=number, questions=questions, cuts=cuts_to_count(), opened_on=on, ends_on=ends_on
    )
    return StaffAsked(number, ends_on)
