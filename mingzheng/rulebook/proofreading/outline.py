"""The outline of a report: contents and body agree, numbers follow each other, no chapter is empty."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from .finding import Finding, Weight
from .report import Heading, Report, bare

NEAR = 0.6  # two titles this much alike, counted with the same number, mean the same


def contents_against_body(report: Report) -> Iterator[Finding]:
    """Every heading of the body stands in the contents in the same words, and the reverse."""
    if not report.contents:
        return
    body = {bare(heading.text): heading for heading in report.headings}
    listed = {bare(entry.text) for entry in report.contents}
    left = [h for h in report.headings if bare(h.text) not in listed and h.line >= report.body_begins]
    for entry in report.contents:
        if bare(entry.text) in body or bare(entry.text) in ("目录", "contents"):
            continue
        if twin := _twin(entry, left):
            left.remove(twin)
            yield Finding(
                "heading-differs",
                Weight.ERROR,
                (entry.line, twin.line),
                twin.text,
                {"contents": entry.text, "body": twin.text},
            )
        else:
            yield Finding(
                "heading-missing", Weight.ERROR, (entry.line,), entry.text, {"contents": entry.text}
            )
    marks = {entry.mark for entry in report.contents}
    for heading in left:
        if heading.mark in marks:
            yield Finding(
                "not-in-contents", Weight.ERROR, (heading.line,), heading.text, {"body": heading.text}
            )


def _twin(entry: Heading, among: list[Heading]) -> Heading | None:
    """The heading counted with the same number whose words are nearest; None when none is near."""
    same = [heading for heading in among if (heading.mark, heading.number) == (entry.mark, entry.number)]
    nearest = max(same, key=lambda heading: _likeness(entry, heading), default=None)
    return nearest if nearest and _likeness(entry, nearest) >= NEAR else None


def _likeness(one: Heading, other: Heading) -> float:
    return SequenceMatcher(None, one.title, other.title).ratio()


def numbering(report: Report) -> Iterator[Finding]:
    """Headings of one kind under one heading are counted 1, 2, 3 without a gap."""
    last: dict[str, Heading] = {}
    for heading in report.headings:
        if heading.number is None:
            continue
        before = last.get(heading.mark)
        expected = (before.number or 0) + 1 if before else 1
        if heading.number not in (expected, 1):
            yield Finding(
                "numbering-jumps",
                Weight.ERROR,
                ((before.line,) if before else ()) + (heading.line,),
                heading.text,
                {
                    "before": before.text if before else "--",
                    "heading": heading.text,
                    "missing": _missing(expected, heading),
                },
            )
        last = {mark: one for mark, one in last.items() if one.depth <= heading.depth}
        last[heading.mark] = heading


def _missing(expected: int, heading: Heading) -> str:
    number = heading.number or 0
    return (
        "、".join(str(n) for n in range(expected, number)) if number > expected else f"{expected} → {number}"
    )


def empty_chapters(report: Report) -> Iterator[Finding]:
    """Under every heading stands a text, a table or a heading of a lower depth."""
    below = {heading.line: heading for heading in report.headings}
    for heading in report.headings:
        following = next(
            (n for n in range(heading.line + 1, len(report.lines) + 1) if report.line(n).strip()), None
        )
        next_heading = below.get(following) if following else None
        if following is None or (next_heading and next_heading.depth <= heading.depth):
            yield Finding(
                "empty-chapter", Weight.GAP, (heading.line,), heading.text, {"heading": heading.text}
            )
