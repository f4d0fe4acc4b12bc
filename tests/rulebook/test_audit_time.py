import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook import audit_time as subject
from mingzheng.rulebook.audit_time import (
    AuditKind,
    Band,
    Complexity,
    Factor,
    audit_time,
    integrated_time,
)
from mingzheng.rulebook.audit_time_table import (
    BEYOND_THE_TABLE,
    COMPLEXITY_NOT_IN_TABLE,
    PERSONNEL_NOT_POSITIVE,
    PROGRESSION_NOT_RISING,
)
from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.verdict import Refused
from tests.rulebook.derivations import steps_named, told_in_both_languages

QMS, EMS, OHSMS = SYSTEMS
HIGH, MEDIUM, LOW, LIMITED = Complexity
INITIAL, SURVEILLANCE, RECERTIFICATION = AuditKind

# Written a second time, row by row and by band start, so that a slip in the table file cannot repeat itself here.
# from: QMS | EMS high, medium, low, limited (OHSMS: the first three of them)
ROWS = """
1     1.5 | 3 2.5 2.5 2.5
6     2   | 3.5 3 3 3
11    2.5 | 4.5 3.5 3 3
16    3   | 5.5 4.5 3.5 3
26    4   | 7 5.5 4 3
46    5   | 8 6 4.5 3.5
66    6   | 9 7 5 3.5
86    7   | 11 8 5.5 4
126   8   | 12 9 6 4.5
176   9   | 13 10 7 5
276   10  | 15 11 8 5.5
426   11  | 16 12 9 6
626   12  | 17 13 10 6.5
876   13  | 19 15 11 7
1176  14  | 20 16 12 7.5
1551  15  | 21 17 12 8
2026  16  | 23 18 13 8.5
2676  17  | 25 19 14 9
3451  18  | 27 20 15 10
4351  19  | 28 21 16 11
5451  20  | 30 23 17 12
6801  21  | 32 25 19 13
8501  22  | 34 27 20 14
"""


def _cells():
    rows = [line.replace("|", " ").split() for line in ROWS.strip().splitlines()]
    tops = [int(row[0]) - 1 for row in rows[1:]] + [10700]
    for row, top in zip(rows, tops, strict=True):
        first, qms, *columns = row
        yield QMS, None, int(first), top, Decimal(qms)
        for complexity, days in zip(Complexity, columns, strict=True):
            yield EMS, complexity, int(first), top, Decimal(days)
            if complexity is not LIMITED:
                yield OHSMS, complexity, int(first), top, Decimal(days)


COLUMNS = [(QMS, None), *((EMS, c) for c in Complexity), *((OHSMS, c) for c in (HIGH, MEDIUM, LOW))]


@pytest.mark.parametrize(("standard", "complexity", "first", "top", "days"), list(_cells()))
def test_every_cell_holds_from_the_first_to_the_last_person_of_its_band(
    standard, complexity, first, top, days
):
    for personnel in (first, top):
        assert audit_time(standard, personnel, complexity, INITIAL).value.table_days == days


@pytest.mark.parametrize(("personnel", "band"), [(1, "1–5"), (5, "1–5"), (6, "6–10"), (10700, "8501–10700")])
def test_the_band_is_named_by_its_first_and_last_person(personnel, band):
    assert steps_named(audit_time(QMS, personnel, None, INITIAL))["audit-time.band"].value == band


def test_a_quality_system_has_one_column_whatever_its_risk():
    times = {audit_time(QMS, 85, risk, INITIAL).value for risk in (None, HIGH, MEDIUM, LOW)}
    assert len(times) == 1
    assert "audit-time.complexity.high" in steps_named(audit_time(QMS, 85, HIGH, INITIAL))


def test_the_example_of_85_people_less_ten_percent():
    time = audit_time(QMS, 85, HIGH, INITIAL, [Factor("成熟的管理体系", Decimal(-10))]).value
    assert (time.table_days, time.days, time.on_site_at_least) == (6, Decimal("5.5"), Decimal("4.5"))


def test_values_as_a_database_keeps_them_count_the_same():
    assert audit_time("QMS", 85, "high", "initial") == audit_time(QMS, 85, HIGH, INITIAL)
    assert audit_time("EMS", 85, "low", "surveillance") == audit_time(EMS, 85, LOW, SURVEILLANCE)


@pytest.mark.parametrize(
    ("percent", "days"),
    [
        (-10, "5.5"),
        (-30, "4.5"),
        (-31, "4.5"),
        (-100, "4.5"),
        (0, "6"),
        (20, "7"),
        (200, "18"),
        (4, "6"),
        (5, "6.5"),
    ],
)
def test_reductions_stop_at_thirty_percent_and_increases_never(percent, days):
    assert audit_time(QMS, 85, None, INITIAL, [Factor("x", percent)]).value.days == Decimal(days)


@pytest.mark.parametrize(
    "base", ["1.5", "3", "4.5", "6", "6.5", "8", "11", "13", "16", "18", "21", "23", "28"]
)
def test_the_thirteen_base_values_that_naive_rounding_cuts_too_deep(base):
    standard, complexity, personnel = next(
        (s, c, p) for s, c, p, _, days in _cells() if days == Decimal(base)
    )
    derived = audit_time(standard, personnel, complexity, INITIAL, [Factor("x", -30)])
    assert Fraction(derived.value.days) >= Fraction(base) * Fraction(7, 10)
    assert "audit-time.raised-to-cap" in steps_named(derived)


@pytest.mark.parametrize(
    ("kind", "personnel", "days"),
    [
        (SURVEILLANCE, 85, "2"),
        (SURVEILLANCE, 1500, "5"),  # 14 / 3 = 4.67; the nearest half day would be less than a third
        (SURVEILLANCE, 5, "1"),  # 0.5 by arithmetic
        (RECERTIFICATION, 85, "4"),
        (RECERTIFICATION, 65, "3.5"),  # 3.33
        (RECERTIFICATION, 5, "1"),
    ],
)
def test_later_audits_take_not_less_than_their_share_of_todays_initial_time(kind, personnel, days):
    assert audit_time(QMS, personnel, None, kind).value.days == Decimal(days)


def test_where_a_third_is_only_about_it_is_rounded_to_the_nearest_half_day():
    assert audit_time(QMS, 1500, None, SURVEILLANCE, not_less_than=False).value.days == Decimal("4.5")
    assert audit_time(QMS, 5, None, SURVEILLANCE, not_less_than=False).value.days == 1


def test_the_factors_change_the_later_audits_through_the_initial_time():
    # 6 - 10 % = 5.5; a third of it, not less, is 2; two thirds, not less, 4
    factors = [Factor("x", -10)]
    assert audit_time(QMS, 85, None, SURVEILLANCE, factors).value.days == 2
    assert audit_time(QMS, 85, None, RECERTIFICATION, factors).value.days == 4


@pytest.mark.parametrize(
    ("personnel", "share", "stage1"),
    [
        (85, 30, "2"),
        (5, 30, "0.5"),
        (85, 99, "5.5"),
        (85, 100, "5.5"),
        (85, 0, "0.5"),
        (85, 1, "0.5"),
        (85, 50, "3"),
    ],
)
def test_the_stages_share_the_initial_time_and_neither_is_empty(personnel, share, stage1):
    time = audit_time(QMS, personnel, None, INITIAL, stage_one_percent=share).value
    assert time.stage1_days == Decimal(stage1)
    assert time.stage1_days + time.stage2_days == time.days


@pytest.mark.parametrize("kind", [SURVEILLANCE, RECERTIFICATION])
def test_only_an_initial_audit_has_stages(kind):
    time = audit_time(QMS, 85, None, kind).value
    assert (time.stage1_days, time.stage2_days) == (0, 0)


def test_the_doubtful_cell_says_so_and_no_other_does():
    doubted = [
        (standard, complexity, first)
        for standard, complexity, first, _, _ in _cells()
        if "audit-time.doubtful-cell" in steps_named(audit_time(standard, first, complexity, INITIAL))
    ]
    assert doubted == [(EMS, LIMITED, 626)]
    derived = audit_time(EMS, 875, LIMITED, INITIAL)
    assert {step.confidence for step in derived.steps if step.what == "audit-time.table-days"} == {"?"}
    assert steps_named(derived)["audit-time.doubtful-cell"].value == "6"


def test_a_base_value_names_its_source_and_since_when():
    step = steps_named(audit_time(OHSMS, 30, LOW, INITIAL))["audit-time.table-days"]
    assert (step.value, step.clause, step.confidence) == ("4", "IAF MD 5:2019 Annex C", "S")
    assert step.details["source"].startswith("CNAS-CC105:2020")
    assert step.details["valid_from"].isoformat() == "2020-05-07"


OWN = [Band(13000, Decimal(23)), Band(16000, Decimal("24.5"))]


@pytest.mark.parametrize(
    ("personnel", "days"), [(10700, "22"), (10701, "23"), (13000, "23"), (13001, "24.5")]
)
def test_above_the_last_band_the_bodys_own_progression_counts(personnel, days):
    derived = audit_time(QMS, personnel, None, INITIAL, progression=OWN)
    assert derived.value.table_days == Decimal(days)
    assert steps_named(derived)["audit-time.table-days"].confidence == ("body" if personnel > 10700 else "S")


@pytest.mark.parametrize(
    ("call", "objection", "field"),
    [
        ((QMS, 0, None, INITIAL), PERSONNEL_NOT_POSITIVE, "personnel"),
        ((QMS, -3, None, INITIAL), PERSONNEL_NOT_POSITIVE, "personnel"),
        ((QMS, 10701, None, INITIAL), BEYOND_THE_TABLE, "personnel"),
        ((QMS, 5, LIMITED, INITIAL), COMPLEXITY_NOT_IN_TABLE, "complexity"),
        ((QMS, 5, "extreme", INITIAL), COMPLEXITY_NOT_IN_TABLE, "complexity"),
        ((EMS, 5, "extreme", INITIAL), COMPLEXITY_NOT_IN_TABLE, "complexity"),
        ((OHSMS, 5, LIMITED, INITIAL), COMPLEXITY_NOT_IN_TABLE, "complexity"),
        ((EMS, 5, None, INITIAL), COMPLEXITY_NOT_IN_TABLE, "complexity"),
        ((QMS, 5, None, INITIAL, [Factor("  ", 5)]), subject.REASON_MISSING, "factors[0].reason"),
        (
            (QMS, 5, None, INITIAL, [Factor("x", Decimal("inf"))]),
            subject.PERCENT_OUT_OF_RANGE,
            "factors[0].percent",
        ),
        ((QMS, 5, None, INITIAL, [Factor("x", -101)]), subject.PERCENT_OUT_OF_RANGE, "factors[0].percent"),
        ((QMS, 5, None, INITIAL, [Factor("x", 1001)]), subject.PERCENT_OUT_OF_RANGE, "factors[0].percent"),
        (
            (QMS, 5, None, INITIAL, [Factor("x", Decimal("nan"))]),
            subject.PERCENT_OUT_OF_RANGE,
            "factors[0].percent",
        ),
    ],
)
def test_bad_input_is_refused_naming_the_field(call, objection, field):
    with pytest.raises(Refused) as refused:
        audit_time(*call)
    assert refused.value.objections == (objection,)
    assert refused.value.objections[0].details["field"] == field
    assert told_in_both_languages(refused.value.objections[0])


@pytest.mark.parametrize(
    "progression",
    [
        [Band(10700, Decimal(23))],
        [Band(13000, Decimal("21.5"))],
        [Band(13000, Decimal("22.3"))],
        [Band(13000, Decimal(23)), Band(12000, Decimal(24))],
        [Band(13000, Decimal("nan"))],
    ],
)
def test_a_progression_that_does_not_follow_on_the_table_is_refused(progression):
    with pytest.raises(Refused) as refused:
        audit_time(QMS, 5, None, INITIAL, progression=progression)
    assert refused.value.objections == (PROGRESSION_NOT_RISING,)
    assert told_in_both_languages(refused.value.objections[0])


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_share_of_stage_one_outside_the_whole_is_refused(percent):
    with pytest.raises(Refused) as refused:
        audit_time(QMS, 5, None, INITIAL, stage_one_percent=percent)
    assert refused.value.objections == (subject.STAGE_ONE_OUT_OF_RANGE,)
    assert told_in_both_languages(refused.value.objections[0])


def test_everything_wrong_is_said_at_once():
    with pytest.raises(Refused) as refused:
        audit_time(EMS, 0, None, INITIAL, [Factor("", 5)])
    assert {o.details["field"] for o in refused.value.objections} == {
        "personnel",
        "complexity",
        "factors[0].reason",
    }


@pytest.mark.parametrize(
    ("days", "percent", "result"),
    [
        (["7", "6", "6"], 20, "15.5"),  # 15.2; the nearest half day would be more than 20 % off
        (["7", "6", "6"], 35, "15.5"),
        (["7", "6", "6"], 0, "19"),
        (["7", "6"], 10, "11.5"),
        (["1", "1"], 20, "2"),
    ],
)
def test_integration_takes_off_at_most_twenty_percent(days, percent, result):
    assert integrated_time([Decimal(d) for d in days], percent, "文件一体化").value == Decimal(result)


@pytest.mark.parametrize(
    ("days", "percent", "objection", "field"),
    [
        (["7"], 10, subject.NOTHING_TO_INTEGRATE, "days"),
        (["7", "0"], 10, subject.DAYS_NOT_POSITIVE, "days[1]"),
        (["7", "nan"], 10, subject.DAYS_NOT_POSITIVE, "days[1]"),
        (["7", "6"], -1, subject.REDUCTION_OUT_OF_RANGE, "reduction_percent"),
        (["7", "6"], 101, subject.REDUCTION_OUT_OF_RANGE, "reduction_percent"),
    ],
)
def test_a_bad_integration_is_refused_naming_the_field(days, percent, objection, field):
    with pytest.raises(Refused) as refused:
        integrated_time([Decimal(d) for d in days], percent, "x")
    assert refused.value.objections == (objection,)
    assert refused.value.objections[0].details["field"] == field
    assert told_in_both_languages(refused.value.objections[0])


def test_every_step_is_told_in_both_languages_with_clause_and_confidence():
    factors = [Factor("多语言", 20), Factor("简单过程", -90)]
    derived = [
        audit_time(standard, 700, complexity, kind, factors, not_less_than=chinese)
        for (standard, complexity), kind, chinese in itertools.product(COLUMNS, AuditKind, (True, False))
    ]
    derived += [audit_time(QMS, 5, LOW, kind, [Factor("x", -30)]) for kind in AuditKind]
    derived += [audit_time(QMS, 12000, None, INITIAL, progression=OWN)]
    derived += [integrated_time([Decimal(7), Decimal(6)], 35, reason) for reason in ("", "文件一体化")]
    for step in (step for one in derived for step in one.steps):
        assert told_in_both_languages(step)
        assert step.clause
        assert step.confidence in {"S", "M", "m", "body", "?"}


def test_the_derivation_can_be_followed_with_a_pencil():
    derived = audit_time(QMS, 85, None, SURVEILLANCE, [Factor("成熟", -10), Factor("两处场所", 5)])
    assert [(step.what, step.value) for step in derived.steps] == [
        ("audit-time.personnel", "85"),
        ("audit-time.no-risk-columns", ""),
        ("audit-time.band", "66–85"),
        ("audit-time.table-days", "6"),
        ("audit-time.factor", "-10 %"),
        ("audit-time.factor", "5 %"),
        ("audit-time.factors-sum", "-5 %"),
        ("audit-time.exact", "5.7"),
        ("audit-time.rounded", "5.5"),
        ("audit-time.share.surveillance", "1.83"),
        ("audit-time.rounded-up", "2"),
        ("audit-time.on-site", "2"),
    ]


# What holds for every input

columns = st.sampled_from(COLUMNS)
people = st.integers(1, 10700)
kinds = st.sampled_from(AuditKind)
percents = st.decimals(-100, 300, places=1)
factor_lists = st.lists(st.builds(Factor, st.just("理由"), percents), max_size=5)
quick = settings(max_examples=150, deadline=None)


@pytest.mark.slow
@quick
@given(columns, people, people, kinds, factor_lists)
def test_more_people_never_take_less_time(column, one, other, kind, factors):
    fewer, more = (audit_time(column[0], p, column[1], kind, factors).value for p in sorted((one, other)))
    assert fewer.days <= more.days
    assert fewer.on_site_at_least <= more.on_site_at_least


@pytest.mark.slow
@quick
@given(columns, people, factor_lists)
def test_caps_and_floors_hold_for_every_input(column, personnel, factors):
    standard, complexity = column
    initial, surveillance, recertification = (
        audit_time(standard, personnel, complexity, kind, factors).value for kind in AuditKind
    )
    wanted = initial.table_days * (1 + sum((f.percent for f in factors), Decimal(0)) / 100)
    assert initial.days * 10 >= initial.table_days * 7
    assert initial.days >= wanted - Decimal("0.25")
    assert surveillance.days * 3 >= initial.days
    assert recertification.days * 3 >= initial.days * 2
    for time in (initial, surveillance, recertification):
        assert time.days >= 1
        assert time.on_site_at_least * 10 >= time.days * 8
        assert time.on_site_at_least <= time.days
        for days in (time.days, time.on_site_at_least, time.stage1_days, time.stage2_days):
            assert days % Decimal("0.5") == 0


@pytest.mark.slow
@quick
@given(columns, people, kinds, factor_lists, st.randoms())
def test_the_order_of_factors_does_not_matter(column, personnel, kind, factors, random):
    shuffled = random.sample(factors, len(factors))
    times = {audit_time(column[0], personnel, column[1], kind, order).value for order in (factors, shuffled)}
    assert len(times) == 1


@pytest.mark.slow
@quick
@given(
    st.lists(st.integers(2, 80).map(lambda halves: Decimal(halves) / 2), min_size=2, max_size=3),
    st.decimals(0, 100, places=1),
)
def test_integration_never_takes_more_than_a_fifth_nor_adds_anything(days, percent):
    result = integrated_time(days, percent).value
    assert sum(days) * 8 <= result * 10
    assert result <= sum(days)
    assert result % Decimal("0.5") == 0
