"""Random years of a small body: whatever befalls its certificates, stock and flow close in every month.

The acts are drawn, each tried on the certificate it falls on; what the rulebook refuses does not happen.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.expire_certificate import expire_certificate
from mingzheng.office.certificates.actions.record_surveillance import record_surveillance
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.report.queries import ledger, records_behind
from mingzheng.office.report.year import TOTAL, figures_of
from mingzheng.rulebook.indicators.certificates import COLUMNS, STOCKS
from mingzheng.rulebook.indicators.stocks import Stock, flow
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate, clerk, decided, surveyed

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
YEAR, FIRST = 2026, date(2023, 2, 1)
MONTHS = [f"{YEAR}-{month:02}" for month in range(1, 13)]


def suspend(held: Certificate, on: date) -> None:
    decided("suspend", held, on, reason_code="0116")
    suspend_certificate(held.number, on=on, by=clerk())


def restore(held: Certificate, on: date) -> None:
    decided("restore", held, on)
    restore_certificate(held.number, on=on, by=clerk())


def withdraw(held: Certificate, on: date) -> None:
    decided("withdraw", held, on, reason_code="0101")
    withdraw_certificate(held.number, on=on, by=clerk())


def cancel(held: Certificate, on: date) -> None:
    cancel_certificate(held.number, asked_on=on, request="来函", on=on, by=clerk())


def replace(held: Certificate, on: date) -> None:
    decided("extend", held, on, scope_zh=f"{on}起的范围")
    replace_certificate(held.number, reason="0101", on=on, by=clerk())


def surveil(held: Certificate, on: date) -> None:
    made = decided("maintain", held, on, audit=surveyed(held, on))
    record_surveillance(made.number, on=on, by=CLOCK)


def renew(held: Certificate, on: date) -> None:
    made = decided("renew", held, on, audit=surveyed(held, on, kind="recertification"))
    renew_certificate(made.number, on=on, by=clerk())


def expire(held: Certificate, on: date) -> None:
    expire_certificate(held.number, on=on, by=CLOCK)


ACTS: list[Callable[[Certificate, date], None]] = [
    suspend, suspend, restore, restore, restore, withdraw, cancel, replace, surveil, renew, expire,
]  # fmt: skip
DRAWN = st.tuples(st.integers(0, 364), st.integers(0, 3), st.sampled_from(ACTS))


def live(acts: list[tuple[int, int, Callable[[Certificate, date], None]]]) -> None:
    """Four certifications, the first two of three years ago, and the acts in the order of their days."""
    first = [certificate(standard, on=FIRST + timedelta(days=20)) for standard in ("QMS", "EMS")]
    first += [certificate(standard, on=date(YEAR, 1, 12)) for standard in ("QMS", "OHSMS")]
    held = [one.certification for one in first]
    for day, which, act in sorted(acts, key=lambda one: one[0]):
        latest = Certificate.objects.filter(certification=held[which]).latest("issued_on", "pk")
        on = date(YEAR, 1, 1) + timedelta(days=day)
        try:
            with transaction.atomic():
                act(latest, on)
        except (Refused, Certificate.DoesNotExist):  # the latest of them is not alive any more
            continue


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DRAWN, min_size=4, max_size=16))
def test_stock_and_flow_close_in_every_month_and_every_list_is_as_long_as_its_figure_says(db, acts):
    with transaction.atomic():
        live(acts)

        entries = ledger(date(YEAR, 12, 31))
        for stock in Stock:
            ends = [flow(entries, stock, month, month) for month in MONTHS]
            assert [one.closing for one in ends[:-1]] == [one.opening for one in ends[1:]]
        in_rows = Counter(Certificate.objects.values_list("status", flat=True))
        assert {stock: flow(entries, stock, MONTHS[0], MONTHS[-1]).closing for stock in Stock} == {
            stock: in_rows[stock] for stock in Stock
        }
        told = figures_of(YEAR)
        table = told["certificates"]
        for column in table[TOTAL]:
            parts = [row[column] for scheme, row in table.items() if scheme != TOTAL]
            assert table[TOTAL][column] == sum(parts)
        for meaning in (*COLUMNS.values(), *STOCKS.values()):
            said = told["figures"][meaning.name]["value"]
            assert len(records_behind(FIGURES[meaning.name], YEAR)) == said
        transaction.set_rollback(True)
