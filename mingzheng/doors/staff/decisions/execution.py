"""What has come of a decision: the certificate it was carried out on, or the page on which the clerk does it."""

from typing import Any

from django.urls import reverse

from mingzheng.office.certificates.queries import (
    SCOPE_ACTS,
    open_decisions,
    open_decisions_about_certificates,
)
from mingzheng.office.decisions.models import Decision
from mingzheng.office.people.models import Person
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, DecisionAct
from mingzheng.rulebook.roles import Role


def carried_out(decision: Decision, by: Person) -> dict[str, Any]:
    """`waits` while it does; `next_page` where this reader may do it."""
    page = _page(decision)
    return {
        "waits": bool(page),
        "next_page": page if by.holds(Role.CERTIFICATE_CLERK) else "",
    }


def _page(decision: Decision) -> str:
    """Where a decision that waits is carried out; empty when there is nothing to do."""
    if open_decisions(DecisionAct.GRANT, DecisionAct.RENEW).filter(pk=decision.pk).exists():
        return reverse("staff:issue-certificate", args=[decision.number])
    waiting = open_decisions_about_certificates(*CERTIFICATE_ACTS).filter(pk=decision.pk).first()
    if waiting is None:
        return ""
    if waiting.act in SCOPE_ACTS:
        return reverse("staff:replace-certificate", args=[waiting.certificate_number])
    return reverse("staff:execute-decision", args=[waiting.certificate_number, waiting.act])
