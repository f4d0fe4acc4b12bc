"""Every term and every refusal of the trade, Chinese and English side by side.

One module a subject, each with one dictionary ``WORDS``: code -> (zh, en). A code is dotted and says what it names
(``certificate.not-in-force``, ``status.suspended``); a sentence may hold ``{places}`` filled by :func:`say`.
No logic lives here.
"""

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


def say(code: str, language: str = "zh-hans", **details: object) -> str:
    """The words of `code` in `language`, its places filled with `details`. Raises KeyError for an unknown code."""
    return pick(*WORDS[code], language).format_map(details) if details else pick(*WORDS[code], language)
