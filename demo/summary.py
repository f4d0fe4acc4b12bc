"""What the demonstration came to, and whether it is as it should be."""

from typing import Any

from django.db.models import Count

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.programmes.models import Certification, Visit
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event

from .states import states
from .world import World


def summary(world: World) -> dict[str, Any]:
    """Counts, the states with what is in them, those that are empty, and what the books say."""
    found = states(world)
    return {
        "clients": Client.objects.count(),
        "certifications": Certification.objects.count(),
        "visits": Visit.objects.count(),
        "certificates": dict(
            Certificate.objects.values_list("status").annotate(Count("pk")).order_by("status")
        ),
        "events": Event.objects.count(),
        "objections_met": world.refusals,
        "books": check_the_books() or "ok",
        "missing": [name for name, count in found.items() if not count],
        "states": found,
    }


def is_fine(told: dict[str, Any]) -> bool:
    """Nothing is missing, the rulebook refused something, the books are in order."""
    return told["books"] == "ok" and not told["missing"] and told["objections_met"] > 0
