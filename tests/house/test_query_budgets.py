"""Desk and lists keep to their budget of database queries, and ask no more when there is more to show."""

import json
from pathlib import Path

import pytest
from django.db import transaction

from bench.asking import queries, readers
from bench.body import fill, staff

BUDGETS = json.loads((Path(__file__).parent / "query_budgets.json").read_text())
Asked = dict[str, dict[str, int]]
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


@pytest.fixture(scope="module")
def asked(django_db_setup, django_db_blocker) -> list[Asked]:
    """What each page asks of whoever opens it, before and after half as much again is laid in without events."""
    with django_db_blocker.unblock(), transaction.atomic():
        people, counted = staff(), list[Asked]()
        for more in (120, 60):  # enough that something waits in every queue it fills
            fill(more)
            counted.append(
                {page: {one.login: queries(page, one) for one in readers(page, people)} for page in BUDGETS}
            )
        transaction.set_rollback(True)
    return counted


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_keeps_to_its_budget_of_queries_whatever_it_shows(asked, page):
    before, after = (counted[page] for counted in asked)
    assert max(after.values()) <= BUDGETS[page], after
    assert all(after[login] <= before[login] for login in after), (before, after)
