"""Laws of the books about what is said in public."""

from collections.abc import Iterator

from mingzheng.office.record.books import book

from .queries import published_unapproved


@book("nothing is published without the approval of two")
def _approved_by_two() -> Iterator[str]:
    for item in published_unapproved():
        yield f"{item.number} was published without two approvals"
