"""What must always be true of the yearly figures."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.books import book
from mingzheng.rulebook.indicators import Stock, flow

from .figures import digest_of, figures_of
from .models import Snapshot
from .queries import ledger

ALWAYS = "9999-12"


@book("the stocks that the events lead to are the certificates that stand so")
def _stocks_are_the_rows() -> Iterator[str]:
    entries = ledger(date.max)
    for stock in Stock:
        rows = dict(
            Certificate.objects.filter(status=stock)
            .values_list("certification__standard")
            .annotate(Count("pk"))
        )
        for scheme in sorted({*rows, *(entry.scheme for entry in entries)}):
            told = flow([entry for entry in entries if entry.scheme == scheme], stock, ALWAYS, ALWAYS).closing
            if told != rows.get(scheme, 0):
                yield f"{scheme}: {rows.get(scheme, 0)} {stock}, by the record {told}"


@book("a frozen year counted again from the same log gives the same figures")
def _frozen_years_stand() -> Iterator[str]:
    for snapshot in Snapshot.objects.order_by("year"):
        if snapshot.digest != digest_of(snapshot.figures):
            yield f"the figures of {snapshot.year} are not those of their hash"
        if snapshot.digest != digest_of(figures_of(snapshot.year, known=snapshot.log_size)):
            yield f"{snapshot.year} counted again gives other figures"
