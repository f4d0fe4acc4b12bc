"""Reading the record."""

from collections.abc import Iterable

from django.db.models import QuerySet

from .models import Event

PEOPLE = ("login", "person", "member", "mentor", "witness", "handler")  # facts that are logins


def timeline(*subjects: str) -> QuerySet[Event]:
    """What happened to these subjects, the latest first."""
    return Event.objects.filter(subject__in=subjects).order_by("-on", "-at", "-id")


def logins_in(events: Iterable[Event]) -> set[str]:
    """Who did what these events tell, and of whom they tell it."""
    told = {
        fact for one in events for name, fact in one.facts.items() if name in PEOPLE and isinstance(fact, str)
    }
    return {one.by for one in events} | told


def done_by(login: str) -> QuerySet[Event]:
    """已办: what this person did, the latest first."""
    return Event.objects.filter(by=login).order_by("-at", "-id")
