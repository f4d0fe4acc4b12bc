"""What must be true of every programme."""

from collections.abc import Iterator

from django.db.models import F, Q

from mingzheng.office.record.books import book

from .models import Visit, VisitPart


@book("a visit is for certifications of its own client, in their own cycles")
def _parts_belong() -> Iterator[str]:
    strange = VisitPart.objects.exclude(
        Q(certification__client=F("visit__client")) & Q(cycle__certification=F("certification"))
    )
    for number in strange.values_list("visit__number", flat=True):
        yield f"visit {number} has a part that is not its client's"


@book("a visit to come is for at least one standard")
def _no_empty_visit() -> Iterator[str]:
    for number in Visit.objects.filter(dropped_on=None, parts=None).values_list("number", flat=True):
        yield f"visit {number} is for nothing"
