"""Issue the questions of the survey, or the script of a call-back 发布问卷或回访话术: a new version, the old ones stay."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Max

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.questionnaires import Form, Question, objections_to_questions
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Questionnaire


@dataclass(frozen=True)
class QuestionnaireIssued(Happened, kind="questionnaire.issued"):
    form: Form
    version: int
    questions: list[str]  # their codes


@action(Role.QUALITY, clause="ISO/IEC 17021-1:2015 10.2.5.2")
def issue_questionnaire(
    form: Form, questions: Sequence[Question], *, on: date, by: Actor
) -> QuestionnaireIssued:
    """Asked from today on; who was asked already keeps the version he was asked."""
    refuse_if(objections_to_questions(form, questions))
    last = Questionnaire.objects.filter(form=form).aggregate(last=Max("version"))["last"] or 0
    rows = [asdict(question) for question in questions]
    Questionnaire.objects.create(form=form, version=last + 1, questions=rows, valid_from=on)
    return QuestionnaireIssued(form, last + 1, [question.code for question in questions])
