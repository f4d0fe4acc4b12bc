"""A report's text taken apart: contents, headings, tables, sentences, each with the lines it came from.

Texts are often pasted from a PDF: sentences break over lines, pages leave blank lines inside them, numbers stand apart
from their units, full-width and half-width marks mix. Two pieces are the same when :func:`bare` makes them the same.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

CONTENTS = re.compile(r"^(目录|contents)$", re.IGNORECASE)
ENTRY = re.compile(r"^(?P<words>\S.*?)\s*(?:\.{3,}|…+|·{3,})[\s.…·]*(?P<page>\d+)$")
NUMERAL = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"  # below a hundred
MARKS = {
    "chapter": re.compile(rf"^({NUMERAL})、"),
    "part": re.compile(rf"^\(({NUMERAL})\)"),
    "section": re.compile(r"^(\d{1,2})[、.](?!\d)"),
    "piece": re.compile(r"^\((\d{1,2})\)"),
    "appendix": re.compile(r"^附录(\d+):?"),
}
DEPTHS = {"": 1, "chapter": 1, "appendix": 1, "part": 2, "section": 3, "piece": 4}
LONGEST_HEADING = 30  # characters; a numbered line beyond is a paragraph
NUMERALS = "零一二三四五六七八九十"
SENTENCE = re.compile(r"[^。!?;！？；]+[。!?;！？；]?")


def bare(text: str) -> str:
    """What two spellings of the same words have in common: one width of characters, no blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def numeral(text: str) -> int:
    """The number of a Chinese or Arabic numeral below a hundred: 十二 → 12. Raises ValueError for anything else."""
    if text.isdecimal():
        return int(text)
    if text == "两":
        return 2
    tens, ten, units = text.rpartition("十")
    return (NUMERALS.index(tens or "一") * 10 if ten else 0) + (NUMERALS.index(units) if units else 0)


@dataclass(frozen=True)
class Heading:
    """A heading: the mark it is counted with (``chapter``, ``section`` …; empty without a number) and its words."""

    line: int
    text: str

    @cached_property
    def mark(self) -> str:
        return next((mark for mark, pattern in MARKS.items() if pattern.match(bare(self.text))), "")

    @property
    def number(self) -> int | None:
        found = MARKS[self.mark].match(bare(self.text)) if self.mark else None
        return numeral(found[1]) if found else None

    @property
    def title(self) -> str:
        """Its words without the number, bare."""
        return MARKS[self.mark].sub("", bare(self.text)) if self.mark else bare(self.text)

    @property
    def depth(self) -> int:
        return DEPTHS[self.mark]


@dataclass(frozen=True)
class Row:
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Lines of cells set apart by tabs; every row has as many cells as the head."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Sentence:
    line: int  # where it begins
    text: str


@dataclass(frozen=True)
class Report:
    """A report as its lines; what is asked of it is found when it is asked for."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Report":
        return cls(tuple(line.strip("\r\n") for line in text.split("\n")))

    @cached_property
    def contents(self) -> tuple[Heading, ...]:
        """The entries of the table of contents; none where the report has no contents."""
        begins = next(
            (n for n, line in enumerate(self.lines, 1) if CONTENTS.match(bare(line))), len(self.lines)
        )
        found: list[Heading] = []
        for number, line in enumerate(self.lines[begins:], begins + 1):
            if entry := ENTRY.match(line.strip()):
                found.append(Heading(number, entry["words"]))
            elif line.strip():
                break
        return tuple(found)

    @cached_property
    def _entries(self) -> frozenset[int]:
        return frozenset(entry.line for entry in self.contents)

    @property
    def body_begins(self) -> int:
        """The first line after the contents."""
        return self.contents[-1].line + 1 if self.contents else 1

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body: what the contents name, and short numbered lines that stand by themselves."""
        named = {bare(entry.text) for entry in self.contents}
        found = []
        for number, line in enumerate(self.lines, 1):
            heading = Heading(number, line.strip())
            if number in self._entries or not line.strip() or CONTENTS.match(bare(line)):
                continue
            if bare(line) in named or (number >= self.body_begins and self._looks_like(heading)):
                found.append(heading)
        return tuple(found)

    def _looks_like(self, heading: Heading) -> bool:
        line, words = heading.line, heading.text
        alone = not self.line(line - 1).strip() or not self.line(line + 1).strip()
        return bool(
            heading.mark
            and alone
            and "\t" not in words
            and 0 < len(heading.title) <= LONGEST_HEADING
            and not re.search(r"[,。;:!?]", heading.title)
        )

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def section(self, heading: Heading) -> range:
        """The lines under a heading, up to the next of its depth or above."""
        after = (h.line for h in self.headings if h.line > heading.line and h.depth <= heading.depth)
        return range(heading.line + 1, next(after, len(self.lines) + 1))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        found: list[list[Row]] = []
        previous = 0
        for number, line in enumerate(self.lines, 1):
            if "\t" not in line or number in self._entries:
                continue
            cells = tuple(cell.strip() for cell in line.split("\t"))
            goes_on = found and all(not self.line(n).strip() for n in range(previous + 1, number))
            if goes_on and len(cells) <= len(found[-1][0].cells):
                width = len(found[-1][0].cells)
                found[-1].append(Row(number, cells + ("",) * (width - len(cells))))
            else:
                found.append([Row(number, cells)])
            previous = number
        return tuple(Table(rows[0], tuple(rows[1:])) for rows in found if len(rows) > 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the running text, put together again where a line or a page broke them."""
        apart = {heading.line for heading in self.headings} | self._entries
        found: list[Sentence] = []
        text, starts = "", list[int]()
        for number, line in [*enumerate(self.lines, 1), (len(self.lines) + 1, "")]:
            words = line.strip()
            if number in apart or "\t" in line or number > len(self.lines):
                found += _sentences(text, starts)
                text, starts = "", []
            elif words:
                text, starts = text + words, starts + [number] * len(words)
            elif text and text[-1] in "。!?;：:！？；":
                found += _sentences(text, starts)
                text, starts = "", []
        return tuple(found)

    def sentences_in(self, lines: range) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.line in lines]


def _sentences(text: str, starts: list[int]) -> list[Sentence]:
    return [
        Sentence(starts[one.start()], one[0].strip()) for one in SENTENCE.finditer(text) if one[0].strip()
    ]
