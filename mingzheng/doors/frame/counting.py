"""Counting beside what is fetched: one number of one query, inside another."""

from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery


class Counted(Subquery):
    """How many rows a query finds, at most `most` of them; the database stops counting there."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    empty_result_set_value = 0
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any], most: int | None = None):
        keys = (
            rows if rows.query.combinator else rows.values("pk")
        )  # rows of several tables have no key in common
        super().__init__(keys.order_by()[:most])
