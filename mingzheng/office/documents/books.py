"""Laws of the books about own documents."""

from collections.abc import Iterator

from django.db.models import F

from mingzheng.office.record.books import book

from .models import Version


@book("of a document one version is in force at a time")
def _one_at_a_time() -> Iterator[str]:
    later = Version.objects.filter(
        document__versions__number__gt=F("number"),
        document__versions__approved_on__isnull=False,
        approved_on__isnull=False,
        ended_on=None,
    )
    for version in later.select_related("document").distinct():
        yield f"{version.document} version {version.number} did not end when the next one was approved"
