"""Laws of the books about incoming mail."""

from collections.abc import Iterator

from django.core.files.storage import default_storage

from mingzheng.office.files.content import place
from mingzheng.office.record.books import book

from .models import Mail


@book("of every mail the message is kept as it came")
def _messages() -> Iterator[str]:
    for number, raw in Mail.objects.values_list("number", "raw"):
        if not default_storage.exists(place(raw)):
            yield f"{number} has lost its message"
