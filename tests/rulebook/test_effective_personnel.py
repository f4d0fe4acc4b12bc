from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook import effective_personnel as subject
from mingzheng.rulebook.effective_personnel import PersonnelGroup, PersonnelKind, effective_personnel
from mingzheng.rulebook.verdict import Refused
from tests.rulebook.derivations import steps_named, told_in_both_languages

FULL_TIME, PART_TIME, REPETITIVE, TEMPORARY = PersonnelKind


@pytest.mark.parametrize(
    ("groups", "personnel"),
    [
        ([PersonnelGroup(10), PersonnelGroup(12, 6, PART_TIME)], 19),
        ([PersonnelGroup(30, 4, PART_TIME)], 15),
        ([PersonnelGroup(5, 3, PART_TIME)], 2),  # 1.875
        ([PersonnelGroup(1, Decimal("0.5"), PART_TIME)], 1),
        ([PersonnelGroup(3, 12)], 3),  # a long day makes no two people
        ([PersonnelGroup(40, shift="早班"), PersonnelGroup(40, shift="夜班")], 80),
        ([PersonnelGroup(40, shift="夜班", share_percent=50, reason="与早班相同")], 20),
        ([PersonnelGroup(100, 8, REPETITIVE)], 100),
        ([PersonnelGroup(100, 8, REPETITIVE, share_percent=40, reason="同一装配线")], 40),
        ([PersonnelGroup(10, 4, TEMPORARY, share_percent=50, reason="临时搬运")], 3),  # 2.5
        ([PersonnelGroup(1, 4, PART_TIME), PersonnelGroup(1, 4, PART_TIME)], 1),  # rounded once, at the end
    ],
)
def test_people_are_counted_as_full_time_equivalents(groups, personnel):
    assert effective_personnel(groups).value == personnel


def test_every_step_is_told_in_both_languages():
    derived = effective_personnel(
        [
            PersonnelGroup(10),
            PersonnelGroup(12, 6, PART_TIME),
            PersonnelGroup(8, 8, REPETITIVE, "夜班", Decimal("62.5"), "同一装配线"),
            PersonnelGroup(8, 8, TEMPORARY),
        ]
    )
    assert all(told_in_both_languages(step) and step.clause for step in derived.steps)
    steps = steps_named(derived)
    assert steps["personnel.share"].value == "62.5 %"
    assert steps["personnel.repetitive"].value == "5"
    assert steps["personnel.effective"].value == "32"


@pytest.mark.parametrize(
    ("group", "objection", "field"),
    [
        (PersonnelGroup(0), subject.COUNT_NOT_POSITIVE, "count"),
        (PersonnelGroup(-1), subject.COUNT_NOT_POSITIVE, "count"),
        (PersonnelGroup(1, 0, PART_TIME), subject.HOURS_OUT_OF_RANGE, "hours"),
        (PersonnelGroup(1, 9, PART_TIME), subject.HOURS_OUT_OF_RANGE, "hours"),
        (PersonnelGroup(1, 25), subject.HOURS_OUT_OF_RANGE, "hours"),
        (PersonnelGroup(1, Decimal("nan"), PART_TIME), subject.HOURS_OUT_OF_RANGE, "hours"),
        (PersonnelGroup(1, 8, REPETITIVE, "", 0, "x"), subject.SHARE_OUT_OF_RANGE, "share_percent"),
        (PersonnelGroup(1, 8, REPETITIVE, "", 101, "x"), subject.SHARE_OUT_OF_RANGE, "share_percent"),
        (PersonnelGroup(1, 8, REPETITIVE, "", 50, " "), subject.SHARE_WITHOUT_REASON, "reason"),
        (PersonnelGroup(1, 8, FULL_TIME, "", 50, "x"), subject.SHARE_NOT_ALLOWED, "share_percent"),
    ],
)
def test_a_group_that_cannot_be_counted_is_refused_naming_the_field(group, objection, field):
    with pytest.raises(Refused) as refused:
        effective_personnel([PersonnelGroup(1), group])
    assert refused.value.objections == (objection,)
    assert refused.value.objections[0].details["field"] == f"groups[1].{field}"
    assert told_in_both_languages(refused.value.objections[0])


def test_nobody_at_all_is_refused():
    with pytest.raises(Refused) as refused:
        effective_personnel([])
    assert refused.value.objections == (subject.NO_PERSONNEL,)
    assert told_in_both_languages(refused.value.objections[0])


groups = st.builds(
    PersonnelGroup,
    st.integers(1, 500),
    st.decimals("0.5", 8, places=1),
    st.sampled_from([FULL_TIME, PART_TIME]),
)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.lists(groups, min_size=1, max_size=5), groups)
def test_another_group_never_makes_fewer_and_nobody_counts_twice(some, another):
    before = effective_personnel(some).value
    assert 1 <= before <= sum(group.count for group in some)
    assert effective_personnel([*some, another]).value >= before
