"""Laws of the books about reports."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.office.record.models import Event

from .models import Duty
from .queries import digest_of


@book("what was sent to the regulator is what the record says was sent")
def _sent_as_told() -> Iterator[str]:
    told: dict[str, str] = {}
    for subject, facts in (
        Event.objects.filter(kind="return.sent").order_by("id").values_list("subject", "facts")
    ):
        told[subject] = facts["digest"]
    for duty in Duty.objects.exclude(sent_on=None):
        if not told.get(f"return:{duty.number}") == duty.digest == digest_of(duty.rows):
            yield f"{duty.number} was sent otherwise"
