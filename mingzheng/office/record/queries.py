"""Reading the record."""

from django.db.models import QuerySet

from .models import Event


def timeline(*subjects: str) -> QuerySet[Event]:
    """What happened to these subjects, the latest first."""
    return Event.objects.filter(subject__in=subjects).order_by("-on", "-at", "-id")


def done_by(login: str) -> QuerySet[Event]:
    """已办: what this person did, the latest first."""
    return Event.objects.filter(by=login).order_by("-at", "-id")
