"""Hand in an application 提交认证申请 — ISO/IEC 17021-1:2015 9.1.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.application import objections_to_submitting
from mingzheng.rulebook.contract_review import HANDED_IN_ALREADY, ApplicationStatus
from mingzheng.rulebook.effective_personnel import objections_to_groups
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import personnel_groups, submission
from ..models import Application
from ..queries import has_paper, locked


@dataclass(frozen=True)
class ApplicationSubmitted(Happened, kind="application.submitted"):
    number: str
    name_zh: str
    standards: list[str]


def objections(application: Application) -> list[Objection]:
    """What keeps the application from being handed in."""
    if application.status != ApplicationStatus.DRAFT:
        return [HANDED_IN_ALREADY]
    return objections_to_contents(application)


def objections_to_contents(application: Application) -> list[Objection]:
    """What is missing or wrong in what the applicant filled in."""
    facts = submission(application, legal_status_attached=has_paper(application, "licence"))
    code = objections_to_social_credit_code(application.uscc) if application.uscc else []
    people = objections_to_groups(personnel_groups(application)) if application.personnel else []
    return [*objections_to_submitting(facts), *code, *people]


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.1")
def submit_application(number: str, *, on: date, by: Actor) -> ApplicationSubmitted:
    application = locked(number, by)
    refuse_if(objections(application))
    application.status, application.submitted_on = ApplicationStatus.SUBMITTED, on
    application.save(update_fields=["status", "submitted_on"])
    return ApplicationSubmitted(number, application.name_zh, application.standards)
