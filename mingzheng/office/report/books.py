"""What must always be true of the yearly figures."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from django.db.models import Count

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.books import book
from mingzheng.rulebook.indicators.stocks import Entry, Stock, flow

from .models import Snapshot
from .queries import ledger
from .year import digest_of, kept_figures, tables_of, told_in_the_log

ALWAYS = "9999-12"


@book("the stocks that the events lead to are the certificates that stand so")
def _stocks_are_the_rows() -> Iterator[str]:
    entries = ledger(date.max)
    kinds = Certificate.objects.values_list("status", "certification__standard")
    rows = {(status, scheme): count for status, scheme, count in kinds.annotate(Count("pk"))}
    schemes = sorted({scheme for _, scheme in rows} | {entry.scheme for entry in entries})
    for stock, scheme in product(Stock, schemes):
        told = flow([entry for entry in entries if entry.scheme == scheme], stock, ALWAYS, ALWAYS).closing
        if told != rows.get((stock, scheme), 0):
            yield f"{scheme}: {rows.get((stock, scheme), 0)} {stock}, by the record {told}"


@book("a frozen year counted again from the same log gives the same figures")
def _frozen_years_stand() -> Iterator[str]:
    for snapshot in Snapshot.objects.order_by("year"):
        if snapshot.digest != digest_of(snapshot.figures):
            yield f"the figures of {snapshot.year} are not those of their hash"
        for name, table in tables_of(snapshot.year, known_entries(snapshot)).items():
            if snapshot.figures[name] != table:
                yield f"{name} of {snapshot.year}, counted again, gives another table"
        values = told_in_the_log(snapshot.year, known=snapshot.log_size)
        for name, one in snapshot.figures.get("figures", {}).items():
            if one["value"] != values.get(name, one["value"]):
                yield f"{name} of {snapshot.year}, counted again, is {values[name]}, not {one['value']}"


def known_entries(snapshot: Snapshot) -> list[Entry]:
    """Of the log's first so many events."""
    return ledger(date(snapshot.year, 12, 31), snapshot.log_size)


@book("behind a frozen figure are kept as many records as it says")
def _frozen_figures_have_their_records() -> Iterator[str]:
    for snapshot in Snapshot.objects.order_by("year"):
        kept = dict(snapshot.kept.values_list("figure").annotate(Count("pk")))
        for name in kept_figures(snapshot.figures):
            value = snapshot.figures["figures"][name]["value"]
            if value != kept.get(name, 0):
                yield f"{name} of {snapshot.year} says {value}, and {kept.get(name, 0)} records are kept"
