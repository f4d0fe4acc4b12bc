"""What goes when certifications end: their parts in visits still to begin, and visits left without a part."""

from collections.abc import Collection
from datetime import date

from .models import Certification, Visit, VisitPart


def end(certifications: Collection[int], on: date) -> list[str]:
    """End the certifications with these keys; return the numbers of the visits dropped with them."""
    if not certifications:
        return []
    Certification.objects.filter(pk__in=certifications).update(ended_on=on)
    to_come = VisitPart.objects.filter(
        certification__in=certifications, visit__begun_on=None, visit__dropped_on=None
    )
    visits = set(to_come.values_list("visit_id", flat=True))
    to_come.delete()
    left = Visit.objects.filter(pk__in=visits, parts=None)
    numbers = sorted(left.values_list("number", flat=True))
    Visit.objects.filter(number__in=numbers).update(dropped_on=on)
    return numbers
