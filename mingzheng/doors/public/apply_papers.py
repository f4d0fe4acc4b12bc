"""The papers of an application: those the applicant handed in, and those the body made out to him."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.contracts import papers
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.files.queries import papers_for
from mingzheng.office.record.actors import Applicant
from mingzheng.rulebook.contract_review import ApplicationStatus

PAPER_KINDS = [
    (kind, say_lazy(f"paper-kind.{kind}"))
    for kind in (
        "licence",
        "permit",
        "organisation",
        "manual",
        "compliance",
        "earlier_certificate",
        "signed_application",
        "other",
    )
]
TITLES = {
    "acceptance": t("受理通知书", "Notice of acceptance"),
    "refusal": t("不予受理通知书", "Notice of refusal"),
    "quotation": t("报价单", "Quotation"),
    "contract": t("认证合同（正本一，贵单位存）", "Contract (first original, yours)"),
    "contract-2": t("认证合同（正本二，我方存）", "Contract (second original, ours)"),
}


def handed_out(application: Application) -> list[dict[str, Any]]:
    """What the applicant handed in, as the list of files wants it."""
    return [
        {
            "url": reverse("public:application-paper", args=[application.token, paper.pk]),
            "name": paper.name,
            "size": paper.size,
            "on": paper.filed_on,
            "by": say_lazy(f"paper-kind.{paper.kind}"),
        }
        for paper in papers_for(Applicant(application.number), f"application:{application.number}")
    ]


def contract_of(application: Application) -> Contract | None:
    return Contract.objects.filter(application=application).select_related("client", "application").first()


def made_out(application: Application, contract: Contract | None) -> list[dict[str, Any]]:
    """What the body made out to the applicant so far."""
    names = []
    if application.status == ApplicationStatus.REFUSED:
        names = ["refusal"]
    if application.status == ApplicationStatus.ACCEPTED:
        names = ["acceptance", *(["quotation", "contract", "contract-2"] if contract else [])]
    return [
        {"name": TITLES[name], "url": reverse("public:application-document", args=[application.token, name])}
        for name in names
    ]


def pdf(application: Application, name: str, language: str) -> bytes:
    """One of those documents; 404 for one that does not exist for this application."""
    contract = contract_of(application)
    there = {document["url"].rstrip("/").rsplit("/", 1)[-1] for document in made_out(application, contract)}
    if name not in there:
        raise Http404
    match name, contract:
        case "quotation", Contract():
            return papers.quotation(contract, language)
        case (("contract" | "contract-2"), Contract()):
            return papers.contract_original(contract, 2 if name.endswith("2") else 1, language)
        case "refusal", _:
            return papers.refusal(application, language)
    return papers.acceptance(application, language)
