"""Withdraw an application 撤回申请 — ISO/IEC 17021-1:2015 9.1.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import CONCLUDED, SIGNED_ALREADY, ApplicationStatus
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application, Contract
from ..queries import locked

ENDED = (ApplicationStatus.REFUSED, ApplicationStatus.WITHDRAWN)


@dataclass(frozen=True)
class ApplicationWithdrawn(Happened, kind="application.withdrawn"):
    number: str
    name_zh: str
    was: str  # the status it had


def objections(application: Application) -> list[Objection]:
    """Why it is too late to withdraw."""
    if application.status in ENDED:
        return [CONCLUDED]
    signed = Contract.objects.filter(application=application, signed_on__isnull=False).exists()
    return [SIGNED_ALREADY] if signed else []


@action(Role.APPLICANT, Role.MARKET, clause="ISO/IEC 17021-1:2015 9.1.1")
def withdraw_application(number: str, *, on: date, by: Actor) -> ApplicationWithdrawn:
    """By the applicant, or at his word by market. A contract offered but not signed ends with it."""
    application = locked(number, by)
    refuse_if(objections(application))
    was, application.status, application.concluded_on = application.status, ApplicationStatus.WITHDRAWN, on
    application.save(update_fields=["status", "concluded_on"])
    Contract.objects.filter(application=application, ended_on=None).update(ended_on=on)
    return ApplicationWithdrawn(number, application.name_zh, was)
