"""Laws of the books about persons."""

from collections.abc import Iterator

from django.db.models import F, Q

from mingzheng.office.record.books import book

from .models import Employment


@book("the contracts of a person follow one another")
def _one_contract_at_a_time() -> Iterator[str]:
    later = Q(person__employments__first_day__gt=F("first_day"))
    within = Q(last_day=None) | Q(person__employments__first_day__lte=F("last_day"))
    overlapping = Employment.objects.filter(later & within).select_related("person").distinct()
    yield from (f"{one.person.login}: {one.number} overlaps a later contract" for one in overlapping)
