"""Reading the library."""

from datetime import date

from django.db.models import Q, QuerySet

from .models import AccreditedScope, Body, Holiday


def body() -> Body:
    """The body itself. Raises Body.DoesNotExist before it has been described."""
    return Body.objects.get()


def in_force(on: date) -> QuerySet[AccreditedScope]:
    """The scope for which the body is accredited on a day, under all standards."""
    return AccreditedScope.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on)


def accredited_groups(standard: str, on: date) -> set[str]:
    """The two-digit groups for which the body is accredited under a standard on a day."""
    return set(in_force(on).filter(standard=standard).values_list("group", flat=True))


def calendar_overrides() -> dict[date, bool]:
    """Days the body entered itself: whether each is a working day."""
    return dict(Holiday.objects.values_list("day", "working"))
