"""Save the draft of an application 保存申请草稿 — ISO/IEC 17021-1:2015 9.1.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import HANDED_IN_ALREADY, ApplicationStatus
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import Row, declare
from ..models import Application
from ..queries import locked


@dataclass(frozen=True)
class DraftSaved(Happened, kind="application.saved"):
    number: str
    fields: list[str]  # names of what changed


def objections(application: Application) -> list[Objection]:
    """Why this is no draft any more."""
    return [] if application.status == ApplicationStatus.DRAFT else [HANDED_IN_ALREADY]


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.1")
def save_draft(number: str, *, facts: Row, on: date, by: Actor) -> DraftSaved:
    """A draft may be incomplete; `facts` are fields of the application, an absent one stays as it was."""
    application = locked(number, by)
    refuse_if(objections(application))
    changed = declare(application, facts)
    application.save()
    return DraftSaved(number, changed)
