"""Proofreading a social responsibility report: contradictions, gaps and doubtful wordings that a machine can see.

``proofread(text)`` reads plain text with tables as lines of cells set apart by tabs, ours or a pasted one. It knows
nothing of the body's record: it only compares the report with itself and with the issues of ISO 26000:2010.
"""

from collections.abc import Callable, Iterator

from .claims import about, growth, satisfaction, wordings
from .finding import Finding, Weight
from .issues import coverage, issues_not_listed, owners
from .outline import contents_against_body, empty_chapters, numbering
from .report import Report
from .sums import (
    growth_against_flow,
    head_counts,
    months_against_tables,
    parts_of_a_whole,
    shares,
    totals,
)

CHECKS: tuple[Callable[[Report], Iterator[Finding]], ...] = (
    contents_against_body,
    numbering,
    empty_chapters,
    totals,
    parts_of_a_whole,
    head_counts,
    shares,
    months_against_tables,
    growth_against_flow,
    coverage,
    issues_not_listed,
    owners,
    satisfaction,
    growth,
    about,
    wordings,
)

__all__ = ["Finding", "Weight", "proofread"]


def proofread(text: str) -> list[Finding]:
    """Everything found, in the order of the lines."""
    report = Report.of(text)
    return sorted((one for check in CHECKS for one in check(report)), key=lambda one: one.lines)
