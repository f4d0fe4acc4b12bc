"""The papers of the body as PDF: facts in, bytes out; the same facts give the same bytes.

Each paper has a dataclass in :mod:`mingzheng.seal.facts` that says what it must be told, a typst template of its name
in ``templates/``, and its sentences in :mod:`mingzheng.words` under ``paper.``. The PDF is PDF/A-3u, which makes a
character that no font can draw an error instead of a box.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import manimgx_fonts_cjk
import typst

from mingzheng.rulebook.standard_editions import StandardEdition
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, Step
from mingzheng.seal import qr
from mingzheng.seal.amounts import amount_in_words_zh
from mingzheng.seal.facts import FORMAL, PAPERS, OwnPaper
from mingzheng.seal.printing import BOTH_SIDES, ONE_SIDE, asking
from mingzheng.words import WORDS, say

TEMPLATES = Path(__file__).parent / "templates"
PDF_STANDARD: Final = "a-3u"


class Undrawable(ValueError):
    """The paper cannot be drawn from these facts: a character no font has, or a text too long for its place."""


def render(
    paper: str, facts: OwnPaper | Mapping[str, object], language: str, *, draft: bool = False
) -> bytes:
    """The PDF of `paper` (a key of ``facts.PAPERS``) in `language` (``zh-hans`` or ``en``).

    `facts` are the paper's own dataclass, or a mapping with exactly its fields. Raises TypeError when a fact is
    missing or unknown, :class:`Undrawable` when the paper cannot be drawn.
    """
    return compiled(paper, _plain(_checked(PAPERS[paper], facts)), language, draft=draft)


def compiled(
    paper: str, facts: object, language: str, words: str = "paper.", *, draft: bool = False
) -> bytes:
    """The PDF of a template given its facts as plain data, and the words whose codes begin so."""
    given = {
        "paper": paper,
        "language": "zh" if language.startswith("zh") else "en",
        "facts": facts,
        "words": _words(words),
    }
    try:
        pdf: bytes = typst.compile(
            TEMPLATES / f"{paper}.typ",
            root=TEMPLATES,
            font_paths=fonts(),
            sys_inputs={"given": json.dumps(given, ensure_ascii=False)},
            pdf_standards=PDF_STANDARD,
        )
    except typst.TypstError as error:
        raise Undrawable(f"{paper}: {error}") from error
    return asking(pdf, ONE_SIDE if paper in FORMAL and not draft else BOTH_SIDES)


def _checked(kind: type[OwnPaper], facts: OwnPaper | Mapping[str, object]) -> dict[str, object]:
    """The facts by name, each fact of the paper there and no other, with what follows from them."""
    values = dict(facts) if isinstance(facts, Mapping) else dict(vars(facts))
    if values.keys() != (wanted := {field.name for field in fields(kind)}):
        raise TypeError(f"{kind.__name__}: missing or unknown facts {sorted(values.keys() ^ wanted)}")
    if isinstance(total := values.get("total"), Decimal):
        values["total_in_words"] = amount_in_words_zh(total)
    if isinstance(url := values.get("verify_url"), str):
        values["qr"] = qr.svg(url)
    return values


def _plain(value: object) -> object:
    """`value` as JSON can carry it to the template."""
    match value:
        case Standard() | StandardEdition():
            code = f"{_unbroken(value.gb)} / {_unbroken(value.iso)}"
            system = value.standard if isinstance(value, StandardEdition) else value
            return {"code": code, "name": _both(f"standard.{system}")}
        case Step():
            said = _both(value.what, value.details)
            return {
                "what": said,
                "value": value.value,
                "clause": value.clause,
                "confidence": value.confidence,
            }
        case Objection():
            return {"what": _both(value.code, value.details), "clause": value.clause}
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items()}
        case str() | int() | None:
            return value
        case Sequence():
            return [_plain(inner) for inner in value]
    if is_dataclass(value):
        return _plain(vars(value))
    raise TypeError(f"{value!r} cannot be printed on a paper")


def _both(code: str, details: Mapping[str, object] | None = None) -> dict[str, str]:
    return {language: say(code, language, **details or {}) for language in ("zh", "en")}


def _unbroken(number: str) -> str:
    """A standard's number that no line ends within."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


@cache
def _words(family: str) -> dict[str, tuple[str, str]]:
    return {code.removeprefix(family): pair for code, pair in WORDS.items() if code.startswith(family)}


@cache
def fonts() -> typst.Fonts:
    folder = Path(manimgx_fonts_cjk.__file__).parent
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
