"""Send an application back with questions 退回补充 — ISO/IEC 17021-1:2015 9.1.2.1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import (
    QUESTION_EMPTY,
    ApplicationStatus,
    Part,
    objections_to_asking_or_refusing,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, refuse_if

from ..lapsing import lapse
from ..models import Application, Question
from ..queries import locked

ROLES = {Part.MARKET: Role.MARKET, Part.TECHNICAL: Role.TECHNICAL, Part.PROGRAMME: Role.PROGRAMME_MANAGER}


@dataclass(frozen=True)
class ApplicantAsked(Happened, kind="application.asked"):
    number: str
    name_zh: str
    part: str  # rulebook Part of who asks
    questions: int


def objections(application: Application, part: Part, by: Actor) -> list[Objection]:
    """Why this person cannot ask for this part of the review."""
    not_his = [] if by.holds(ROLES[part]) else [NOT_YOURS]
    return [*not_his, *objections_to_asking_or_refusing(application.status)]


@action(*ROLES.values(), clause="ISO/IEC 17021-1:2015 9.1.2.1")
def ask_applicant(
    number: str, *, part: Part, questions: Sequence[str], on: date, by: Actor
) -> ApplicantAsked:
    """Who asks has not made up his mind: what he confirmed for this part lapses."""
    application = locked(number, by)
    asked = [question.strip() for question in questions if question.strip()]
    refuse_if([*objections(application, part, by), *([] if asked else [QUESTION_EMPTY])])
    Question.objects.bulk_create(
        Question(application=application, part=part, text=text, asked_by=by.login, asked_on=on)
        for text in asked
    )
    lapse(application, part)
    application.status = ApplicationStatus.QUESTIONS
    application.save(update_fields=["status"])
    return ApplicantAsked(number, application.name_zh, part, len(asked))
