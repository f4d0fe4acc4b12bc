"""Accept an application 受理申请 — ISO/IEC 17021-1:2015 9.1.2.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.actions.open_client import open_client
from mingzheng.office.library.selling import objections_to_selling
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.application import objections_to_accepting
from mingzheng.rulebook.contract_review import ApplicationStatus, objections_to_concluding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application
from ..queries import acceptance_facts, locked, reviewers_of


@dataclass(frozen=True)
class ApplicationAccepted(Happened, kind="application.accepted"):
    number: str
    name_zh: str
    client: str  # its code
    new_client: bool


def objections(application: Application, on: date) -> list[Objection]:
    """What the review still lacks, and what the rulebook says against this applicant or these schemes on this day."""
    timed = list(application.audit_times.values_list("standard", flat=True))
    return [
        *objections_to_concluding(
            application.status, reviewers_of(application), timed, application.standards
        ),
        *objections_to_accepting(acceptance_facts(application, on), on),
        *objections_to_selling(application.standards, on),
    ]


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.1.2.2")
def accept_application(number: str, *, on: date, by: Actor) -> ApplicationAccepted:
    """The applicant becomes a client, or is known already by his code; two actions, one transaction."""
    application = locked(number, by)
    refuse_if(objections(application, on))
    if not application.known:
        _open(application, on, by)
    application.status, application.concluded_on = ApplicationStatus.ACCEPTED, on
    application.save(update_fields=["status", "concluded_on"])
    return ApplicationAccepted(number, application.name_zh, application.uscc, not application.known)


def _open(application: Application, on: date, by: Actor) -> None:
    same = ("name_zh", "name_en", "address_zh", "address_en", "legal_representative")
    contact = {
        "name": application.contact_name,
        "phone": application.contact_phone,
        "email": application.contact_email,
    }
    facts: dict[str, object] = {name: getattr(application, name) for name in same}
    facts["employees"] = sum(int(row["count"]) for row in application.personnel)
    open_client(application.uscc, facts=facts, sites=application.sites, contacts=[contact], on=on, by=by)
