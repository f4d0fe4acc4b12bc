"""Answer a refusal 对不予受理的意见 — ISO/IEC 17021-1:2015 9.1.2.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import (
    ANSWER_MISSING,
    ANSWERED_ALREADY,
    NOT_REFUSED,
    ApplicationStatus,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application
from ..queries import locked


@dataclass(frozen=True)
class RefusalAnswered(Happened, kind="application.refusal-answered"):
    number: str
    name_zh: str


def objections(application: Application) -> list[Objection]:
    """Why there is nothing to answer."""
    if application.status != ApplicationStatus.REFUSED:
        return [NOT_REFUSED]
    return [ANSWERED_ALREADY] if application.applicants_answer else []


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.2.2")
def answer_refusal(number: str, *, answer: str, on: date, by: Actor) -> RefusalAnswered:
    """The applicant's own words are kept with the refusal; they do not reopen the application."""
    application = locked(number, by)
    refuse_if([*objections(application), *([] if answer.strip() else [ANSWER_MISSING])])
    application.applicants_answer = answer.strip()
    application.save(update_fields=["applicants_answer"])
    return RefusalAnswered(number, application.name_zh)
