"""What waits on the desks of those who keep certificates."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standard_editions import EDITIONS

from .models import Certificate
from .queries import (
    certificates,
    expiring,
    open_decisions,
    open_decisions_about_certificates,
    should_be_suspended,
    to_evaluate_again,
    to_old_edition,
)


def _certificate(row: Certificate, due: date | None, why: str = "") -> Item:
    held = row.certification
    return Item(f"certificate:{row.number}", named(held.client), (held.standard,), due, why)


def _to_issue(row: Any, on: date) -> Item:
    held = row.certification
    return Item(f"issue:{row.number}", named(held.client), (held.standard,), why=f"queue-why.{row.act}")


def _to_execute(row: Any, on: date) -> Item:
    held, why = row.certification, f"queue-why.{row.act}"
    return Item(f"certificate:{row.certificate_number}", named(held.client), (held.standard,), why=why)


def _overdue(row: Any, on: date) -> Item:
    return _certificate(row, row.surveillance_due_on, "queue-why.decide-suspension")


def _suspended(row: Any, on: date) -> Item:
    ran_out = row.suspended_until < on
    why = "queue-why.decide-withdrawal" if ran_out else "queue-why.put-right"
    return _certificate(row, row.suspended_until, why)


def _to_evaluate(row: Any, on: date) -> Item:
    """Opened where it is begun: at the last evaluation. What was carried in has none yet."""
    item = _certificate(row, row.surveillance_due_on, "evaluation-purpose.surveillance")
    return replace(item, subject=f"evaluation:{row.evaluated}") if row.evaluated else item


def _expiring(row: Any, on: date) -> Item:
    return _certificate(row, row.expires_on)


@queue("certificates.to-issue", Role.CERTIFICATE_CLERK, item=_to_issue)
def to_issue(by: Actor, on: date) -> QuerySet[Decision]:
    """待制证: decided to certify or to renew, no certificate yet."""
    return open_decisions(DecisionAct.GRANT, DecisionAct.RENEW).order_by("decided_on", "pk")


@queue("certificates.to-execute", Role.CERTIFICATE_CLERK, item=_to_execute)
def to_execute(by: Actor, on: date) -> QuerySet[Decision]:
    """待执行: decided to suspend, restore, withdraw, extend or reduce; the certificate does not show it yet."""
    return open_decisions_about_certificates(*CERTIFICATE_ACTS).order_by("decided_on", "pk")


@queue("certificates.should-be-suspended", Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, item=_overdue)
def surveillance_overdue(by: Actor, on: date) -> QuerySet[Certificate]:
    """应暂停: the surveillance audit is overdue, and nobody has decided to suspend."""
    decided = open_decisions(DecisionAct.SUSPEND).filter(certification=OuterRef("certification"))
    rows = certificates(by=by).filter(~Exists(decided), should_be_suspended(on))
    return rows.order_by("surveillance_due_on", "pk")


@queue("certificates.suspension-ending", Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, item=_suspended)
def suspension_ending(by: Actor, on: date) -> QuerySet[Certificate]:
    """应撤销: a suspension that has run out or soon will, and nobody has decided what comes of it."""
    decided = open_decisions(DecisionAct.RESTORE, DecisionAct.WITHDRAW)
    return (
        certificates(by=by)
        .filter(
            ~Exists(decided.filter(certification=OuterRef("certification"))),
            status="suspended",
            suspended_until__lte=last_day("suspension_notice", on),
        )
        .order_by("suspended_until", "pk")
    )


@queue("certificates.expiring", Role.PROGRAMME_MANAGER, Role.MARKET, item=_expiring)
def expiring_without_renewal(by: Actor, on: date) -> QuerySet[Certificate]:
    """将到期: expires within 90 days, and nobody has decided to renew."""
    renewed = open_decisions(DecisionAct.RENEW).filter(certification=OuterRef("certification"))
    return certificates(by=by).filter(~Exists(renewed), expiring(on)).order_by("expires_on", "pk")


@queue("certificates.to-evaluate-again", Role.PROGRAMME_MANAGER, item=_to_evaluate)
def surveillance_coming(by: Actor, on: date) -> QuerySet[Certificate]:
    """待监督评价: a product, a service or social responsibility is due within 90 days; a system has its visit instead."""
    return to_evaluate_again(certificates(by=by), on).order_by("surveillance_due_on", "pk")


def _old(row: Certificate, on: date) -> Item:
    return _certificate(row, EDITIONS[row.edition].until)


@queue("certificates.old-edition", Role.PROGRAMME_MANAGER, Role.CERTIFICATE_CLERK, item=_old)
def old_editions(by: Actor, on: date) -> QuerySet[Certificate]:
    """To an edition of its standard that is no more: to be renewed, replaced or withdrawn."""
    return certificates(by=by).filter(to_old_edition(on)).order_by("expires_on", "pk")
