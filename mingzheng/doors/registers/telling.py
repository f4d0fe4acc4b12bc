"""What is told of the rows of a register, in both languages: the outcome, why, and what to do."""

from collections.abc import Iterable

from mingzheng.words import WORDS, say

from .register import Outcome, Remark, Row

ZH, EN = "zh-hans", "en"


def lines(row: Row) -> Iterable[tuple[object, ...]]:
    """One line for each thing to be said of a row, one for a row of which nothing is."""
    outcome = f"outcome.{row.outcome}"
    place = (row.sheet, row.number, row.key, *both(outcome))
    for remark in row.remarks:
        yield (*place, remark.column, *said(remark), *to_do(row, remark))
    if not row.remarks:
        yield (*place, "", "", "", "", "")


def said(remark: Remark) -> tuple[str, str]:
    """What is mended or wrong, in both languages, with the clause where a rule says so."""
    clause = remark.details.get("clause")
    zh, en = both(remark.words, **remark.details)
    return (f"{zh}（{clause}）", f"{en} ({clause})") if clause else (zh, en)


def to_do(row: Row, remark: Remark) -> tuple[str, str]:
    """What to do about a row that was refused; about the others nothing."""
    if row.outcome is not Outcome.REFUSED:
        return "", ""
    return both(next(code for code in (f"todo.{remark.words}", "todo") if code in WORDS))


def both(code: str, **details: object) -> tuple[str, str]:
    return say(code, ZH, **details), say(code, EN, **details)


def why_refused(row: Row) -> tuple[str, str]:
    """Every fault of a row with its column, in one line for each language."""
    told = [(remark.column, *said(remark)) for remark in row.faults]
    zh, en = ([" ".join(filter(None, (column, pair[n]))) for column, *pair in told] for n in (0, 1))
    return "；".join(zh), "; ".join(en)
