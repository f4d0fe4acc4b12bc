"""Reading the library."""

from datetime import date

from django.db.models import Q

from .models import AccreditedScope, Body, Holiday


def body() -> Body:
    """The body itself. Raises Body.DoesNotExist before it has been described."""
    return Body.objects.get()


def accredited_groups(standard: str, on: date) -> set[str]:
    """The two-digit groups for which the body is accredited under a standard on a day."""
    in_force = AccreditedScope.objects.filter(standard=standard, valid_from__lte=on)
    return set(in_force.filter(Q(valid_until=None) | Q(valid_until__gte=on)).values_list("group", flat=True))


def calendar_overrides() -> dict[date, bool]:
    """Days the body entered itself: whether each is a working day."""
    return dict(Holiday.objects.values_list("day", "working"))
