"""Reading clients."""

from django.db.models import Q, QuerySet

from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

from ..record.actors import Actor
from .models import Client
from .names import plain

READERS = tuple(
    role for role in HELD_BY_PERSONS if role is not Role.AUDITOR
)  # auditors see clients in their visits


def clients_for(by: Actor) -> QuerySet[Client]:
    """The clients this person may look at: the office sees all of them."""
    everything = Client.objects.order_by("name_zh", "id")
    return everything if any(by.holds(role) for role in READERS) else everything.none()


def found_by(text: str) -> Q:
    """Clients whose name, earlier name, pinyin, initials or code contain `text`."""
    found = Q(pinyin__contains=plain(text)) | Q(name_en__icontains=text.strip())
    return found | Q(uscc__icontains=text.strip()) if text.isascii() else found
