"""Laws of the books about impartiality."""

from collections.abc import Iterator

from django.db.models import F

from mingzheng.office.record.books import book
from mingzheng.office.record.models import Event

from .models import Meeting, Risk


@book("a risk weighs what its last event says")
def _risks_weigh_what_was_said() -> Iterator[str]:
    told: dict[str, tuple[int, int]] = {}
    events = Event.objects.filter(kind__in=("risk.entered", "risk.reviewed")).order_by("id")
    for subject, facts in events.values_list("subject", "facts"):
        told[subject.partition(":")[2]] = (facts["likelihood"], facts["impact"])
    for risk in Risk.objects.all():
        if told.get(risk.number) != (risk.likelihood, risk.impact):
            yield f"{risk.number} weighs other than its last event says"


@book("nobody sits on a panel after his term")
def _terms() -> Iterator[str]:
    left = Meeting.objects.filter(present__ended_on__isnull=False, held_on__gt=F("present__ended_on"))
    for number, name in left.values_list("number", "present__name"):
        yield f"{name} was at {number} after he left"
