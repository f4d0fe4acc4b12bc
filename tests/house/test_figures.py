"""Every figure has a meaning, words in both languages, records that can be shown, and parts that make the whole."""

import importlib
import pkgutil

import pytest

import mingzheng.doors.staff.urls  # noqa: F401  registers enter their pages in PAGES
import mingzheng.rulebook.indicators as indicators
from mingzheng.doors.staff.links import PAGES
from mingzheng.doors.staff.report.behind import shown
from mingzheng.office.record.figure import FIGURES
from mingzheng.rulebook.indicators.meaning import Meaning, Nature, Owner, Period, Unit
from mingzheng.words import WORDS

YEAR = Period.of(2020)
ITEMS = range(1, 169)  # of the seed's list


def meanings() -> dict[str, Meaning]:
    found = {}
    for module in pkgutil.iter_modules(indicators.__path__):
        for thing in vars(importlib.import_module(f"{indicators.__name__}.{module.name}")).values():
            if isinstance(thing, Meaning):
                assert found.setdefault(thing.name, thing) is thing, f"{thing.name} means two things"
    return found


def test_every_meaning_is_counted_and_every_figure_has_its_meaning():
    assert {name: one.meaning for name, one in FIGURES.items()} == meanings()


def test_every_figure_has_a_name_of_its_own_and_a_definition_in_both_languages():
    for language in (0, 1):
        names = [WORDS[f"figure.{name}"][language] for name in FIGURES]
        assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)
    assert all(WORDS[f"figure-means.{name}"] for name in FIGURES)
    for word in (*(f"owner.{one}" for one in Owner), *(f"nature.{one}" for one in Nature)):
        assert all(WORDS[word])
    assert all(WORDS[f"figure-unit.{unit}"] for unit in Unit if unit is not Unit.COUNT)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_a_figure_can_be_opened(name):
    one = FIGURES[name]
    assert set(one.meaning.items) <= set(ITEMS)
    assert not one.meaning.of or one.meaning.of in FIGURES
    assert bool(one.amount) == (one.meaning.unit is not Unit.COUNT), "what is summed has a unit"
    assert one.opens.partition(":")[0] in {"", *PAGES}
    if not one.told_in_the_log:
        assert all(shown(one.behind(YEAR).model, path).label for path in one.shows)
    assert not one.behind(YEAR).query.distinct, "every row stands there once by itself"
