"""The tables and charts of a report, from the figures of a year; every number knows the figure it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mingzheng.office.record.figure import FIGURES
from mingzheng.rulebook.indicators.certificates import (
    COLUMNS,
    OLD_EDITION_CERTIFICATES,
    STOCKS,
    VALID_CERTIFICATES,
    VISITS,
)
from mingzheng.rulebook.indicators.people import AUDITORS, TRAINEES
from mingzheng.rulebook.indicators.stocks import Column, Stock
from mingzheng.rulebook.indicators.voices import SURVEYS_ANSWERED
from mingzheng.rulebook.report_tables import Difference, columns_against_total, rows_that_do_not_close
from mingzheng.rulebook.responsibility import is_material
from mingzheng.rulebook.trend import INDICATORS, YEARS, trend
from mingzheng.seal.report import charts
from mingzheng.seal.report.document import Cell, Chart, Row, Run, Table
from mingzheng.words import WORDS, pick, say

from .registers import REGISTERS
from .year import ENTERS, LEAVES, TOTAL, Year

Make = Callable[[Year, str], Table]


def number(value: float | None) -> str:
    """A number as printed: 1,654; nothing as ``--``."""
    if value is None:
        return "--"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def change(now: float, before: float | None) -> str:
    """By how much more or less, as printed: +1,654, −3, 0."""
    if before is None:
        return "--"
    more = round(now - before, 2) or 0
    return f"{'+' if more > 0 else ''}{number(more)}".replace("-", "−")


def cell(value: float | None, figure: str = "", part: str | None = None, year: int | None = None) -> Cell:
    return (Run(number(value), figure, part, year),)


def words(text: str) -> Cell:
    return (Run(text),)


def scheme(name: str, language: str) -> str:
    """What a scheme is called in a table: QMS, or in words where it has any."""
    code = f"scheme.{name}"
    return say(code, language) if code in WORDS else name


def part_named(figure: str, part: str, language: str) -> str:
    """A part of a figure in words."""
    code = f"{FIGURES[figure].by.partition('|')[2]}.{part}"
    return say(code, language) if code in WORDS else part or "--"


def notes_of(found: Sequence[Difference], names: Sequence[str], language: str) -> tuple[str, ...]:
    """By how much a table does not add up."""
    return tuple(
        say(
            "report-note.difference",
            language,
            where=names[one.where],
            said=number(one.said),
            sum=number(one.sum),
            by=number(one.by),
        )
        for one in found
    )


def certificates(told: Year, language: str) -> Table:
    """The regulator's table."""
    table = told.figures["certificates"]
    names = [say(f"column.{column}", language) for column in Column]
    rows = [
        Row(
            (
                words(scheme(name, language)),
                *(
                    cell(row[column], COLUMNS[column].name, None if name == TOTAL else name)
                    for column in Column
                ),
            ),
            total=name == TOTAL,
        )
        for name, row in table.items()
    ]
    parts = [[row[column] for column in Column] for name, row in table.items() if name != TOTAL]
    found = columns_against_total(parts, [table[TOTAL][column] for column in Column])
    notes = (say("report-note.withdrawn", language), *notes_of(found, names, language))
    if old := told.figures["figures"].get(OLD_EDITION_CERTIFICATES.name, {}).get("value"):
        notes = (*notes, say("report-note.old-editions", language, n=number(old)))
    return Table(
        "certificates",
        say("report-table.certificates", language, year=told.number),
        (say("report-head.scheme", language), *names),
        tuple(rows),
        notes=notes,
    )


def flow(stock: Stock) -> Make:
    """Stock and flow of the certificates in force, or of those suspended."""
    causes = [*ENTERS[stock], *LEAVES[stock]]
    signs = [1, *[1 for _ in ENTERS[stock]], *[-1 for _ in LEAVES[stock]]]

    def make(told: Year, language: str) -> Table:
        moved = {
            name: [one["opening"], *one["in"].values(), *one["out"].values(), one["closing"]]
            for name, stocks in told.figures["flow"].items()
            if any((one := stocks[stock])["in"].values()) or one["opening"] or name == TOTAL
        }
        rows = tuple(
            _flow_row(told.number, stock, name, numbers, language) for name, numbers in moved.items()
        )
        heads = [
            f"{'+' if sign > 0 else '−'}{say(f'cause.{c}', language)}"
            for c, sign in zip(causes, signs[1:], strict=True)
        ]
        names = [scheme(name, language) for name in moved]
        opening, closing = (say(f"cause.{end}", language) for end in ("opening", "closing"))
        return Table(
            f"flow-{stock.replace('_', '-')}",
            say(f"report-table.flow-{stock}", language, year=told.number),
            (say("report-head.scheme", language), opening, *heads, closing),
            rows,
            notes=notes_of(rows_that_do_not_close(list(moved.values()), signs), names, language),
        )

    return make


def _flow_row(year: int, stock: Stock, name: str, numbers: Sequence[int], language: str) -> Row:
    """Opening, each cause, closing; each opens its certificates or events."""
    whole, part = STOCKS[stock].name, None if name == TOTAL else name
    opening, *moved, closing = numbers
    causes = (*ENTERS[stock], *LEAVES[stock])
    cells = [cell(n, f"flow/{name}/{stock}/{c}") for c, n in zip(causes, moved, strict=True)]
    ends = cell(opening, whole, part, year - 1), cell(closing, whole, part)
    return Row((words(scheme(name, language)), ends[0], *cells, ends[1]), total=name == TOTAL)


def auditors(told: Year, language: str) -> Table:
    """人员统计表: what each standard has, columns the standards as the seed has them."""
    table: Mapping[str, Mapping[str, int]] = told.figures.get("auditors", {})
    shown = ("full_time", "part_time", "total", "trainee")
    rows = [
        Row(
            (
                words(say(f"registered.{column}", language)),
                *(
                    cell(
                        one[column],
                        (TRAINEES if column == "trainee" else AUDITORS).name
                        if column in ("total", "trainee")
                        else "",
                        name if column in ("total", "trainee") else None,
                    )
                    for name, one in table.items()
                ),
            ),
            total=column == "total",
        )
        for column in shown
    ]
    numbers = [[one["full_time"], one["part_time"], one["total"]] for one in table.values()]
    named = [scheme(name, language) for name in table]
    return Table(
        "auditors",
        say("report-table.auditors", language, year=told.number),
        (say("report-head.item", language), *named),
        tuple(rows),
        notes=notes_of(rows_that_do_not_close(numbers, (1, 1)), named, language),
    )


def months(told: Year, language: str) -> Table:
    """Visits by month, beside those of the year before."""
    years = [(told.number - 1, told.before), (told.number, told.figures)]
    rows = [
        Row((words(str(year)), *(cell(n) for n in held), cell(sum(held), VISITS.name, year=year)))
        for year, figures in years
        if (held := figures.get("visits_by_month"))
    ]
    return Table(
        "months",
        say("report-table.months", language),
        (
            say("report-head.year", language),
            *(say("report-head.month", language, n=n) for n in range(1, 13)),
            say("scheme.total", language),
        ),
        tuple(rows),
    )


def issued_months(told: Year, language: str) -> Table:
    """The initial certificates of each scheme month by month; a sum that is not the year's is called out."""
    held: Mapping[str, Sequence[int]] = told.figures.get("issued_by_month", {})
    table, column = told.figures["certificates"], Column.INITIAL
    rows: list[Row] = []
    found: list[Difference] = []
    names: list[str] = []
    for name, months in held.items():
        part = None if name == TOTAL else name
        whole = table[name][column]
        cells = (*(cell(n) for n in months), cell(whole, COLUMNS[column].name, part))
        rows.append(Row((words(scheme(name, language)), *cells), total=name == TOTAL))
        found += [
            replace(one, where=len(names)) for one in rows_that_do_not_close([[*months, whole]], [1] * 12)
        ]
        names.append(scheme(name, language))
    return Table(
        "issued-months",
        say("report-table.issued-months", language, year=told.number),
        (
            say("report-head.scheme", language),
            *(say("report-head.month", language, n=n) for n in range(1, 13)),
            say("scheme.total", language),
        ),
        tuple(rows),
        notes=notes_of(found, names, language),
    )


def figure_cell(told: Year, name: str, *, last: bool = False) -> Cell:
    """A figure of the year, or of the year before; a share as n/N."""
    figures = (told.before if last else told.figures).get("figures", {})
    year = told.number - 1 if last else None
    value = figures.get(name, {}).get("value")
    found = cell(value, name, year=year)
    if value is not None and (of := FIGURES[name].meaning.of) in figures:
        return (*found, Run("/"), *cell(figures[of]["value"], of, year=year))
    return found


def titled(name: str, language: str) -> str:
    """A figure with its unit, where it has one that its name does not say."""
    title, unit = say(f"figure.{name}", language), f"figure-unit.{FIGURES[name].meaning.unit}"
    if unit not in WORDS or say(unit, language).lower() in title.lower():
        return title
    return say("report-figure.unit", language, name=title, unit=say(unit, language))


def figures_table(told: Year, names: Sequence[str], language: str) -> Table:
    """Some figures: this year, the year before, the difference."""
    rows = []
    for name in names:
        now, before = (
            one.get("figures", {}).get(name, {}).get("value") for one in (told.figures, told.before)
        )
        cells = figure_cell(told, name), figure_cell(told, name, last=True), words(change(now, before))
        rows.append(Row((words(titled(name, language)), *cells)))
    heads = (say(f"report-head.{head}", language) for head in ("figure", "change"))
    figure, changed = heads
    years = (str(told.number), str(told.number - 1))
    return Table("figures", say("report-table.figures", language), (figure, *years, changed), tuple(rows))


def indicators(told: Year, language: str) -> Table:
    """年度业绩指标: three years beside each other, and whether they rose."""
    years = range(told.number - YEARS + 1, told.number + 1)
    rows = [
        Row(
            (
                words(titled(name, language)),
                *(cell(value, name, year=year) for year, value in zip(years, held, strict=True)),
                words(say(f"trend.{trend(held)}", language)),
            )
        )
        for name in INDICATORS
        if any(held := told.years(name))
    ]
    heads = (say("report-head.figure", language), *map(str, years), say("report-head.trend", language))
    return Table("trend", say("report-table.trend", language), heads, tuple(rows))


def register(name: str) -> Make:
    """What a register tells of the year, in words."""

    def make(told: Year, language: str) -> Table:
        heads = tuple(say(f"report-head.{head}", language) for head in REGISTERS[name][0])
        rows = tuple(
            Row(tuple(words(pick(zh, en, language)) for zh, en in row)) for row in told.register(name)
        )
        caption = say(f"report-table.{name}", language, year=told.number)
        return Table(name, caption, heads, rows, numeric=False)

    return make


TABLES: dict[str, Make] = {
    "certificates": certificates,
    "flow-in-force": flow(Stock.IN_FORCE),
    "flow-suspended": flow(Stock.SUSPENDED),
    "auditors": auditors,
    "months": months,
    "trend": indicators,
    "issued-months": issued_months,
    **{name: register(name) for name in REGISTERS},
}


# --- charts -----------------------------------------------------------------------------------------------------------


def chart_of_certificates(told: Year, language: str) -> str:
    """Valid certificates of each scheme, beside the year before."""
    now, before = (_parts(one, VALID_CERTIFICATES.name) for one in (told.figures, told.before))
    known = [name for name in told.figures["certificates"] if name in {**now, **before}]
    rows = [(scheme(name, language), now.get(name, 0), before.get(name, 0)) for name in known]
    name = say("report-chart.certificates", language)
    ends = (say("report-head.end-of", language, year=year) for year in (told.number, told.number - 1))
    return charts.bars(name, rows, (next(ends), next(ends)))


def chart_of_months(told: Year, language: str) -> str:
    """Visits of each month, beside the year before."""
    years = ((told.number - 1, told.before), (told.number, told.figures))
    series = [(str(year), held) for year, one in years if (held := one.get("visits_by_month"))]
    labels = [say("report-head.month", language, n=n) for n in range(1, 13)]
    return charts.months(say("report-chart.months", language), series, labels)


def chart_of_surveys(told: Year, language: str) -> str:
    """How the answers to the survey are distributed."""
    parts = _parts(told.figures, SURVEYS_ANSWERED.name)
    named = [(part_named(SURVEYS_ANSWERED.name, part, language), n) for part, n in parts.items()]
    return charts.spread(say("report-chart.surveys", language), named)


def chart_of_issues(told: Year, language: str) -> str:
    """Every issue where its two weights put it."""
    points = [
        (issue, int(held), int(own))
        for (issue, _), _, (held, _), (own, _), *_ in told.register("materiality")
    ]
    axes = [say(f"report-head.{one}", language) for one in ("to-stakeholders", "to-body")]
    return charts.matrix(
        say("report-chart.materiality", language),
        axes,
        points,
        is_material,
        say("report-head.material", language),
    )


def _parts(figures: Mapping[str, Any], name: str) -> Mapping[str, float]:
    parts: Mapping[str, float] = figures.get("figures", {}).get(name, {}).get("parts", {})
    return parts


DRAWN: dict[str, Callable[[Year, str], str]] = {
    "certificates": chart_of_certificates,
    "months": chart_of_months,
    "surveys": chart_of_surveys,
    "materiality": chart_of_issues,
}


def chart(code: str, told: Year, language: str) -> Chart:
    return Chart(code, say(f"report-chart.{code}", language), DRAWN[code](told, language))
