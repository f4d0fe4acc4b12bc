"""Somebody of the staff comes in and finds his work."""

import pytest

from mingzheng.rulebook.roles import Role
from tests.journeys.conftest import PHONE
from tests.rows import signed

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize("size", [None, PHONE])
def test_the_desk_opens_in_both_languages(visitor, person, transactional_db, size):
    wang = signed(person("wang", Role.PROGRAMME_MANAGER))
    more = {"size": size} if size else {}

    visitor(wang, **more).goes("/staff/").sees("工作台", "没有等您办理的事项")
    visitor(wang, language="en", **more).goes("/staff/").sees("Desk", "Nothing waits for you")
