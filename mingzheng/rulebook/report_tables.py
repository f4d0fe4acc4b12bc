"""Does a table add up? Columns to their total, a stock to its closing, parts to their whole."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """`where` (a column or row, by its place) says one number, and its parts make another."""

    where: int
    said: float
    sum: float

    @property
    def by(self) -> float:
        return self.said - self.sum


def columns_against_total(rows: Sequence[Sequence[float]], total: Sequence[float]) -> list[Difference]:
    """Of every column, whether its rows make the total."""
    sums = [sum(row[n] for row in rows) for n in range(len(total))]
    return [
        Difference(n, said, made)
        for n, (said, made) in enumerate(zip(total, sums, strict=True))
        if said != made
    ]


def rows_that_do_not_close(rows: Sequence[Sequence[float]], signs: Sequence[int]) -> list[Difference]:
    """Of every row, whether its cells with their signs make its last cell: opening + in - out = closing."""
    made = [sum(sign * cell for sign, cell in zip(signs, row, strict=False)) for row in rows]
    return [
        Difference(n, row[-1], one)
        for n, (row, one) in enumerate(zip(rows, made, strict=True))
        if row[-1] != one
    ]
