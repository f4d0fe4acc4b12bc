"""Who answers for what is done at the terminal."""

from django.core.management.base import CommandError

from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import holders_of
from mingzheng.rulebook.roles import Role

NOBODY = (
    "还没有系统管理员，这件事须有人负责。请先建立：mingzheng administrator 登录名 姓名\n"
    "There is no administrator yet, and this needs somebody who answers for it. "
    "Make one first: mingzheng administrator LOGIN NAME"
)


def administrator_named(login: str | None) -> Person:
    """The administrator of this login, or the first there is. Raises CommandError."""
    holders = sorted(holders_of(Role.ADMINISTRATOR), key=lambda person: person.pk)
    if not holders:
        raise CommandError(NOBODY)
    if login is None:
        return holders[0]
    if found := [person for person in holders if person.login == login]:
        return found[0]
    raise CommandError(f"{login} 不是系统管理员 / {login} is not an administrator")
