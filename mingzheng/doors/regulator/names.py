"""What people are called in the room."""

from collections.abc import Iterable

from mingzheng.doors.frame.two import called
from mingzheng.office.people.models import Person


def names_for(logins: Iterable[str]) -> dict[str, str]:
    """The names by their logins, as the reader knows them."""
    return {one.login: called(one) for one in Person.objects.filter(login__in=set(logins))}
