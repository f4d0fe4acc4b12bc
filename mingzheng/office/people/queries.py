"""Reading persons."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.rulebook.roles import Role

from .models import Person


def holders_of(role: Role) -> list[Person]:
    """Everyone who holds a role and may act. Roles are a short list in one column, so they are picked here."""
    return [person for person in Person.objects.filter(is_active=True) if role in person.roles]


def staff() -> QuerySet[Person]:
    """Everyone, with what a card shows."""
    return Person.objects.prefetch_related("registrations", "competences").order_by("login")


def expiring_registrations(on: date, until: date) -> QuerySet[Person]:
    """Persons with a registration that runs out between two days."""
    return Person.objects.filter(is_active=True, registrations__valid_until__range=(on, until)).distinct()
