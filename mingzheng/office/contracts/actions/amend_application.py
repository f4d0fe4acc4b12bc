"""Amend an application that was sent back with questions 补正申请 — ISO/IEC 17021-1:2015 9.1.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import NOTHING_ASKED, ApplicationStatus, Part
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import Row, declare
from ..lapsing import lapse
from ..models import Application
from ..queries import locked
from .submit_application import objections_to_contents


@dataclass(frozen=True)
class ApplicationAmended(Happened, kind="application.amended"):
    number: str
    fields: list[str]  # names of what changed
    lapsed: list[str]  # parts of the review that must be confirmed again


def objections(application: Application) -> list[Objection]:
    """Why what was handed in cannot be changed now."""
    return [] if application.status == ApplicationStatus.QUESTIONS else [NOTHING_ASKED]


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.2.1")
def amend_application(number: str, *, facts: Row, on: date, by: Actor) -> ApplicationAmended:
    """When anything changed, every confirmation and the audit time lapse: they rested on the old facts."""
    application = locked(number, by)
    refuse_if(objections(application))
    changed = declare(application, facts)
    refuse_if(objections_to_contents(application))
    lapsed = lapse(application, *Part, audit_time=True) if changed else []
    application.save()
    return ApplicationAmended(number, changed, lapsed)
