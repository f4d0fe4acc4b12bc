"""Laws of the books about what the body answers for."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.rulebook.publicity import Medium

from .models import Look, Weight


@book("only a public commitment is said to be kept")
def _commitments() -> Iterator[str]:
    for look in Look.objects.select_related("item"):
        item = look.item
        if item.medium != Medium.COMMITMENT or not item.published_on or item.published_on > look.looked_on:
            yield f"{item.number} was looked at on {look.looked_on}"


@book("a weight is called by its year and its issue")
def _weights() -> Iterator[str]:
    for row in Weight.objects.all():
        if row.number != f"{row.year}-{row.issue}":
            yield f"{row.number} is of {row.year} and {row.issue}"
