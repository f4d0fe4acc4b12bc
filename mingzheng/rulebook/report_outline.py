"""The chapters of the yearly report: what it is made of, in which order, who answers for each, and what it begins with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingzheng.words import pick, say

from .indicators.meaning import Owner
from .proofreading.issues import ISSUES, Issue
from .tables import read

MARKS = ("chapter", "section", "piece", "annex")
SUBJECTS = "subjects"  # the chapter that holds the issues
NOT_WEIGHED: Mapping[str, int] = {}
NUMERALS = "〇一二三四五六七八九十"


@dataclass(frozen=True)
class Chapter:
    """One chapter, section or issue. `text`: people write it; `required`: without text the report is not signed."""

    code: str
    owner: Owner
    depth: int = 1
    mark: str = ""
    text: bool = True
    required: bool = False
    items: frozenset[int] = frozenset()
    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    supporting: tuple[Owner, ...] = ()
    issue: Issue | None = None

    def title(self, language: str) -> str:
        if self.issue:
            return pick(self.issue.zh, self.issue.en, language)
        return say(f"chapter.{self.code}", language)


@dataclass(frozen=True)
class Beginning:
    """What a chapter begins with: a text, or why an issue is left out."""

    zh: str = ""
    en: str = ""
    left_out: bool = False


def filled(text: str, year: int, body: str = "") -> str:
    """A text with the year, the next one, and the name of the body."""
    for place, value in (("{year}", year), ("{next}", year + 1), ("{body}", body)):
        text = text.replace(place, str(value))
    return text.strip()


@cache
def outline() -> tuple[Chapter, ...]:
    """Every chapter in the order of the report."""
    return tuple(_chapters())


def _chapters() -> Iterator[Chapter]:
    table = read("report_outline")
    for row in table["chapter"]:
        shaped = {
            "owner": Owner(row["owner"]),
            "items": frozenset(row.get("items", ())),
            "tables": tuple(row.get("tables", ())),
            "charts": tuple(row.get("charts", ())),
        }
        yield Chapter(**{**row, **shaped})
        if row["code"] == SUBJECTS:
            yield from _subjects(table["issue_items"], table["issue_charts"], table["issue_tables"])


def _subjects(
    items: dict[str, list[int]], charts: dict[str, list[str]], tables: dict[str, list[str]]
) -> Iterator[Chapter]:
    subject = ""
    for issue in ISSUES:
        if issue.subject != subject:
            subject = issue.subject
            yield Chapter(
                f"subject-{issue.iso.rpartition('.')[0]}",
                Owner(issue.owner),
                depth=2,
                mark="section",
                text=False,
            )
        yield Chapter(
            issue.iso,
            Owner(issue.owner),
            depth=3,
            mark="piece",
            required=True,
            items=frozenset(items.get(issue.iso, ())),
            charts=tuple(charts.get(issue.iso, ())),
            tables=tuple(tables.get(issue.iso, ())),
            supporting=tuple(Owner(one) for one in issue.supporting),
            issue=issue,
        )


def chapter(code: str) -> Chapter:
    """The chapter of this code. Raises KeyError."""
    return {one.code: one for one in outline()}[code]


def written() -> tuple[Chapter, ...]:
    """The chapters that people write."""
    return tuple(one for one in outline() if one.text)


def beginning(code: str, year: int, names: tuple[str, str]) -> Beginning:
    """What a first report begins with; `names` are those of the body in Chinese and English."""
    row = _texts().get(code, {})
    zh, en = (filled(row.get(lang, ""), year, name) for lang, name in zip(("zh", "en"), names, strict=True))
    return Beginning(zh, en, row.get("left_out", False))


@cache
def _texts() -> dict[str, Any]:
    """What each chapter begins with, by its code; read only where a report is written."""
    return read("report_texts")


def ordered(weights: Mapping[str, int]) -> list[Chapter]:
    """The chapters; where issues (by clause of ISO 26000) are weighed, the subjects and their issues the weightiest first.

    A subject weighs what its weightiest issue weighs; what weighs the same stays in the order of the standard.
    """
    parts: list[list[Chapter]] = []  # a subject with its issues, or one other chapter
    for one in outline():
        if one.issue:
            parts[-1].append(one)
        else:
            parts.append([one])
    subjects = sorted(
        (part for part in parts if len(part) > 1),
        key=lambda part: -max(weights.get(one.code, 0) for one in part[1:]),
    )
    placed = iter(subjects)
    return [one for part in parts for one in (_weighed(next(placed), weights) if len(part) > 1 else part)]


def _weighed(part: list[Chapter], weights: Mapping[str, int]) -> list[Chapter]:
    return [part[0], *sorted(part[1:], key=lambda one: -weights.get(one.code, 0))]


def numbers(weights: Mapping[str, int] = NOT_WEIGHED) -> Iterator[tuple[Chapter, tuple[str, str]]]:
    """Every chapter with its number in Chinese and English: 一、, 1、, (1), 附录 1."""
    counted = dict.fromkeys(MARKS, 0)
    for one in ordered(weights):
        if not one.mark:
            yield one, ("", "")
            continue
        counted[one.mark] += 1
        for deeper in MARKS[MARKS.index(one.mark) + 1 : 3]:
            counted[deeper] = 0
        yield one, _number(one.mark, counted)


def _number(mark: str, counted: dict[str, int]) -> tuple[str, str]:
    n = counted[mark]
    if mark == "annex":
        return f"附录 {n}：", f"Annex {n}: "
    above = [counted[one] for one in MARKS[: MARKS.index(mark) + 1]]
    chinese = {"chapter": f"{NUMERALS[n] if n <= 10 else n}、", "section": f"{n}、", "piece": f"({n}) "}[mark]
    return chinese, ".".join(map(str, above)) + " "
