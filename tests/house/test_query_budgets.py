"""Desk and lists keep to their budget of database queries, and ask no more when there is more to show."""

import json
from pathlib import Path

import pytest

from bench.asking import queries, readers
from bench.body import fill, staff

BUDGETS = json.loads((Path(__file__).parent / "query_budgets.json").read_text())
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.broken_books,
    pytest.mark.slow,
]  # rows laid in without events


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_keeps_to_its_budget_of_queries_whatever_it_shows(page):
    people = staff()
    fill(120)  # enough that something waits in every queue it fills
    before = {one.login: queries(page, one) for one in readers(page, people)}
    fill(60)
    after = {one.login: queries(page, one) for one in readers(page, people)}

    assert max(after.values()) <= BUDGETS[page], after
    one_more = {login: count + 1 for login, count in before.items()}  # for a kind of row not shown before
    assert all(after[login] <= one_more[login] for login in after), (before, after)
