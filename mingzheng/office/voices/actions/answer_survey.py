"""Take the answers to a survey, from the client's link or a paper form 收回满意度调查 (ISO/IEC 17021-1:2015 10.2.5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from secrets import token_hex

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.questionnaires import ALREADY_ANSWERED, OWN_VISIT, objections_to_answers
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Survey
from ..sealing import sealed


@dataclass(frozen=True)
class SurveyAnswered(Happened, kind="survey.answered"):
    visit: str
    on_paper: bool
    answers_hash: str  # with the salt of the row it proves that the answers are those that came in


@action(Role.OUTSIDER, Role.QUALITY, clause="ISO/IEC 17021-1:2015 10.2.5.2")
def answer_survey(
    visit: str, answers: Mapping[str, int], *, comment: str = "", signed: str = "", on: date, by: Actor
) -> SurveyAnswered:
    """`answers`: question -> 1 to 5. A paper form is typed in by somebody who was not on the team."""
    survey = (
        Survey.objects.select_for_update(of=("self",))
        .select_related("questionnaire")
        .get(visit__number=visit)
    )
    on_paper = by.holds(Role.QUALITY)
    own = on_paper and Assignment.objects.filter(visit=survey.visit_id, person__login=by.login).exists()
    refuse_if([ALREADY_ANSWERED] if survey.answered_on else [OWN_VISIT] if own else [])
    refuse_if(objections_to_answers([question.code for question in survey.questions], answers))

    survey.answers, survey.comment, survey.signed = dict(answers), comment.strip(), signed.strip()
    survey.answered_on, survey.entered_by, survey.salt = on, by.login if on_paper else "", token_hex(16)
    survey.save()
    return SurveyAnswered(visit, on_paper, sealed(survey))
