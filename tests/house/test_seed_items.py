"""docs/seed-items.md tells where each of the 168 items lives and which test holds it: what it names is there."""

import re
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "seed-items.md").read_text()
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.splitlines()
    if re.match(r"\| \d+ \|", line)
]
NAMED = re.compile(r"`([^`]+)`")
STATES = ("有", "部分：", "未做")


@cache
def written(path: str) -> str:
    return (HOME / path).read_text()


def test_every_item_stands_there_once_in_its_order():
    assert [int(number) for number, *_ in ROWS] == list(range(1, 169))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_an_item_names_exists(row):
    _, name, where, test, state = row
    assert name and state.startswith(STATES)
    paths, tests = NAMED.findall(where), NAMED.findall(test)
    assert [path for path in paths if not (HOME / path).exists()] == []
    if state.startswith("未做"):
        assert not paths and not tests, "what is not done lives nowhere"
        return
    assert paths and len(tests) == 2, "a place, a file of tests and one of its tests"
    assert f"def {tests[1]}(" in written(tests[0])


def test_the_page_counts_right_how_many_are_there():
    told = [sum(row[-1].startswith(state) for row in ROWS) for state in STATES]
    zh, en = (re.search(found, PAGE) for found in (r"有\*\* (\d+) 条，\*\*部分\*\* (\d+) 条.*\*\*未做\*\* (\d+) 条",
                                                   r"there\) (\d+), 部分 .*\) (\d+), 未做 \(not done\) (\d+)"))  # fmt: skip
    assert zh and en and [int(n) for n in zh.groups()] == [int(n) for n in en.groups()] == told
