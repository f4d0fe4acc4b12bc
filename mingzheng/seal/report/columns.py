"""How wide the columns of a table are, and which hold numbers: by what they say."""

import re
from collections.abc import Iterator, Sequence

from .document import Table, plain

WIDEST, LATIN = 90, 0x2000  # what a column is as wide as at most; the characters below take half the room
HEAD_WORD = re.compile(r"[!-~\u00a0-\u1fff]+|[\u2000-\U0010ffff]+")
WORD = re.compile(r"[!-~\u00a0-\u1fff]+|.")  # Chinese breaks anywhere
EDGES, HEAD = 3, 16  # of a cell, and what of its head stays in one line, in half a Chinese character

AMOUNT = re.compile(r"[+−-]?[\d,]+(\.\d+)?(/[\d,]+)?%?|--|")


def widths(whole: float, columns: Sequence[Sequence[str]]) -> list[float]:
    """Room for the longest word of each column first, then for its head, then for what its cells say; all together `whole`."""
    words = [
        EDGES + max(_room(word) for said in column for word in WORD.findall(said) or [""])
        for column in columns
    ]
    heads = [
        max(word, EDGES + min(HEAD, max(map(_room, HEAD_WORD.findall(column[0])), default=0)))
        for word, column in zip(words, columns, strict=True)
    ]
    needs = heads if sum(heads) <= whole else words
    wants = [EDGES + max((_room(said) for said in column[1:]), default=0) for column in columns]
    more = [max(0, want - need) for want, need in zip(wants, needs, strict=True)]
    rest = max(0.0, whole - sum(needs))
    share = [need + rest * one / (sum(more) or 1) for need, one in zip(needs, more, strict=True)]
    return [whole * one / sum(share) for one in share]


def columns_of(table: Table) -> Iterator[list[str]]:
    """What each column says, its head first."""
    for n, head in enumerate(table.head):
        yield [head, *(plain(row.cells[n]) for row in table.rows)]


def holds_numbers(column: Sequence[str]) -> bool:
    """Does a column, its head first, say numbers and nothing else? They stand on its right."""
    told = column[1:]
    return all(map(AMOUNT.fullmatch, told)) and any(map(str.isdigit, "".join(told)))


def _room(text: str) -> int:
    """In half a Chinese character."""
    return sum(2 if ord(one) > LATIN else 1 for one in text[:WIDEST])
