"""The indexes of a report: which department answers for which issue, and what every figure means."""

from collections.abc import Mapping

from mingzheng.office.record.figure import FIGURES
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.report_outline import outline
from mingzheng.seal.report.document import Row, Table
from mingzheng.words import say

from .models import Block
from .tables import figure_cell, words
from .year import Year


def issues_index(blocks: Mapping[str, Block], language: str) -> Table:
    """Every issue of ISO 26000 with its clause, its code in GB/T 36000, who answers for it and who helps."""
    rows, subject = [], ""
    comma = "、" if language == "zh" else ", "
    for chapter in outline():
        if chapter.issue is None:
            subject = chapter.title(language)
            continue
        block = blocks.get(chapter.code)
        owner, supporting = (block.owner, block.supporting) if block else (chapter.owner, chapter.supporting)
        cells = [
            subject,
            chapter.title(language),
            chapter.issue.iso,
            chapter.issue.gb or "--",
            say(f"owner.{owner}", language),
            comma.join(say(f"owner.{one}", language) for one in supporting) or "--",
            say("report-head.left-out", language) if block and block.left_out else "",
        ]
        rows.append(Row(tuple(words(cell) for cell in cells), about=chapter.code))
    heads = ("subject", "issue", "iso", "gb", "owner", "supporting", "remark")
    return Table(
        "issues-index",
        "",
        tuple(say(f"report-head.{head}", language) for head in heads),
        tuple(rows),
        numeric=False,
    )


def figures_index(told: Year, language: str) -> Table:
    """Every figure of the year with its value, its definition and the department that answers for it."""
    rows = []
    for owner in Owner:
        for name, one in FIGURES.items():
            if one.meaning.owner is owner and name in told.figures["figures"]:
                moment = say(f"nature.{one.meaning.nature}", language)
                means = say(f"figure-means.{name}", language)
                cells = (
                    words(say(f"figure.{name}", language)),
                    figure_cell(told, name),
                    figure_cell(told, name, last=True),
                    words(say("report-figure.means", language, moment=moment, means=means)),
                    words(say(f"owner.{owner}", language)),
                )
                rows.append(Row(cells, about=name))
    years = (str(told.number), str(told.number - 1))
    figure, definition, owned = (
        say(f"report-head.{head}", language) for head in ("figure", "definition", "owner")
    )
    return Table("figures-index", "", (figure, *years, definition, owned), tuple(rows), numeric=False)
