"""What waits: inspections to conclude and answer, findings to close, what management reviews asked for."""

from datetime import date

from django.db.models import Q, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.own_system import InspectionResult
from mingzheng.rulebook.roles import Role

from .models import Inspection, InternalAudit, InternalFinding, ReviewAction
from .queries import inspections_seen_by, internal_findings_open


def _inspection(row: Inspection, on: date) -> Item:
    why = "inspection.next.answer" if row.concluded_on else "inspection.next.conclude"
    return Item(f"inspection:{row.number}", row.authority, due=row.answer_due, why=why)


def _audit(row: InternalAudit, on: date) -> Item:
    return Item(f"internal-audit:{row.number}", row.scope, due=row.planned_on)


def _finding(row: InternalFinding, on: date) -> Item:
    return Item(f"internal-audit:{row.audit.number}", named(row.department, row.owner), due=row.due_on)


def _action(row: ReviewAction, on: date) -> Item:
    return Item(f"management-review:{row.review.number}", named(row.text[:30], row.owner), due=row.due_on)


@queue("quality.inspections", Role.QUALITY, item=_inspection)
def inspections(by: Actor, on: date) -> QuerySet[Inspection]:
    to_answer = Q(answered_on=None) & ~Q(result="") & ~Q(result=InspectionResult.CONFORMING)
    return inspections_seen_by(by).filter(Q(concluded_on=None) | to_answer).order_by("inspected_on")


@queue("quality.internal-audits", Role.QUALITY, item=_audit)
def internal_audits(by: Actor, on: date) -> QuerySet[InternalAudit]:
    """Planned and not held yet."""
    return InternalAudit.objects.filter(held_on=None).order_by("planned_on")


@queue("quality.internal-findings", Role.QUALITY, item=_finding)
def internal_findings(by: Actor, on: date) -> QuerySet[InternalFinding]:
    return internal_findings_open().order_by("due_on")


@queue("quality.review-actions", Role.QUALITY, Role.DIRECTOR, item=_action)
def review_actions(by: Actor, on: date) -> QuerySet[ReviewAction]:
    rows = ReviewAction.objects.filter(finished_on=None)
    return rows.select_related("review", "owner").order_by("due_on")
