"""Who works here on a day of the telling."""

from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import Role


def staff() -> list[Person]:
    """Everybody, in the order of coming."""
    return list(Person.objects.filter(is_active=True).order_by("pk"))


def logged_in() -> list[Person]:
    """Everybody who does something in the system; who still learns to audit does not."""
    return [one for one in staff() if one.roles]


def who_audit() -> list[Person]:
    """Those sent out, and those who could be."""
    return [one for one in staff() if Role.AUDITOR in one.roles]
