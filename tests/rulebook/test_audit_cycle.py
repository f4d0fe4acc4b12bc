"""Every date of the cycle, by edition."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import audit_cycle as cycle
from mingzheng.rulebook.audit_cycle import Outcome, Standing, VisitKind
from mingzheng.rulebook.editions import EDITIONS, ISO, edition_named
from mingzheng.rulebook.standards import Standard
from mingzheng.words import WORDS, say

CN2016 = edition_named("CN2016", Standard.QMS)
CN2025 = edition_named("CN2025", Standard.QMS)
days = st.dates(date(2017, 1, 1), date(2035, 12, 31))
editions = st.sampled_from(EDITIONS)


def d(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("issued", "expires"),
    [
        ("2018-09-01", "2021-08-31"),
        ("2024-01-01", "2026-12-31"),
        ("2020-02-29", "2023-02-27"),
        ("2021-03-01", "2024-02-29"),
    ],
)
def test_a_certificate_is_valid_three_years_less_one_day(issued, expires):
    assert cycle.expiry(d(issued)) == d(expires)


@pytest.mark.parametrize(
    ("edition", "recertified", "extraordinary", "latest"),
    [
        (ISO, False, False, "2020-05-10"),
        (ISO, False, True, "2020-11-10"),
        (ISO, True, False, "2020-12-31"),
        (CN2016, False, False, "2020-05-13"),
        (CN2016, False, True, "2020-11-13"),
        (CN2016, True, False, "2020-08-10"),
        (CN2025, False, False, "2020-05-13"),
        (CN2025, False, True, "2020-05-13"),
        (CN2025, True, False, "2020-05-13"),
    ],
)
def test_first_surveillance(edition, recertified, extraordinary, latest):
    window = cycle.first_surveillance(
        decided=d("2019-05-10"),
        issued=d("2019-05-13"),
        edition=edition,
        recertified=recertified,
        extraordinary=extraordinary,
    )
    assert window.latest == d(latest)
    assert window.kind is VisitKind.SURVEILLANCE


@pytest.mark.parametrize(
    ("edition", "last_ended", "latest", "clause"),
    [
        (ISO, "2026-01-05", "2027-12-31", "ISO/IEC 17021-1:2015 9.1.3.3"),
        (CN2016, "2024-03-31", "2025-06-30", "CNCA 2016 No.20"),
        (CN2016, "2024-11-20", "2025-12-31", "ISO/IEC 17021-1:2015 9.1.3.3"),
        (CN2025, "2026-04-01", "2027-04-01", "CNCA-QMS-01:2025 5.4.1.4"),
        (CN2025, "2028-02-29", "2029-02-28", "CNCA-QMS-01:2025 5.4.1.4"),
    ],
)
def test_next_surveillance(edition, last_ended, latest, clause):
    window = cycle.next_surveillance(last_ended=d(last_ended), edition=edition)
    assert (window.latest, window.clause) == (d(latest), clause)


def test_a_surveillance_planned_after_its_last_day_is_too_late():
    window = cycle.next_surveillance(last_ended=d("2026-04-01"), edition=CN2025)
    late = cycle.objections_to_dates(window, d("2027-03-31"), d("2027-04-20"))
    assert [(o.code, o.clause) for o in late] == [("cycle.too-late", "CNCA-QMS-01:2025 5.4.1.4")]
    assert cycle.objections_to_dates(window, d("2027-03-31"), d("2027-04-01")) == []
    early = cycle.objections_to_dates(window, window.earliest - timedelta(days=1), window.latest)
    assert early == [cycle.TOO_EARLY]
    for objection in late + early:
        assert say(objection.code, "zh-hans", **objection.details) != say(
            objection.code, "en", **objection.details
        )
    assert cycle.surveillance_standing(window.latest, d("2027-04-20")) is Standing.OVERDUE


def test_an_extraordinary_event_moves_later_surveillances_where_the_edition_allows():
    moved = cycle.next_surveillance(last_ended=d("2019-03-31"), edition=CN2016, extraordinary=True)
    assert (moved.latest, moved.clause) == (d("2020-12-30"), "IAF ID 3:2011")


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2027-01-01", "in_time"),
        ("2027-01-02", "due_soon"),
        ("2027-04-02", "due_soon"),
        ("2027-04-03", "overdue"),
    ],
)
def test_a_surveillance_is_in_time_then_due_soon_then_overdue(on, standing):
    assert cycle.surveillance_standing(d("2027-04-02"), d(on)) == standing


@given(days, days, days)
def test_a_later_day_is_never_less_overdue(latest, one, other):
    order = list(Standing)
    earlier, later = sorted([one, other])
    first, second = (cycle.surveillance_standing(latest, on) for on in (earlier, later))
    assert order.index(first) <= order.index(second)


@pytest.mark.slow
@given(days, st.integers(0, 60), editions, st.booleans(), st.booleans())
def test_every_window_opens_before_it_closes_and_after_what_it_follows(decided, later, edition, again, event):
    issued = decided + timedelta(days=later)
    first = cycle.first_surveillance(
        decided=decided, issued=issued, edition=edition, recertified=again, extraordinary=event
    )
    following = cycle.next_surveillance(last_ended=first.latest, edition=edition, extraordinary=event)
    assert decided < first.earliest <= first.latest < following.earliest <= following.latest


@pytest.mark.slow
@given(days, st.integers(0, 60), editions)
def test_a_cycle_has_two_surveillances_and_a_recertification_before_its_last_day(decided, later, edition):
    issued = decided + timedelta(days=later)
    expires = cycle.expiry(issued)
    windows = cycle.cycle_windows(decided=decided, issued=issued, expires=expires, edition=edition)
    assert [w.kind for w in windows] == ["surveillance", "surveillance", "recertification"]
    assert all(w.earliest <= w.latest <= expires for w in windows)


@pytest.mark.slow
@given(days, st.integers(0, 60), editions)
def test_the_strictest_window_is_inside_both(decided, later, edition):
    issued = decided + timedelta(days=later)
    both = [cycle.first_surveillance(decided=decided, issued=issued, edition=e) for e in (ISO, edition)]
    assert cycle.strictest(*both).latest == min(w.latest for w in both)


def test_stage_2_follows_stage_1_within_the_bodys_six_months():
    window = cycle.stage2_window(d("2026-08-31"))
    assert (window.earliest, window.latest, window.confidence) == (d("2026-09-01"), d("2027-02-28"), "body")
    assert cycle.stage2_window(d("2026-08-31"), months=3).latest == d("2026-11-30")


def test_a_recertification_audit_closes_on_the_expiry_day():
    window = cycle.recertification_window(expires=d("2027-08-31"), edition=CN2025)
    assert (window.earliest, window.latest) == (d("2027-02-28"), d("2027-08-31"))
    assert window.clause == "CNCA-QMS-01:2025 5.8.2"
    older = cycle.recertification_window(expires=d("2023-08-15"), edition=CN2016)
    assert older.clause == "ISO/IEC 17021-1:2015 9.6.3.1.1"


@pytest.mark.parametrize(
    ("edition", "on_site_ended", "decided", "completed", "outcome", "effective", "expires"),
    [
        (CN2016, "2023-08-02", "2023-08-15", True, "renewed", "2023-08-15", "2026-08-15"),
        (CN2016, "2023-08-02", "2023-11-01", True, "restored", "2023-11-01", "2026-08-15"),
        (CN2016, "2023-10-20", "2023-11-01", True, "restored", "2023-11-01", "2026-08-15"),
        (CN2016, "2023-08-02", "2024-02-15", True, "restored", "2024-02-15", "2026-08-15"),
        (CN2016, "2023-08-02", "2024-02-16", True, "stage-2", None, None),
        (CN2016, "2023-08-02", "2023-11-01", False, "stage-2", None, None),
        (CN2016, "2023-08-02", "2023-08-10", False, "stage-2", None, None),
        (CN2016, None, "2023-11-01", True, "stage-2", None, None),
        (CN2025, "2023-08-02", "2023-08-15", True, "renewed", "2023-08-15", "2026-08-15"),
        (CN2025, "2023-08-15", "2023-11-01", True, "restored", "2023-11-01", "2026-08-15"),
        (CN2025, "2023-08-16", "2023-11-01", True, "initial", None, None),
        (CN2025, None, "2023-11-01", False, "initial", None, None),
        (CN2025, "2023-08-15", "2024-02-16", True, "stage-2", None, None),
    ],
)
def test_recertification(edition, on_site_ended, decided, completed, outcome, effective, expires):
    result = cycle.recertification_outcome(
        expires=d("2023-08-15"),
        on_site_ended=on_site_ended and d(on_site_ended),
        decided=d(decided),
        activities_completed=completed,
        edition=edition,
    )
    assert result.outcome == outcome
    assert (result.effective, result.expires) == (effective and d(effective), expires and d(expires))


@pytest.mark.parametrize(
    ("edition", "decided", "outcome"),
    [
        (CN2016, "2024-02-15", "renewed"),
        (CN2016, "2024-08-15", "restored"),
        (CN2016, "2024-08-16", "stage-2"),
        (CN2025, "2024-02-15", "restored"),
    ],
)
def test_an_extraordinary_event_prolongs_validity_and_keeps_the_original_dates(edition, decided, outcome):
    result = cycle.recertification_outcome(
        expires=d("2023-08-15"),
        on_site_ended=d("2023-08-02"),
        decided=d(decided),
        activities_completed=True,
        edition=edition,
        extraordinary=True,
    )
    assert result.outcome == outcome
    assert result.expires == (None if outcome == "stage-2" else d("2026-08-15"))


@pytest.mark.slow
@given(days, st.none() | days, days, days, st.booleans(), editions, st.booleans())
def test_a_later_decision_never_comes_to_more(expires, on_site, one, other, completed, edition, event):
    def come_to(decided):
        return cycle.recertification_outcome(
            expires=expires,
            on_site_ended=on_site,
            decided=decided,
            activities_completed=completed,
            edition=edition,
            extraordinary=event,
        ).outcome

    earlier, later = sorted([one, other])
    if on_site is None or on_site <= earlier:
        assert list(Outcome).index(come_to(earlier)) <= list(Outcome).index(come_to(later))


def test_a_short_notice_audit_takes_place_within_thirty_days():
    assert cycle.short_notice_by(d("2026-05-06")) == d("2026-06-05")


@pytest.mark.parametrize(("happened", "by"), [("2026-03-20", "2026-04-10"), ("2026-12-31", "2027-01-10")])
def test_what_happened_is_reported_by_the_tenth_of_the_next_month(happened, by):
    assert cycle.report_by(d(happened)) == d(by)


def test_visits_standings_and_outcomes_have_words():
    for prefix, members in [("visit-kind", VisitKind), ("standing", Standing), ("recertification", Outcome)]:
        assert all(f"{prefix}.{member}" in WORDS for member in members)


def test_a_certificate_is_valid_on_its_last_day_and_lapses_on_the_next():
    assert cycle.lapses_on(date(2024, 2, 28)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("ended", "completed", "codes"),
    [
        ("2026-07-15", True, []),
        (None, True, []),
        ("2026-07-16", True, ["recertification.decided-before-audit"]),
        ("2026-07-15", False, ["recertification.not-completed"]),
        ("2026-07-16", False, ["recertification.not-completed", "recertification.decided-before-audit"]),
    ],
)
def test_a_recertification_is_decided_after_its_audit_once_all_is_done(ended, completed, codes):
    found = cycle.objections_to_recertifying(
        ended and date.fromisoformat(ended), date(2026, 7, 15), activities_completed=completed
    )
    assert [o.code for o in found] == codes
