"""Laws of the books about the workplace."""

from collections.abc import Iterator

from mingzheng.office.record.books import book

from .models import Activity
from .queries import drives


@book("what a drive handed over is what was given")
def _receipts() -> Iterator[str]:
    for drive in drives().exclude(closed_on=None):
        if drive.given != drive.handed_over:
            yield f"{drive.number} handed over {drive.handed_over}, {drive.given} were given"


@book("everybody at an activity is counted once")
def _participants() -> Iterator[str]:
    for activity in Activity.objects.prefetch_related("participants"):
        if activity.n != len(activity.participants.all()):
            yield f"{activity.number} counts {activity.n}"
