"""Whatever a register says of a row has words in both languages, and so has every column of an empty workbook."""

import re
from datetime import date
from pathlib import Path

import pytest

from mingzheng.doors import registers
from mingzheng.doors.registers import uploads
from mingzheng.doors.registers.moving_in import KINDS
from mingzheng.office.certificates import carrying_in
from mingzheng.rulebook.verdict import Objection
from mingzheng.words import WORDS

CODES = {
    code
    for path in Path(registers.__file__).parent.glob("*.py")
    for code in re.findall(r'"((?:fault|mend)\.[a-z-]+)"', path.read_text())
}


def test_every_fault_and_mending_has_words():
    assert len(CODES) > 30 and WORDS.keys() >= CODES


def test_no_words_for_what_is_never_said():
    said = CODES | {"mend.withdrawn-as-replaced", "mend.withdrawn-as-cancelled"}
    assert {code for code in WORDS if code.startswith(("fault.", "mend."))} <= said


@pytest.mark.parametrize("module", [carrying_in, uploads])
def test_every_objection_of_an_import_has_words(module):
    for thing in vars(module).values():
        if isinstance(thing, Objection):
            assert all(WORDS[thing.code]), thing


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_explained(kind):
    explained = {code.split(".")[2] for code in WORDS if code.startswith(f"column.{kind}.")}
    assert {column.key for column in KINDS[kind].register(date(2026, 3, 2)).columns} == explained
