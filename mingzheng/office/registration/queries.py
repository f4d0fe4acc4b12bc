"""Reading registrations."""

from collections.abc import Collection

from .models import Registration


def numbers_of(people: Collection[int]) -> dict[int, dict[str, str]]:
    """The latest registration number of each person (by key) for each standard."""
    found: dict[int, dict[str, str]] = {}
    rows = Registration.objects.filter(person__in=people).order_by("valid_until")
    for person, standard, number in rows.values_list("person_id", "standard", "number"):
        found.setdefault(person, {})[standard] = number
    return found
