"""Laws of the books about moving in."""

from collections.abc import Iterator

from mingzheng.office.record.books import book

from .models import Import


@book("of every import each row refused is named, and each row taken has its key")
def _rows() -> Iterator[str]:
    for row in Import.objects.all():
        if (len(row.refusals), len(row.keys)) != (row.refused, row.taken + row.mended):
            yield f"{row.number} names {len(row.refusals)} of {row.refused}, {len(row.keys)} of {row.taken + row.mended}"
