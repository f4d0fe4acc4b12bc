"""Samples of sites, the draw, the time at a site, and the reduction for integration."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.audit_time import AuditKind, Factor
from mingzheng.rulebook.integration import Cell, ability_percent, reduction_percent
from mingzheng.rulebook.sampling import Stratum, draw_sites, least_root, sample_of_sites, site_time
from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.verdict import Refused
from tests.rulebook.derivations import steps_named, told_in_both_languages

Q, E, S = SYSTEMS


def sample(sites, kind, **more):
    found = sample_of_sites([Stratum("", sites)], kind, **more)
    assert all(told_in_both_languages(step) or step.what == "sampling.root" for step in found.steps)
    return found.value.sites, found.value.random_at_least


@pytest.mark.parametrize(
    ("sites", "kind", "effective", "visited", "random"),
    [
        (30, "initial", False, 6, 2),
        (30, "initial", True, 6, 2),
        (30, "surveillance", False, 4, 1),
        (30, "recertification", False, 6, 2),
        (30, "recertification", True, 5, 2),
        (25, "initial", False, 5, 2),
        (25, "surveillance", False, 3, 1),
        (25, "recertification", True, 4, 1),
        (26, "initial", False, 6, 2),
        (2, "initial", False, 2, 1),
        (1, "surveillance", False, 1, 1),
        (4, "initial", False, 2, 1),
        (27, "initial", False, 6, 2),
        (1700, "initial", False, 42, 11),
        (10**12, "initial", False, 10**6, 250_000),
        (10**12 + 1, "initial", False, 10**6 + 1, 250_001),
    ],
)
def test_a_sample_is_the_root_of_the_sites(sites, kind, effective, visited, random):
    assert sample(sites, AuditKind(kind), effective_system=effective) == (visited, random)


def test_without_sampling_every_site_is_visited_and_none_is_drawn():
    for kind in (AuditKind.INITIAL, AuditKind.RECERTIFICATION):
        assert sample(11, kind, sampling_allowed=False) == (11, 0)
    assert sample(11, AuditKind.SURVEILLANCE, sampling_allowed=False) == (4, 0)


def test_strata_are_sampled_each_for_itself():
    found = sample_of_sites([Stratum("a", 4), Stratum("b", 27), Stratum("c", 1700)], AuditKind.INITIAL)
    assert [(s.name, s.sites, s.random_at_least) for s in found.value.strata] == [
        ("a", 2, 1),
        ("b", 6, 2),
        ("c", 42, 11),
    ]
    assert (found.value.sites, found.value.random_at_least, found.value.central_function) == (50, 14, True)
    assert steps_named(found)["sampling.total"].value == "50"


@pytest.mark.parametrize("strata", [[], [Stratum("a", 0)], [Stratum("a", 3), Stratum("b", -1)]])
def test_a_stratum_without_sites_is_refused(strata):
    with pytest.raises(Refused) as refused:
        sample_of_sites(strata, AuditKind.INITIAL)
    assert [o.code for o in refused.value.objections] == ["sampling.no-sites"]


@given(st.integers(1, 10**15), st.sampled_from([6, 8, 10]))
def test_the_root_is_exact_whatever_the_number(sites, tenths):
    n = least_root(tenths, sites)
    assert 100 * n * n >= tenths * tenths * sites > 100 * (n - 1) * (n - 1)
    if sites < 10**6:
        assert abs(n - ceil(tenths / 10 * sqrt(sites))) <= 1


@given(st.integers(1, 10**6), st.sampled_from(list(AuditKind)), st.booleans(), st.booleans())
def test_more_sites_never_mean_a_smaller_sample_nor_more_than_there_are(sites, kind, effective, allowed):
    more = {"effective_system": effective, "sampling_allowed": allowed}
    few, many = (sample_of_sites([Stratum("", n)], kind, **more).value for n in (sites, sites + 1))
    assert 1 <= few.sites <= many.sites and few.sites <= sites
    assert not allowed or 4 * few.random_at_least >= few.sites


def test_a_draw_can_be_drawn_again_and_prefers_sites_not_visited():
    names = [f"site {n}" for n in range(20)]
    drawn = draw_sites(names, 5, "2026-1")
    assert drawn == draw_sites(list(reversed(names)), 5, "2026-1") != draw_sites(names, 5, "2026-2")
    assert not set(draw_sites(names, 5, "2026-1", visited=drawn)) & set(drawn)
    assert draw_sites(["a", "b"], 2, "x", visited=["a"]) == ["b", "a"]
    assert draw_sites(names, 0, "x") == []


@pytest.mark.parametrize(
    ("names", "count", "code"),
    [(["a", "b", "a"], 1, "sampling.site-twice"), (["a"], 2, "sampling.too-many-drawn")],
)
def test_a_draw_that_cannot_be_is_refused(names, count, code):
    with pytest.raises(Refused) as refused:
        draw_sites(names, count, "x")
    assert [o.code for o in refused.value.objections] == [code]


def reasons(*percents):
    return [Factor(f"reason {n}", Decimal(p)) for n, p in enumerate(percents)]


@pytest.mark.parametrize(
    ("table", "percents", "days"),
    [
        ("6", [-30, -20], "3"),
        ("6", [-30, -25], "3"),
        ("6", [-10], "5.5"),
        ("6", [], "6"),
        ("6", [20], "7"),
        ("4.5", [-50], "2.5"),
        ("1.5", [-50], "1"),
        ("1.5", [-70], "1"),
    ],
)
def test_the_time_at_a_site_is_cut_by_half_at_most(table, percents, days):
    found = site_time(Decimal(table), reasons(*percents))
    assert found.value == Decimal(days) >= Decimal(table) / 2
    assert ("audit-time.reduction-capped" in steps_named(found)) is (sum(percents) < -50)
    rounded = Decimal(steps_named(found)["audit-time.rounded"].value)
    assert ("audit-time.raised-to-cap" in steps_named(found)) is (found.value > rounded)
    assert all(told_in_both_languages(step) for step in found.steps)


def test_a_reduction_at_a_site_needs_its_reason_and_a_base():
    with pytest.raises(Refused) as refused:
        site_time(Decimal(6), [Factor("x", -5), Factor(" ", -5)])
    assert refused.value.objections[0].details["field"] == "reductions[1].reason"
    for days in (0, -1):
        with pytest.raises(Refused):
            site_time(Decimal(days), [])


@pytest.mark.parametrize(
    ("standards", "team", "percent"),
    [
        ([Q, E, S], [[Q, E, S], [Q, E, S]], 100),
        ([Q, E, S], [[Q], [E]], 0),
        ([Q, E, S], [[Q, E], [Q, E, S], [S]], 50),
        ([Q, E], [[Q, E], [Q], [Q, S]], Fraction(100, 3)),
    ],
)
def test_the_ability_of_a_team(standards, team, percent):
    found = ability_percent(standards, team)
    assert found.value == percent and told_in_both_languages(found.steps[0])


@pytest.mark.parametrize(
    ("standards", "team", "code"),
    [
        ([Q, Q], [[Q]], "integration.not-several"),
        ([Q, E], [], "integration.no-team"),
        ([Q, E], [[Q], [S]], "integration.no-standard-in-common"),
    ],
)
def test_a_team_without_ability_is_refused(standards, team, code):
    with pytest.raises(Refused) as refused:
        ability_percent(standards, team)
    assert [o.code for o in refused.value.objections] == [code]


TABLE = [Cell(0, 0, 0), Cell(60, 40, 10), Cell(80, 80, 20), Cell(100, 100, 25)]


@pytest.mark.parametrize(
    ("integration", "ability", "percent"),
    [(0, 0, 0), (59, 100, 0), (60, 40, 10), (100, 79, 10), (80, 80, 20), (100, 100, 20)],
)
def test_the_bodys_own_table_decides_and_never_more_than_twenty_percent(integration, ability, percent):
    found = reduction_percent(integration, Fraction(ability), TABLE)
    assert found.value == percent and all(told_in_both_languages(step) for step in found.steps)
    assert ("audit-time.integration-capped" in steps_named(found)) is (ability == 100 == integration)


@pytest.mark.parametrize(
    ("table", "code"), [([], "integration.no-table"), ([Cell(80, 0, 10)], "integration.not-in-table")]
)
def test_without_a_cell_nothing_is_guessed(table, code):
    with pytest.raises(Refused) as refused:
        reduction_percent(60, Fraction(60), table)
    assert [o.code for o in refused.value.objections] == [code]
