"""Every term and every refusal of the trade, Chinese and English side by side.

One module a subject, each with one dictionary ``WORDS``: code -> (zh, en). A code is dotted and says what it names
(``certificate.not-in-force``, ``status.suspended``); a sentence may hold ``{places}`` filled by :func:`say`, one with
the family of its words where a code fills it (``{stage:scheme-stage}``). No logic lives here.
"""

from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules


def _gather() -> dict[str, tuple[str, str]]:
    gathered: dict[str, tuple[str, str]] = {}
    for module in iter_modules(__path__):
        for code, pair in import_module(f"{__name__}.{module.name}").WORDS.items():
            if code in gathered:
                raise ValueError(f"{code} has words twice")
            gathered[code] = pair
    return gathered


WORDS = _gather()


def pick(zh: str, en: str, language: str) -> str:
    """The one of two wordings that a reader of `language` (``zh-hans``, ``en`` …) gets."""
    return zh if language.startswith("zh") else en


SAID = (str, int, Decimal)  # facts that a sentence can say in more ways than one


class Code(str):
    """A fact that a sentence may say by the words of a family: ``{act:decision.act}`` says ``decision.act.grant``.

    ``{amount:money}`` says an amount of CNY to the fen, as the pages do.
    """

    language: str

    def __new__(cls, fact: object, language: str) -> "Code":
        code = super().__new__(cls, fact)
        code.language = language
        return code

    def __format__(self, family: str) -> str:
        if family == "money" and self.removeprefix("-")[:1].isdigit():
            return f"{Decimal(self):,.2f}"
        code = f"{family}.{self!s}"
        return pick(*WORDS[code], self.language) if code in WORDS else str(self)


def say(code: str, language: str = "zh-hans", /, **details: object) -> str:
    """The words of `code` in `language`, its places filled with `details`. Raises KeyError for an unknown code."""
    words = pick(*WORDS[code], language)
    if not details:
        return words
    coded = {name: Code(fact, language) if isinstance(fact, SAID) else fact for name, fact in details.items()}
    return words.format_map(coded)
