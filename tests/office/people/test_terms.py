"""The terms people work on: contracts, days, insurance, declarations."""

from datetime import date, timedelta

import pytest

from mingzheng.office.people.actions.agree_availability import agree_availability
from mingzheng.office.people.actions.change_person import change_person
from mingzheng.office.people.actions.end_contract import end_contract
from mingzheng.office.people.actions.insure_person import insure_person
from mingzheng.office.people.actions.sign_contract import sign_contract
from mingzheng.office.people.actions.sign_declaration import sign_declaration
from mingzheng.office.people.models import Declaration, Employment, Insurance, Person
from mingzheng.office.people.queries import declared_on, engaged_on, movement, people_on
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.models import Event
from mingzheng.rulebook.engagement import DeclarationKind, InsuranceKind
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
CONFIDENTIALITY = DeclarationKind.CONFIDENTIALITY


def test_a_contract_says_how_a_person_is_engaged_until_another_follows(cast):
    evaluator = cast["competence_evaluator"]
    part_time = {
        "number": "PY-1",
        "full_time": False,
        "main_employer": "示例大学",
        "on": DAY,
        "by": evaluator,
    }
    sign_contract("auditor", **part_time, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31))
    assert (
        Person.objects.get(login="auditor").full_time,
        Person.objects.get(login="auditor").main_employer,
    ) == (
        False,
        "示例大学",
    )
    sign_contract("auditor", number="LD-2", full_time=True, first_day=date(2026, 1, 1), on=DAY, by=evaluator)

    auditor = Person.objects.get(login="auditor")
    assert auditor.full_time and auditor.main_employer == ""
    assert engaged_on(date(2025, 6, 1))[auditor.pk] is False and engaged_on(DAY)[auditor.pk] is True
    assert auditor.pk not in engaged_on(date(2024, 12, 31))
    assert kinds() == ["person.contract-signed"] * 2


@pytest.mark.parametrize(
    "more, why",
    [
        ({"full_time": False, "first_day": DAY}, "no-main-employer"),
        ({"full_time": True, "first_day": DAY, "last_day": date(2026, 1, 1)}, "ends-before-it-begins"),
        ({"full_time": True, "first_day": date(2025, 12, 31)}, "contracts-overlap"),
    ],
)
def test_otherwise_a_contract_is_not_entered(cast, more, why):
    Employment.objects.create(
        person=cast["auditor"],
        number="1",
        full_time=True,
        first_day=date(2025, 1, 1),
        last_day=date(2025, 12, 31),
    )
    with pytest.raises(Refused, match=why):
        sign_contract("auditor", number="2", **more, on=DAY, by=cast["administrator"])
    assert Employment.objects.count() == 1


def test_a_contract_is_cut_short_and_never_drawn_out(cast):
    evaluator = cast["competence_evaluator"]
    sign_contract(
        "auditor",
        number="1",
        full_time=True,
        first_day=date(2025, 1, 1),
        last_day=date(2026, 12, 31),
        on=DAY,
        by=evaluator,
    )
    for last, number, why in [
        (date(2027, 1, 1), "1", "ends-later"),
        (date(2024, 1, 1), "1", "ends-before"),
        (DAY, "2", "no-contract"),
    ]:
        with pytest.raises(Refused, match=why):
            end_contract("auditor", number, last_day=last, reason="辞职", on=DAY, by=evaluator)
    end_contract("auditor", "1", last_day=DAY, reason="辞职", on=DAY, by=evaluator)

    assert Employment.objects.get().last_day == DAY
    assert kinds() == ["person.contract-signed", "person.contract-ended"]


def test_everyone_signs_for_himself_once_a_year_and_the_record_keeps_the_text(cast):
    sign_declaration("auditor", CONFIDENTIALITY, on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="signed-already"):
        sign_declaration("auditor", CONFIDENTIALITY, on=date(2026, 11, 1), by=cast["auditor"])
    with pytest.raises(Refused, match="not-yours"):
        sign_declaration("auditor", DeclarationKind.IMPARTIALITY, on=DAY, by=cast["administrator"])
    sign_declaration("auditor", CONFIDENTIALITY, on=date(2027, 1, 4), by=cast["auditor"])

    assert [held.valid_until for held in Declaration.objects.order_by("signed_on")] == [
        date(2027, 3, 1),
        date(2028, 1, 3),
    ]
    assert "保密" in Event.objects.latest("id").facts["text"]


def test_the_code_of_conduct_is_signed_by_each_and_whoever_has_not_is_not_counted(cast):
    """Of the people of a day, those whose signature holds on it; the day after its year it holds no longer."""
    everybody = FIGURES["people"].rows(Period.of(2026)).count()
    for login in ("auditor", "market"):
        sign_declaration(login, DeclarationKind.CONDUCT, on=DAY, by=cast[login])
    sign_declaration("quality", CONFIDENTIALITY, on=DAY, by=cast["quality"])
    signed = FIGURES["conduct-signed"]

    assert {one.login for one in signed.rows(Period.of(2026))} == {"auditor", "market"}
    assert counted({"n": (signed, Period.of(2026))})["n"]["value"] == 2 < everybody
    assert signed.rows(Period.of(2026, 2)).count() == signed.rows(Period.of(2027, 3)).count() == 0
    assert {one.login for one in FIGURES["confidentiality-signed"].rows(Period.of(2026))} == {"quality"}
    assert "行为规范" in Event.objects.earliest("id").facts["text"]


def test_an_integrity_pledge_is_signed_yearly_of_its_own_and_counted_of_everybody(cast):
    everybody = FIGURES["people"].rows(Period.of(2026)).count()
    for login in ("auditor", "market"):
        sign_declaration(login, DeclarationKind.INTEGRITY, on=DAY, by=cast[login])
    sign_declaration("quality", DeclarationKind.IMPARTIALITY, on=DAY, by=cast["quality"])
    pledged = FIGURES["integrity-signed"]
    told = counted({"n": (pledged, Period.of(2026))})["n"]
    assert told["value"] == 2 < everybody and pledged.meaning.of == "people"
    assert pledged.rows(Period.of(2027, 3)).count() == 0
    assert "廉洁" in Event.objects.earliest("id").facts["text"]


def test_a_policy_is_entered_once(cast):
    policy = {"insurer": "示例保险", "number": "P-1", "on": DAY, "by": cast["administrator"]}
    insure_person("auditor", InsuranceKind.ACCIDENT, **policy, first_day=DAY, last_day=date(2027, 3, 1))
    with pytest.raises(Refused, match="policy-held"):
        insure_person("auditor", InsuranceKind.ACCIDENT, **policy, first_day=DAY, last_day=date(2027, 3, 1))
    with pytest.raises(Refused, match="ends-before"):
        insure_person("auditor", InsuranceKind.MEDICAL, **policy, first_day=date(2026, 4, 1), last_day=DAY)

    assert Insurance.objects.get().kind == "accident" and kinds() == ["person.insured"]


def test_the_days_of_a_part_timer_are_agreed(cast):
    agree_availability("auditor", weekdays=[4, 0, 4], days_a_year=80, on=DAY, by=cast["programme_manager"])
    for weekdays, days in [([7], None), ([], 367)]:
        with pytest.raises(Refused, match="no-such-weekday|too-many-days"):
            agree_availability(
                "auditor", weekdays=weekdays, days_a_year=days, on=DAY, by=cast["programme_manager"]
            )

    auditor = Person.objects.get(login="auditor")
    assert (auditor.weekdays, auditor.days_a_year) == ([0, 4], 80)
    assert kinds() == ["person.availability-agreed"]


def test_a_home_town_is_a_known_division(cast):
    change_person("auditor", home="310113", languages=["en"], on=DAY, by=cast["competence_evaluator"])
    with pytest.raises(Refused, match="region-unknown"):
        change_person("auditor", home="999999", on=DAY, by=cast["competence_evaluator"])

    assert (Person.objects.get(login="auditor").home, Person.objects.get(login="auditor").languages) == (
        "310113",
        ["en"],
    )


def test_a_person_is_counted_once_however_many_contracts_followed_one_another(cast):
    for number, first, last in [
        ("1", date(2024, 1, 1), date(2024, 12, 31)),
        ("2", date(2025, 1, 1), date(2025, 12, 31)),
        ("3", date(2026, 1, 1), None),
    ]:
        Employment.objects.create(
            person=cast["auditor"], number=number, full_time=True, first_day=first, last_day=last
        )
    sign_declaration("auditor", CONFIDENTIALITY, on=DAY, by=cast["auditor"])

    assert people_on(DAY).filter(login="auditor").count() == 1
    assert people_on(DAY).count() == len(engaged_on(DAY))
    assert list(declared_on(CONFIDENTIALITY, DAY)) == [cast["auditor"]]
    assert not people_on(date(2023, 12, 31)).filter(login="auditor").exists()


def test_who_left_is_counted_to_his_last_day(cast):
    last = DAY - timedelta(days=1)
    Employment.objects.create(
        person=cast["auditor"], number="1", full_time=True, first_day=date(2024, 1, 1), last_day=last
    )
    assert people_on(last).filter(login="auditor").exists()
    assert not people_on(DAY).filter(login="auditor").exists()


def test_who_was_there_and_who_came_less_who_left_are_who_is_there(cast):
    for login, first, last in [
        ("auditor", date(2024, 1, 1), date(2026, 1, 31)),
        ("reviewer", date(2026, 2, 1), None),
        ("market", date(2024, 1, 1), None),
    ]:
        Employment.objects.create(
            person=cast[login], number=login, full_time=True, first_day=first, last_day=last
        )
    change = movement(date(2026, 1, 1), DAY)

    assert change.joined == {cast["reviewer"].pk} and change.left == {cast["auditor"].pk}
    assert change.opening + len(change.joined) - len(change.left) == change.closing
