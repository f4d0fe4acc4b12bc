"""Answer the reviewers' questions 答复评审问题 — ISO/IEC 17021-1:2015 9.1.2.1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import ANSWER_MISSING, NOTHING_ASKED, ApplicationStatus
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application, Question
from ..queries import locked


@dataclass(frozen=True)
class QuestionsAnswered(Happened, kind="application.answered"):
    number: str
    answers: int


def objections(application: Application, answers: Sequence[str], asked: int) -> list[Objection]:
    """Why the application cannot go back to the reviewers with these answers."""
    if application.status != ApplicationStatus.QUESTIONS:
        return [NOTHING_ASKED]
    given = sum(1 for answer in answers if answer.strip())
    return [ANSWER_MISSING] if given < asked or len(answers) != asked else []


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.2.1")
def answer_questions(number: str, *, answers: Sequence[str], on: date, by: Actor) -> QuestionsAnswered:
    """One answer for each open question, in the order they were asked; then the review goes on."""
    application = locked(number, by)
    asked = list(application.questions.filter(answered_on=None).order_by("id"))
    refuse_if(objections(application, answers, len(asked)))
    for question, answer in zip(asked, answers, strict=True):
        question.answer, question.answered_on = answer.strip(), on
    Question.objects.bulk_update(asked, ["answer", "answered_on"])
    application.status = ApplicationStatus.SUBMITTED
    application.save(update_fields=["status"])
    return QuestionsAnswered(number, len(asked))
