"""Counting beside what is fetched: one number of one query, inside another."""

from typing import Any

from django.db.models import DecimalField, F, IntegerField, QuerySet, Subquery

PLACES = 3  # of a sum: kilograms to the gram, money with a digit to spare


class Counted(Subquery):
    """How many rows a query finds, at most `most` of them; the database stops counting there."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    empty_result_set_value = 0
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any], most: int | None = None):
        super().__init__(rows.order_by().values("pk")[:most])


class Summed(Subquery):
    """The sum of one path over the rows a query finds; nothing is nought."""

    template = "(SELECT COALESCE(SUM(summed.to_sum), 0) FROM (%(subquery)s) summed)"
    empty_result_set_value = 0
    output_field = DecimalField(max_digits=20, decimal_places=PLACES)

    def __init__(self, rows: QuerySet[Any], path: str):
        super().__init__(rows.order_by().values("pk", to_sum=F(path)))
