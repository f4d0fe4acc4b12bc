"""Ask the client of a visit what he thinks, after the closing meeting 发出满意度调查 (ISO/IEC 17021-1:2015 10.2.5.2)."""

from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.questionnaires import ALREADY_SENT, NOT_CLOSED, Form
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Survey
from ..queries import questionnaire_on


@dataclass(frozen=True)
class SurveySent(Happened, kind="survey.sent"):
    visit: str
    version: int  # of the questionnaire


@action(Role.CLOCK, Role.QUALITY, clause="ISO/IEC 17021-1:2015 10.2.5.2")
def send_survey(visit: str, *, on: date, by: Actor) -> SurveySent:
    """The secret of the link stands in the row (`token`), never in the record."""
    held = Visit.objects.select_for_update().get(number=visit)
    refuse_if([] if held.held_on else [NOT_CLOSED])
    refuse_if([ALREADY_SENT] if Survey.objects.filter(visit=held).exists() else [])
    survey = Survey.objects.create(
        visit=held, token=token_urlsafe(32), sent_on=on, questionnaire=questionnaire_on(Form.SURVEY, on)
    )
    return SurveySent(visit, survey.version)
