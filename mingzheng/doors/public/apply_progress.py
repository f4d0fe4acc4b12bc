"""How far an application is, in the applicant's words."""

from typing import Any

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.contracts.actions import answer_refusal, withdraw_application
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.record.models import Event
from mingzheng.office.record.queries import timeline
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.verdict import Objection

from .apply_papers import contract_of, handed_out, made_out

SHOWN = (
    "application.begun",
    "application.submitted",
    "application.asked",
    "application.answered",
    "application.amended",
    "application.accepted",
    "application.refused",
    "application.refusal-answered",
    "application.withdrawn",
    "contract.offered",
    "contract.signed",
)  # the reviewers' own steps are the body's


def progress(application: Application) -> dict[str, Any]:
    """Everything the progress page shows."""
    contract = contract_of(application)
    events = _events(application, contract)
    own = f"applicant:{application.number}"
    return {
        "application": application,
        "status": say_lazy(f"application-status.{application.status}"),
        "steps": steps(application, contract),
        "questions": application.questions.filter(answered_on=None).order_by("id"),
        "answered": application.questions.exclude(answered_on=None).order_by("-id"),
        "rules": [Objection(**row) for row in application.refusal_objections],
        "may_answer": not answer_refusal.objections(application),
        "may_withdraw": not withdraw_application.objections(application),
        "papers": handed_out(application),
        "documents": made_out(application, contract),
        "events": events,
        "names": {
            event.by: t("申请方", "Applicant")
            if event.by in (own, "applicant:new")
            else t("认证机构", "Certification body")
            for event in events
        },
    }


def _events(application: Application, contract: Contract | None) -> list[Event]:
    subjects = [f"application:{application.number}", *([f"contract:{contract.number}"] if contract else [])]
    return list(timeline(*subjects).filter(kind__in=SHOWN))


def steps(application: Application, contract: Contract | None) -> list[dict[str, Any]]:
    """Filled in, reviewed, accepted, contract, audit: what is done and what is under way."""
    labels = [
        t("填写申请", "Application"),
        t("申请评审", "Review"),
        t("受理", "Acceptance"),
        t("签订合同", "Contract"),
        t("安排审核", "Audit"),
    ]
    reached = _reached(application, contract)
    return [
        {"label": label, "state": "done" if place < reached else "now" if place == reached else "to-come"}
        for place, label in enumerate(labels)
    ]


def _reached(application: Application, contract: Contract | None) -> int:
    if application.status == ApplicationStatus.ACCEPTED:
        return 4 if contract and contract.signed_on else 3
    if application.submitted_on is None:
        return 0
    return 2 if application.status == ApplicationStatus.REFUSED else 1
