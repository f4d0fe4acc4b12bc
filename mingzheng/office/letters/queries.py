"""Reading letters."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role

from .models import MOST_TRIES, Letter

READERS = (Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR)
STATES = {
    "stuck": Q(sent_on=None, tries__gte=MOST_TRIES),
    "waiting": Q(sent_on=None, tries__lt=MOST_TRIES),
    "sent": Q(sent_on__isnull=False),
}


def letters_for(by: Actor) -> QuerySet[Letter]:
    """The letters this person may look at."""
    everything = Letter.objects.all()
    return everything if any(by.holds(role) for role in READERS) else everything.none()


def to_send(at: datetime, limit: int = 200) -> list[Letter]:
    """The letters that may be sent off now, the oldest first."""
    ready = Q(next_try_at=None) | Q(next_try_at__lte=at)
    waiting = Letter.objects.filter(STATES["waiting"], ready)
    return list(waiting.order_by(F("next_try_at").asc(nulls_first=True), "pk")[:limit])


def cause_of(event: Event) -> str:
    """How a letter names the event it follows from."""
    return f"{event.subject}#{event.sequence}"


def is_answered(event: Event) -> bool:
    """Was a letter written because of this event?"""
    return Letter.objects.filter(cause=cause_of(event)).exists()


def locked(number: str) -> Letter:
    """The letter of this number, locked for an action. Raises Letter.DoesNotExist."""
    return Letter.objects.select_for_update().get(number=number)
