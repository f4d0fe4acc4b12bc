"""What must be true of the papers."""

from collections.abc import Iterator

from django.core.files.storage import default_storage

from mingzheng.office.record.books import book

from .content import place
from .models import Paper


@book("a filed paper lies in storage, whole")
def _papers_are_there() -> Iterator[str]:
    for paper in Paper.objects.order_by("id").iterator(chunk_size=2000):
        there = default_storage.exists(place(paper.sha256))
        if not there or default_storage.size(place(paper.sha256)) != paper.size:
            yield f"{paper} ({paper.sha256[:12]}) is missing or cut short"
