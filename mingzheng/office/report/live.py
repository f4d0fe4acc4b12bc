"""The live figures of a text: what each is called, and how it is printed for a year."""

from collections.abc import Iterable
from functools import cache

from mingzheng.office.record.figure import FIGURES, Figure
from mingzheng.rulebook.proofreading.report import bare
from mingzheng.rulebook.report_text import Form, Known, Live, called
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.yearly_report import Said
from mingzheng.seal.report.document import Run
from mingzheng.words import WORDS, say

from .tables import number, part_named
from .year import Year


def known(told: Year | None = None) -> list[Known]:
    """Every figure a text may name. The parts of a figure are the words of its family, and those it has in that year."""
    return [_known(one, told) for one in FIGURES.values()]


def _known(one: Figure, told: Year | None) -> Known:
    parts: dict[str, str] = {}
    if one.by:
        family = one.by.partition("|")[2]
        codes = [*(_codes(family) if family else Standard)]
        codes += told.figures["figures"].get(one.name, {}).get("parts", {}) if told else []
        for code in codes:
            names = (code, *(part_named(one.name, code, language) for language in ("zh", "en")))
            parts |= dict.fromkeys(names, str(code))
    names = tuple(WORDS[f"figure.{one.name}"])
    return Known(one.name, names, parts, bool(one.meaning.of), bool(one.by))


@cache
def _codes(family: str) -> tuple[str, ...]:
    """What the words know of a family, without its name."""
    start = f"{family}."
    return tuple(code.removeprefix(start) for code in WORDS if code.startswith(start))


class Printer:
    """Prints the live figures of one year in one language. Raises KeyError for a figure there is not."""

    def __init__(self, told: Year, language: str):
        self.told, self.language = told, language
        self.names = called(known(told))

    def run(self, live: Live) -> Run:
        """A figure as a run of words that knows its records."""
        one = self.names[bare(live.name).lower()]
        part = one.parts[live.part] if live.part else None
        year = self.told.number - live.last
        return Run(self._said(one.code, part, live), one.code, part, year if live.last else None)

    def _said(self, code: str, part: str | None, live: Live) -> str:
        n = self.value(code, part, last=live.last)
        if live.form is Form.SPREAD:
            return self.spread(code, last=live.last)
        if live.form is Form.CHANGE:
            return self.change(n, self.value(code, part, last=True))
        if live.form in (Form.OF, Form.PERCENT):
            whole = self.value(FIGURES[code].meaning.of, None, last=live.last)
            if live.form is Form.OF:
                return f"{number(n)}/{number(whole)}"
            return "--" if not whole or n is None else f"{100 * n / whole:.1f}%"
        return number(n)

    def value(self, code: str, part: str | None, *, last: bool = False) -> float | None:
        """The value of a figure or of one part; None when it was not counted in that year."""
        one = (self.told.before if last else self.told.figures).get("figures", {}).get(code)
        if one is None:
            return None
        found: float = one["value"] if part is None else one.get("parts", {}).get(part, 0)
        return found

    def spread(self, code: str, *, last: bool) -> str:
        """很满意 30，满意 10: how the parts are distributed."""
        one = (self.told.before if last else self.told.figures).get("figures", {}).get(code, {})
        said = [
            f"{part_named(code, part, self.language)} {number(n)}" for part, n in one.get("parts", {}).items()
        ]
        return ("，" if self.language == "zh" else ", ").join(said) or "--"

    def change(self, now: float | None, before: float | None) -> str:
        if now is None or before is None:
            return "--"
        which = "more" if now > before else "fewer" if now < before else "same"
        return say(f"report-figure.{which}", self.language, n=number(abs(now - before)))


def said(told: Year, codes: Iterable[str]) -> dict[str, Said]:
    """What the claims of a text are held against: n, of a share N, and n of the two years before."""
    values = {code: one["value"] for code, one in told.figures["figures"].items()}
    return {
        code: Said(values[code], values.get(FIGURES[code].meaning.of), tuple(told.years(code)[:-1]))
        for code in codes
        if values.get(code) is not None
    }
