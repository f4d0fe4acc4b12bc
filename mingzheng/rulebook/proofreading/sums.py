"""The figures of a report: totals are sums, parts make the whole, shares are right, text and tables agree."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from .finding import Finding, Weight
from .report import NUMERAL, Report, Row, Table, bare, numeral

TOTALS = ("合计", "总计", "总数", "共计", "total")
FIGURE = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
PART_OF_WHOLE = re.compile(r"(\d+)/(\d+)")
NUMBER = rf"\d+|两|{NUMERAL}"
COUNTED = re.compile(r"(?P<before>[^,，、;；:：\d]{0,12}?)(?P<number>\d+)\s*(?P<unit>[人名家项张份次])")
TOTALLING = re.compile(r"(共|合计|总计|总数|解决)[^,，]*$")
SHARE = re.compile(
    r"(?P<whole>\d+)\s*(?P<unit>[人名家项张份次])[^。]{0,10}其中[^。]*?(?P<part>\d+)\s*(?P=unit)[^。]*?占[^。]*?(?P<percent>\d+(?:\.\d+)?)\s*%"
)
IN_A_MONTH = re.compile(rf"(?<!\d)(1[0-2]|[1-9])\s*月[^,，。;；月]{{0,15}}?(第一|首|{NUMBER})\s*[张份]")
ISSUED = re.compile(r"初次|新颁|新发|颁发")
WITHDRAWN = re.compile(r"撤销|注销")
GROWN = re.compile(r"证书[^。]*(增加|增长|上升)")


def figure(cell: str) -> Decimal | None:
    """The number in a cell that holds nothing else."""
    found = FIGURE.fullmatch(bare(cell))
    return Decimal(found[0].replace(",", "")) if found else None


def totals(report: Report) -> Iterator[Finding]:
    """In a table, the row called 合计 is the sum of the rows above it, and the column called so of the cells before it."""
    for table in report.tables:
        for number, row in enumerate(table.rows):
            if bare(row.cells[0]).lower() in TOTALS:
                yield from _columns(table, table.rows[:number], row)
        last = len(table.head.cells) - 1
        if bare(table.head.cells[last]).lower() in TOTALS:
            for row in table.rows:
                yield from _compare(row.cells[1:last], row.cells[last], (row.line,), row.cells[0])


def _columns(table: Table, above: tuple[Row, ...], total: Row) -> Iterator[Finding]:
    for column, name in enumerate(table.head.cells[1:], 1):
        cells = tuple(row.cells[column] for row in above)
        lines = (*(row.line for row in above), total.line)
        yield from _compare(cells, total.cells[column], lines, name)


def _compare(cells: tuple[str, ...], total: str, lines: tuple[int, ...], name: str) -> Iterator[Finding]:
    parts, said = [figure(cell) for cell in cells], figure(total)
    known = [part for part in parts if part is not None]
    if said is None or len(known) != len(parts) or len(parts) < 2 or sum(known) == said:
        return
    details = {"name": name, "sum": sum(known), "said": said}
    yield Finding("total-is-not-the-sum", Weight.ERROR, lines, total, details)


def parts_of_a_whole(report: Report) -> Iterator[Finding]:
    """Cells such as 27/48 over 21/48: one whole, and where the other columns add up to theirs, this one does too.

    Shares of different wholes contradict nothing, unless the rows name one whole: 专职/总数.
    """
    for table in report.tables:
        one_whole = any("/" in bare(row.cells[0]) for row in table.rows)
        columns = [_fractions(table, column) for column in range(1, len(table.head.cells))]
        several = [found for found in columns if len(found) > 1]
        exhaustive = sum(map(_adds_up, several)) * 2 > len(several)
        for name, found in zip(table.head.cells[1:], columns, strict=True):
            wholes = {whole for _, _, whole in found}
            differ = len(wholes) > 1
            if len(found) > 1 and (one_whole if differ else exhaustive and not _adds_up(found)):
                yield _fraction_finding(name, found)


Fractions = list[tuple[int, int, int]]  # line, part, whole


def _fractions(table: Table, column: int) -> Fractions:
    found = [(row.line, PART_OF_WHOLE.fullmatch(bare(row.cells[column]))) for row in table.rows]
    return [(line, int(one[1]), int(one[2])) for line, one in found if one]


def _adds_up(fractions: Fractions) -> bool:
    return {sum(part for _, part, _ in fractions)} == {whole for _, _, whole in fractions}


def _fraction_finding(name: str, fractions: Fractions) -> Finding:
    quote = "、".join(f"{part}/{whole}" for _, part, whole in fractions)
    wholes = " ≠ ".join(str(whole) for whole, _ in groupby(sorted(whole for _, _, whole in fractions)))
    details = {"name": bare(name), "sum": sum(part for _, part, _ in fractions), "wholes": wholes}
    return Finding("parts-and-whole", Weight.ERROR, tuple(line for line, _, _ in fractions), quote, details)


def head_counts(report: Report) -> Iterator[Finding]:
    """“10 人，63 人，共 70 人”: what is said to be the total of the things counted before it is their sum."""
    for sentence in report.sentences:
        for unit in "人名家项张份次":
            found = [one for one in COUNTED.finditer(sentence.text) if one["unit"] == unit]
            if len(found) < 3 or not TOTALLING.search(found[-1]["before"]) or "其中" in sentence.text:
                continue
            *parts, total = (int(one["number"]) for one in found)
            if sum(parts) != total:
                details = {
                    "parts": " + ".join(map(str, parts)),
                    "sum": sum(parts),
                    "said": total,
                    "unit": unit,
                }
                yield Finding("count-is-not-the-sum", Weight.ERROR, (sentence.line,), sentence.text, details)


def shares(report: Report) -> Iterator[Finding]:
    """“199 项，其中 121 项，占 61%”: the share, rounded as it is printed."""
    for sentence in report.sentences:
        for one in SHARE.finditer(sentence.text):
            printed = Decimal(one["percent"])
            if int(one["whole"]):
                right = (Decimal(one["part"]) * 100 / Decimal(one["whole"])).quantize(printed, ROUND_HALF_UP)
                if right != printed:
                    details = {"part": one["part"], "whole": one["whole"], "said": printed, "right": right}
                    yield Finding("share-is-wrong", Weight.ERROR, (sentence.line,), one[0], details)


def months_against_tables(report: Report) -> Iterator[Finding]:
    """Certificates told month by month are as many as the table says were issued."""
    for sentence_lines, text in _paragraphs_with_months(report):
        told = [_how_many(number) for _, number in IN_A_MONTH.findall(text)]
        for table in report.tables:
            for row in table.rows:
                label = bare(row.cells[0])
                issued = _cell(table, row, ISSUED)
                if len(label) > 1 and label in bare(text) and issued is not None and issued != sum(told):
                    details = {
                        "name": label,
                        "parts": " + ".join(map(str, told)),
                        "sum": sum(told),
                        "said": issued,
                    }
                    yield Finding(
                        "months-against-table", Weight.ERROR, (row.line, *sentence_lines), text, details
                    )


def _paragraphs_with_months(report: Report) -> Iterator[tuple[tuple[int, ...], str]]:
    """Sentences that count by months, each with the one before it, which says of what."""
    before = None
    for sentence in report.sentences:
        if len(IN_A_MONTH.findall(sentence.text)) > 1:
            whole = [one for one in (before, sentence) if one]
            yield tuple(sorted({one.line for one in whole})), "".join(one.text for one in whole)
        before = sentence


def _how_many(word: str) -> int:
    return 1 if word in ("第一", "首") else numeral(word)


def _cell(table: Table, row: Row, column: re.Pattern[str]) -> Decimal | None:
    found = [n for n, name in enumerate(table.head.cells) if column.search(bare(name))]
    return figure(row.cells[found[0]]) if found else None


def growth_against_flow(report: Report) -> Iterator[Finding]:
    """“证书数量增加” while the table says that more ended than were issued."""
    for table in report.tables:
        for row in table.rows:
            issued, withdrawn = _cell(table, row, ISSUED), _sum_of(table, row, WITHDRAWN)
            if bare(row.cells[0]) in TOTALS and issued is not None and withdrawn and withdrawn > issued:
                for sentence in report.sentences:
                    if GROWN.search(sentence.text):
                        details = {"issued": issued, "ended": withdrawn, "flow": issued - withdrawn}
                        yield Finding(
                            "growth-against-flow",
                            Weight.DOUBT,
                            (row.line, sentence.line),
                            sentence.text,
                            details,
                        )


def _sum_of(table: Table, row: Row, columns: re.Pattern[str]) -> Decimal:
    cells = [row.cells[n] for n, name in enumerate(table.head.cells) if columns.search(bare(name))]
    return sum((figure(cell) or Decimal(0) for cell in cells), Decimal(0))
