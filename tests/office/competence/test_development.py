"""The plan of development by year, standard and technical area."""

from datetime import date

import pytest

from mingzheng.office.competence.actions.conclude_development import conclude_development
from mingzheng.office.competence.actions.plan_development import plan_development
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.competence.coverage import matrix
from mingzheng.office.competence.queries import development_by_year, development_seen_by
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 30)
NEAR, OTHER = "17.10.01", "17.11.01"


def planned(cast, code=NEAR, login="zhao", due=DUE, **more) -> str:
    told = {"standard": Standard.QMS, "code": code, "measure": "跟组见习", "due_on": due, "on": DAY, **more}
    return plan_development(login, **told, by=cast["competence_evaluator"]).number


def concluded(cast, number, **told):
    return conclude_development(number, **told, on=DUE, by=cast["competence_evaluator"])


def test_an_entry_is_achieved_once_the_competence_is_recognised_and_not_before(cast):
    rows.auditor("zhao")
    number = planned(cast)
    waiting = QUEUES["competence.development"].waiting
    assert not waiting(cast["competence_evaluator"], DAY)
    assert [row.number for row in waiting(cast["competence_evaluator"], DUE)] == [number]
    with pytest.raises(Refused, match="development.not-recognised"):
        concluded(cast, number, achieved=True)
    recognise_competence("zhao", Standard.QMS, NEAR, basis="见习", on=DUE, by=cast["competence_evaluator"])
    concluded(cast, number, achieved=True)
    with pytest.raises(Refused, match="development.concluded"):
        concluded(cast, number, achieved=True)
    assert not waiting(cast["competence_evaluator"], DUE)


def test_what_is_planned_achieved_and_unfinished_is_counted_by_year(cast):
    rows.auditor("zhao")
    planned(cast)
    given_up = planned(cast, OTHER)
    planned(cast, NEAR, due=date(2027, 1, 1))
    with pytest.raises(Refused, match="development.result-missing"):
        concluded(cast, given_up, achieved=False, result=" ")
    concluded(cast, given_up, achieved=False, result="客户已转出")
    assert [tuple(year.values()) for year in development_by_year()] == [(2027, 1, 0, 0), (2026, 2, 0, 1)]
    told = {name: figure(f"development-{name}")["value"] for name in ("planned", "achieved", "unfinished")}
    assert told == {"planned": 2, "achieved": 0, "unfinished": 1}


@pytest.mark.parametrize(
    "told, why",
    [
        ({"code": "17.10.02"}, "covered-already"),
        ({"code": "99.99"}, "unknown-code"),
        ({"code": NEAR, "measure": " "}, "measure-missing"),
        ({"code": NEAR, "due": date(2026, 3, 1)}, "due-in-past"),
        ({"code": OTHER}, "planned-already"),
    ],
)
def test_an_entry_is_refused(cast, told, why):
    rows.auditor("zhao")
    planned(cast, OTHER)
    with pytest.raises(Refused, match=f"development.{why}"):
        planned(cast, **told)


def test_a_gap_names_those_whose_competence_is_near(cast):
    rows.auditor("zhao"), rows.auditor("qian")
    gap = next(row for row in matrix(Standard.QMS, DAY, {OTHER: 1}).rows if row.code == OTHER)
    assert gap.is_gap and gap.nearest == ("qian", "zhao")
    held = next(row for row in matrix(Standard.QMS, DAY).rows if row.code == "17.10.02")
    assert not held.is_gap and held.nearest == ()


def test_the_plan_is_seen_by_those_whose_business_persons_are_and_ones_own_by_oneself(cast):
    zhao = rows.auditor("zhao")
    planned(cast)
    sees = {role.value for role in HELD_BY_PERSONS if development_seen_by(cast[role]).exists()}
    assert sees == {
        "technical", "competence_evaluator", "programme_manager", "quality", "director", "administrator",
    } and development_seen_by(zhao).exists()  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "development-planned",
        "development-achieved",
        "development-unfinished",
        "requests",
        "requests-answered",
    ],
)
def test_a_figure_of_the_plan_or_of_requests_names_nobody(name):
    assert not [path for path in FIGURES[name].shows if "person" in path]
