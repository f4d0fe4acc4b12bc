"""What waits while two systems run side by side."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.roles import Role

from .models import TrialRun


def _run(row: TrialRun, on: date) -> Item:
    return Item(f"trial-run:{row.number}", row.system)


@queue("moving-in.trial-runs", Role.GENERAL_OFFICE, Role.DIRECTOR, item=_run)
def under_way(by: Actor, on: date) -> QuerySet[TrialRun]:
    """试运行中: to be compared, then concluded."""
    return TrialRun.objects.filter(concluded_on=None).order_by("begun_on", "pk")
