"""办理时长: how long applications, complaints and appeals took, by the tier and the size of the client (ISO/IEC 17021-1 5.2.2)."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet

from mingzheng.office.clients.queries import tier_on
from mingzheng.office.contracts.models import Application
from mingzheng.rulebook.client_tiers import Handled, Matter, Tier, size_of
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.voices import CaseKind

from .models import Case

ANSWERED = (ApplicationStatus.ACCEPTED, ApplicationStatus.REFUSED)


def handled(first: date, last: date) -> list[Handled]:
    """Whatever was answered from a day to a day; the tier is that of the day on which it came in."""
    return [
        *(_matter(Matter.APPLICATION, row, row.submitted_on, row.concluded_on, _declared(row)) for row in applications(first, last)),
        *(_matter(Matter.CASE, row, row.received_on, row.answered_on, row.client.employees) for row in cases(first, last)),
    ]  # fmt: skip


def applications(first: date, last: date) -> QuerySet[Any]:
    """Applications accepted or refused, each with its `tier`."""
    rows = Application.objects.filter(
        status__in=ANSWERED, submitted_on__isnull=False, concluded_on__range=(first, last)
    )
    return rows.annotate(tier=tier_on("submitted_on", client__uscc=OuterRef("uscc")))


def cases(first: date, last: date) -> QuerySet[Any]:
    """Complaints and appeals of clients answered, each with its `tier`."""
    rows = Case.objects.exclude(kind=CaseKind.REPORT).filter(
        client__isnull=False, answered_on__range=(first, last)
    )
    return rows.select_related("client").annotate(tier=tier_on("received_on", client=OuterRef("client")))


def _declared(row: Application) -> int | None:
    """How many people the applicant declared."""
    counts = [int(one["count"]) for one in row.personnel if one.get("count")]
    return sum(counts) if counts else None


def _matter(matter: Matter, row: Any, came: date, answered: date, people: int | None) -> Handled:
    return Handled(matter, Tier(row.tier), size_of(people), (answered - came).days)
