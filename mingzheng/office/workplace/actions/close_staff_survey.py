"""Close the survey of the staff, so that what it says may be seen 结束员工满意度调查 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.staff_survey import objections_to_closing
from mingzheng.rulebook.verdict import refuse_if

from ..models import StaffSurvey
from ..staff_voice import ALL, asked_in, keep_what_may_be_shown


@dataclass(frozen=True)
class StaffSurveyClosed(Happened, kind="staff-survey.closed"):
    number: str
    took: int
    staff: int


@action(Role.UNION, Role.GENERAL_OFFICE, clause="own procedure")
def close_staff_survey(number: str, *, on: date, by: Actor) -> StaffSurveyClosed:
    """After its last day: how many answered of how many. Of groups too small to be shown no marks are kept."""
    row = StaffSurvey.objects.select_for_update().get(number=number)
    refuse_if(objections_to_closing(row.ends_on, on, closed=row.closed_on is not None))
    row.asked, row.closed_on = dict(asked_in(row)), on
    row.staff = row.asked.get(f"{ALL}:", 0)
    keep_what_may_be_shown(row)
    row.save(update_fields=["cuts", "asked", "closed_on", "staff"])
    return StaffSurveyClosed(number, row.took, row.staff)
