import pytest

from mingzheng.rulebook.clauses import CLAUSES, covers, numbers_in, stands_in, without_record
from mingzheng.rulebook.standards import SYSTEMS

Q, E, S = SYSTEMS


@pytest.mark.parametrize("standard", SYSTEMS)
def test_every_standard_has_its_chapters_four_to_ten(standard):
    assert {number.split(".")[0] for number in CLAUSES[standard]} == {"4", "5", "6", "7", "8", "9", "10"}
    assert all(c.zh and c.en and len(c.zh) <= 14 and len(c.en) <= 45 for c in CLAUSES[standard].values())


@pytest.mark.parametrize(
    "number, standard, there",
    [
        ("8.5.1", Q, True),
        ("8.5", Q, True),
        ("8", Q, True),
        ("8.5.1", E, False),
        ("5.4", S, True),
        ("5.4", Q, False),
    ],
)
def test_a_clause_stands_in_its_standard(number, standard, there):
    assert stands_in(number, standard) is there


def test_a_record_under_a_clause_is_one_under_those_above_it():
    assert covers("8.5", "8.5.1") and covers("8", "8.5.1") and covers("8.5.1", "8.5.1")
    assert not covers("8.5.1", "8.5") and not covers("8.1", "8.10")


def test_clause_numbers_are_read_from_a_line_of_the_plan():
    assert numbers_in("8.4, 8.5.1、9.2；10.2 8.4") == ["8.4", "8.5.1", "9.2", "10.2"]
    assert numbers_in("首次会议") == []


def test_what_was_planned_and_not_recorded_is_named_for_each_standard():
    planned = [(Q, "8.5"), (E, "8.5"), (E, "6.1.2"), (Q, "9.2")]

    assert without_record(planned, [(Q, "8.5.1"), (E, "9.2")]) == [(E, "6.1.2"), (Q, "9.2")]
