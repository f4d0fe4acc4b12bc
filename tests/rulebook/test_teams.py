"""Who may go on a visit, and when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import teams
from mingzheng.rulebook.calendar import Half, HalfDay, half_days
from mingzheng.rulebook.competence import (
    Authorisation,
    AuthorisationKind,
    Registration,
    RegistrationGrade,
    TeamRole,
    TechnicalCompetence,
)
from mingzheng.rulebook.impartiality import Tie, TieKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import MemberFacts, VisitFacts
from mingzheng.words import say

QMS, EMS = Standard.QMS, Standard.EMS
TODAY, FIRST, LAST = date(2026, 3, 2), date(2026, 4, 8), date(2026, 4, 9)
CODE = "17.10.02"
TWO_DAYS = frozenset(half_days(HalfDay(FIRST, Half.MORNING), HalfDay(LAST, Half.AFTERNOON)))


def registration(standard=QMS, grade=RegistrationGrade.AUDITOR, until=date(2026, 12, 31)):
    return Registration(standard, grade, date(2024, 1, 1), until)


def ended_on(day):
    return Authorisation(AuthorisationKind.LEADER, date(2025, 1, 1), day)


LEADER = MemberFacts(
    person="甲",
    role=TeamRole.LEADER,
    standards=frozenset({QMS}),
    half_days=TWO_DAYS,
    registrations=(registration(),),
    competences=(TechnicalCompetence(QMS, "17.10", date(2025, 1, 1)),),
    authorisations=(Authorisation(AuthorisationKind.LEADER, date(2025, 1, 1)),),
    insured=((date(2025, 1, 1), date(2026, 12, 31)),),
)
SECOND = replace(LEADER, person="乙", role=TeamRole.AUDITOR, competences=(), authorisations=())
VISIT = VisitFacts({QMS: frozenset({CODE})}, Decimal("3.5"))


def objections(*members, visit=VISIT):
    found = teams.objections_to_team(visit, members, TODAY)
    for o in found:
        assert say(o.code, "zh-hans", **o.details) != say(o.code, "en", **o.details)
    return [(o.code, o.clause) for o in found]


def codes(*members, visit=VISIT):
    return [code for code, _ in objections(*members, visit=visit)]


@pytest.mark.parametrize("grade", [RegistrationGrade.SENIOR, RegistrationGrade.PRINCIPAL])
def test_the_older_grades_lead_by_their_registration_alone(grade):
    assert codes(replace(LEADER, authorisations=(), registrations=(registration(grade=grade),)), SECOND) == []


def test_a_good_team_goes():
    assert codes(LEADER, SECOND) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"registrations": ()}, "team.not-registered"),
        ({"registrations": (registration(EMS),)}, "team.not-registered"),
        ({"registrations": (registration(grade=RegistrationGrade.TRAINEE),)}, "team.not-registered"),
        ({"registrations": (registration(until=FIRST),)}, "team.registration-expired"),
        ({"authorisations": ()}, "team.not-authorised-to-lead"),
        ({"authorisations": (ended_on(LAST),)}, "team.not-authorised-to-lead"),
        ({"ties": (Tie(TieKind.CONSULTANCY, date(2024, 4, 9)),)}, "impartiality.consultancy"),
        ({"leave": ((date(2026, 4, 1), FIRST),)}, "team.on-leave"),
        ({"leave": ((LAST, date(2026, 5, 1)),)}, "team.on-leave"),
        ({"booked": frozenset({HalfDay(LAST, Half.AFTERNOON)})}, "team.booked-already"),
        ({"on_site_days": Decimal("178.5")}, "team.too-many-days"),
        ({"insured": ()}, "team.not-insured"),
        ({"insured": ((date(2025, 1, 1), date(2026, 3, 1)),)}, "team.not-insured"),
        ({"insured": ((LAST, date(2027, 1, 1)),)}, "team.not-insured"),
        ({"role": TeamRole.WITNESS}, "team.not-authorised-to-witness"),
        (
            {"insured": ((date(2026, 1, 1), date(2026, 4, 1)), (LAST, date(2027, 1, 1)))},
            "team.not-insured",
        ),
    ],
)
def test_a_member_is_objected_to(change, code):
    found = teams.objections_to_member(replace(LEADER, **change), TODAY)
    assert [o.code for o in found] == [code]
    assert found[0].details["person"] == "甲"


@pytest.mark.parametrize(
    "change",
    [
        {"registrations": (registration(until=LAST),)},
        {"ties": (Tie(TieKind.CONSULTANCY, date(2024, 4, 8)),)},
        {"leave": ((date(2026, 4, 1), date(2026, 4, 7)), (date(2026, 4, 10), date(2026, 4, 11)))},
        {"booked": frozenset({HalfDay(date(2026, 4, 7), Half.AFTERNOON)})},
        {"on_site_days": Decimal(178)},
        {"insured": ((FIRST, LAST),)},
        {"insured": ((date(2025, 4, 1), TODAY),)},
        {
            "role": TeamRole.WITNESS,
            "authorisations": (Authorisation(AuthorisationKind.WITNESS, date(2025, 1, 1)),),
        },
    ],
)
def test_a_member_is_not_objected_to_at_the_edge(change):
    assert teams.objections_to_member(replace(LEADER, **change), TODAY) == []


def test_half_days_of_one_day_may_go_to_two_visits():
    morning, afternoon = HalfDay(FIRST, Half.MORNING), HalfDay(FIRST, Half.AFTERNOON)
    member = replace(LEADER, half_days=frozenset({morning}), booked=frozenset({afternoon}))
    assert teams.objections_to_member(member, TODAY) == []


def test_the_yearly_limit_came_with_the_2025_rule():
    earlier = frozenset({HalfDay(date(2025, 6, 3), Half.MORNING)})
    member = replace(LEADER, half_days=earlier, on_site_days=Decimal(200))
    assert teams.objections_to_member(member, TODAY) == []
    (found,) = teams.objections_to_member(replace(LEADER, on_site_days=Decimal(200)), TODAY)
    assert found.clause == "CNCA-QMS-01:2025 3.9" and found.details["days"] == "202"


def test_a_team_has_one_leader():
    assert objections(replace(LEADER, role=TeamRole.AUDITOR), SECOND) == [
        ("team.no-leader", "ISO/IEC 17021-1:2015 9.2.2.1.1")
    ]
    assert codes(LEADER, replace(LEADER, person="丙")) == ["team.two-leaders"]


def test_the_team_covers_the_technical_code_not_each_member():
    nobody = replace(LEADER, competences=())
    assert codes(nobody, SECOND) == ["team.code-not-covered"]
    assert codes(nobody, replace(SECOND, competences=LEADER.competences)) == []


def test_competence_for_another_standard_or_evaluated_later_covers_nothing():
    other = replace(LEADER, competences=(TechnicalCompetence(EMS, "17", date(2025, 1, 1)),))
    later = replace(LEADER, competences=(TechnicalCompetence(QMS, "17", LAST),))
    assert codes(other, SECOND) == codes(later, SECOND) == ["team.code-not-covered"]


def test_trainees_count_neither_for_days_nor_for_codes():
    helper = replace(LEADER, person="丁", role=TeamRole.TRAINEE)
    assert codes(replace(LEADER, competences=()), helper) == ["team.code-not-covered", "team.too-few-days"]


EXPERT = Authorisation(AuthorisationKind.EXPERT, date(2025, 1, 1))


def test_an_authorised_expert_covers_his_codes_without_registration_and_counts_for_no_days():
    expert = replace(LEADER, person="丁", role=TeamRole.EXPERT, registrations=(), authorisations=(EXPERT,))
    bare = replace(LEADER, competences=()), replace(SECOND, competences=())
    assert codes(*bare) == ["team.code-not-covered"]
    assert codes(*bare, expert) == []
    assert codes(bare[0], expert) == ["team.too-few-days"]
    assert codes(*bare, replace(expert, competences=())) == ["team.code-not-covered"]
    ended = replace(expert, authorisations=(replace(EXPERT, ended=LAST),))
    assert codes(*bare, ended) == ["team.not-authorised-as-expert", "team.code-not-covered"]


def test_an_expert_alone_audits_no_standard():
    expert = replace(LEADER, person="丁", role=TeamRole.EXPERT, authorisations=(EXPERT,))
    assert "team.no-auditor" in codes(expert)


def test_fewer_auditor_days_than_required_are_refused():
    short = replace(
        SECOND, half_days=frozenset({HalfDay(FIRST, Half.MORNING), HalfDay(FIRST, Half.AFTERNOON)})
    )
    assert objections(LEADER, short) == [("team.too-few-days", "ISO/IEC 17021-1:2015 9.1.4.1")]
    assert codes(LEADER, short, visit=replace(VISIT, auditor_days=Decimal(3))) == []


def test_every_standard_of_the_visit_has_its_auditor():
    both = replace(VISIT, codes={QMS: frozenset({CODE}), EMS: frozenset({CODE})})
    assert codes(LEADER, SECOND, visit=both) == ["team.no-auditor"]
    environmental = replace(
        SECOND,
        standards=frozenset({EMS}),
        registrations=(registration(EMS),),
        competences=(TechnicalCompetence(EMS, CODE, TODAY),),
    )
    assert codes(LEADER, environmental, visit=both) == []


def test_a_day_nobody_works_is_told_once():
    holiday = replace(VISIT, non_working=frozenset({LAST, date(2026, 4, 5)}))
    assert codes(LEADER, SECOND, visit=holiday) == ["team.non-working-day"]


@pytest.mark.slow
@given(st.sets(st.sampled_from(sorted(TWO_DAYS))))
def test_one_more_trainee_never_mends_a_team(half_days):
    weak = replace(SECOND, competences=())
    helper = replace(LEADER, person="戊", role=TeamRole.TRAINEE, half_days=frozenset(half_days))
    assert codes(weak) == codes(weak, helper) != []


@pytest.mark.slow
@given(st.sets(st.sampled_from(sorted(TWO_DAYS))))
def test_an_expert_mends_nothing_but_the_codes(half_days):
    weak = replace(SECOND, competences=())
    helper = replace(
        LEADER, person="戊", role=TeamRole.EXPERT, half_days=frozenset(half_days), authorisations=(EXPERT,)
    )
    assert set(codes(weak)) - {"team.code-not-covered"} == set(codes(weak, helper)) - {
        "team.code-not-covered"
    }


def test_without_dates_the_day_of_asking_decides():
    undated = replace(LEADER, half_days=frozenset(), registrations=(registration(until=TODAY),))
    assert teams.objections_to_member(undated, TODAY) == []
    assert [o.code for o in teams.objections_to_member(undated, FIRST)] == ["team.registration-expired"]
