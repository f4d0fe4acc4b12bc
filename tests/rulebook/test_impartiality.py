"""Two years apart, and kinship for ever."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import impartiality
from mingzheng.rulebook.impartiality import Advice, Adviser, Tie, TieKind
from mingzheng.words import WORDS

ENDED, FREE = date(2024, 2, 29), date(2026, 2, 28)
COOLING = [kind for kind in TieKind if kind is not TieKind.KINSHIP]


@pytest.mark.parametrize("kind", COOLING)
def test_a_tie_keeps_a_person_away_for_two_years(kind):
    the_day_before = impartiality.objections_to_ties("甲", [Tie(kind, ENDED)], FREE - timedelta(days=1))
    assert [(o.code, o.clause) for o in the_day_before] == [
        (f"impartiality.{kind}", impartiality.CLAUSES[kind])
    ]
    assert impartiality.objections_to_ties("甲", [Tie(kind, ENDED)], FREE) == []


@pytest.mark.parametrize("kind", TieKind)
def test_a_tie_that_lasts_keeps_a_person_away(kind):
    assert impartiality.objections_to_ties("甲", [Tie(kind)], date(2099, 1, 1))


def test_kinship_has_no_limit():
    assert impartiality.objections_to_ties("甲", [Tie(TieKind.KINSHIP, ENDED)], date(2099, 1, 1))


@pytest.mark.parametrize(
    ("by", "clause"),
    [
        (Adviser.BODY_INTERNAL_AUDIT, "ISO/IEC 17021-1:2015 5.2.6"),
        (Adviser.BODY_CONSULTANCY, "ISO/IEC 17021-1:2015 5.2.5"),
        (Adviser.RELATED_BODY, "ISO/IEC 17021-1:2015 5.2.7"),
    ],
)
def test_help_by_the_body_or_a_related_one_stands_in_the_way_for_two_years(by, clause):
    objections = impartiality.objections_to_advice([Advice(by, ENDED)], FREE - timedelta(days=1))
    assert [(o.code, o.clause) for o in objections] == [(f"impartiality.{by}", clause)]
    assert impartiality.objections_to_advice([Advice(by, ENDED)], FREE) == []
    assert impartiality.objections_to_advice([Advice(by)], date(2099, 1, 1))


@pytest.mark.slow
@given(st.sampled_from(TieKind), st.dates(), st.dates(), st.dates(max_value=date(9990, 1, 1)))
def test_a_later_day_never_brings_a_new_objection(kind, one, other, ended):
    earlier, later = sorted([one, other])
    after = impartiality.objections_to_ties("甲", [Tie(kind, ended)], later)
    assert not after or impartiality.objections_to_ties("甲", [Tie(kind, ended)], earlier) == after


def test_every_tie_has_words():
    assert all(f"tie-kind.{k}" in WORDS and f"impartiality.{k}" in WORDS for k in TieKind)
    assert all(f"impartiality.{adviser}" in WORDS for adviser in Adviser)
