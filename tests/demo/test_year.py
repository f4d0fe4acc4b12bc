"""The body of the seed year in small: one client of every lot, told day by day from 2017; and its sums in large."""

import pytest

from demo.year.building import build
from demo.year.checking import differences, unlike_the_text, wanted, with_total
from demo.year.cohorts import Lot, lives, table
from demo.year.people import auditors
from demo.year.recount import counted_from_the_log, counted_in_sql
from demo.year.seed import AUDITORS, CERTIFICATES
from mingzheng.office.record.books import check_the_books
from mingzheng.office.report.year import figures_of
from mingzheng.rulebook.standards import SYSTEMS

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


@pytest.mark.django_db(transaction=True)
def test_one_client_of_every_lot_told_day_by_day_is_counted_as_its_lot_says():
    told = list({life.lot: life for life in lives(400)}.values())
    assert {life.lot for life in told} == set(Lot)

    build(2020, told, A_FEW)

    figures = figures_of(2020)
    assert [
        *differences(figures, wanted(told), {}),
        *unlike_the_text(figures, but=("people", "call-backs")),
    ] == []
    assert figures["visits_by_month"][1] == 0
    for again in (counted_in_sql(2020), counted_from_the_log(2020)):
        assert with_total(again) == {name: figures["certificates"][name] for name in with_total(again)}
    assert check_the_books() == {}
