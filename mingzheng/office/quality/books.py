"""Laws of the books about the own system."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.rulebook.own_system import ReviewInput

from .models import InternalFinding, ManagementReview


@book("nobody closed his own finding of an internal audit")
def _verified_by_another() -> Iterator[str]:
    for finding in InternalFinding.objects.filter(closed_on__isnull=False).select_related("audit", "owner"):
        if finding.verified_by == finding.owner.login:
            yield f"{finding.audit.number} no. {finding.number} was closed by its owner"


@book("every management review looked at every input")
def _whole_reviews() -> Iterator[str]:
    for review in ManagementReview.objects.all():
        if missing := [one for one in ReviewInput if not review.inputs.get(one)]:
            yield f"{review.number} did not look at {', '.join(missing)}"
