"""The body of the seed year in small: one client of every lot, told day by day from 2017; and its sums in large."""

from datetime import date

import pytest

from demo.logins import LOGINS
from demo.year.building import build
from demo.year.checking import differences, silent, unlike_the_text, wanted, with_total
from demo.year.cohorts import Lot, lives, table
from demo.year.people import auditors
from demo.year.recount import counted_from_the_log, counted_in_sql
from demo.year.seed import AUDITORS, CERTIFICATES
from mingzheng.office.certificates.actions.transfer_certificate import transfer_certificate
from mingzheng.office.footprint.models import Reading, Trip
from mingzheng.office.learning.queries import quarters_without_seminar
from mingzheng.office.people.models import Person
from mingzheng.office.quality.queries import confirmed_by
from mingzheng.office.record.books import check_the_books
from mingzheng.office.report.year import figures_of
from mingzheng.office.voices.figures import received
from mingzheng.office.voices.models import Case
from mingzheng.office.voices.queries import badly_behaved
from mingzheng.rulebook.footprint import Meter, Mode
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.own_system import CONFIRMED_BY, Register
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.voices import CaseKind
from tests.certified import body, certificate, clerk

pytestmark = pytest.mark.one_database
A_FEW = [
    *auditors()[:7],
    *auditors()[18:21],
]  # all for the three systems, some for products, some for services


def test_the_clients_of_the_year_come_to_the_rows_of_the_printed_report():
    counted = table(lives())

    assert {standard.value: counted[standard.letter] for standard in SYSTEMS} == {
        standard.value: CERTIFICATES[standard] for standard in SYSTEMS
    }


def test_the_people_of_the_year_come_to_the_printed_table_of_auditors():
    for standard, row in AUDITORS.items():
        held = [one for one in auditors() if standard in one.standards]
        full, trainees = (
            sum(one.full_time and not one.is_trainee for one in held),
            sum(one.is_trainee for one in held),
        )
        part = len(held) - full - trainees

        assert row == {"full_time": full, "part_time": part, "total": full + part, "trainee": trainees}


@pytest.mark.django_db
def test_a_certificate_let_go_to_another_body_is_recounted_as_it_is_counted():
    body()
    kept, gone = (certificate("QMS", on=date(2026, 3, 2)) for _ in range(2))
    told = {"taken_over_on": date(2026, 9, 7), "to": "示例联合认证公司", "notice": "接收通知"}
    transfer_certificate(gone.number, **told, on=date(2026, 9, 7), by=clerk())
    row = counted_in_sql(2026)["QMS"]
    assert row == figures_of(2026)["certificates"]["QMS"]
    assert (row["valid"], row["withdrawn"]) == (1, 1) and kept.number != gone.number


@pytest.mark.django_db(transaction=True)
def test_one_client_of_every_lot_told_day_by_day_is_counted_as_its_lot_says():
    told = list({life.lot: life for life in lives(400)}.values())
    assert {life.lot for life in told} == set(Lot)

    build(2020, told, A_FEW)

    figures = figures_of(2020)
    assert [
        *differences(figures, wanted(told), {}),
        *unlike_the_text(figures, but=("people", "call-backs")),
        *silent(figures),
    ] == []
    _tells_what_was_said_and_used(figures)
    assert figures["visits_by_month"][1] == 0
    for again in (counted_in_sql(2020), counted_from_the_log(2020)):
        assert with_total(again) == {name: figures["certificates"][name] for name in with_total(again)}
    assert check_the_books() == {}


def _tells_what_was_said_and_used(figures):
    """Most clients answered and are content, nobody's complaint is open, no month is missing."""
    count = {name: told["value"] for name, told in figures["figures"].items()}
    assert 0.6 <= count["surveys-answered"] / count["surveys-sent"] <= 0.8
    assert count["surveys-satisfied"] / count["surveys-answered"] > 0.9
    assert not badly_behaved(Person.objects.get(login=LOGINS[Role.QUALITY][0])).exists()
    assert received(Period.of(2019), CaseKind.COMPLAINT).count() == 2
    for case in Case.objects.all():
        assert case.closed_on and case.answered_on <= case.answer_by
    assert count["insured-months"] == Reading.objects.filter(meter=Meter.GAS, month__year=2020).count() == 12
    assert list(quarters_without_seminar(2020, date(2021, 1, 15))) == []
    assert set(figures["figures"]["travel"]["parts"]) >= {Mode.METRO, Mode.TRAIN, Mode.BUS, Mode.CAR}
    assert not Trip.objects.filter(travelled_on__year=2020, mode="").exists()
    for register in Register:
        assert set(confirmed_by(register, 2020)) == set(CONFIRMED_BY[register])
