"""The guide says what is on the screen: every word it quotes is there, and every pile is on the page of its role."""

import re
from functools import cache
from pathlib import Path

import pytest

from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.words import WORDS

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[2]
GUIDE = HOME / "docs" / "guide"
QUOTED = re.compile(r"「([^」]+)」|\*\*([^*\n]+)\*\*")  # Chinese and English words on the screen
PAGES = sorted(GUIDE.glob("*.md"))


def test_the_guide_has_its_pages():
    assert {page.stem for page in PAGES} >= {role.value for role in HELD_BY_PERSONS} and QUEUES


def page_of(role: Role) -> str:
    return (GUIDE / f"{role.value}.md").read_text()


@cache
def on_the_screen() -> str:
    """Everything the doors and the words can show."""
    kinds = ("doors/**/*.html", "doors/**/*.py", "words/*.py")
    return "\n".join(file.read_text() for kind in kinds for file in (HOME / "mingzheng").glob(kind))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_guide_quotes_stands_on_the_screen(page):
    quoted = {zh or en for zh, en in QUOTED.findall(page.read_text())} - {""}
    assert sorted(words for words in quoted if f'"{words}"' not in on_the_screen()) == []


@pytest.mark.parametrize("role", HELD_BY_PERSONS)
def test_every_pile_of_a_role_is_on_its_page(role):
    text = page_of(role)
    titles = {name: WORDS[f"queue.{name}"] for name, queue in QUEUES.items() if role in queue.roles}
    missing = [
        name for name, (zh, en) in titles.items() if f"「{zh}」" not in text or f"**{en}**" not in text
    ]
    assert missing == []
