"""Two languages in the doors: the wording a reader gets is chosen when the page is drawn, not when the module is read."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.words import SAID, WORDS, Code, pick, say


def language() -> str:
    """The reader's language: ``zh-hans`` or ``en``."""
    return get_language() or "zh-hans"


class _Facts(dict[str, object]):
    """Facts for the places of a sentence; a place that an old event has no fact for is drawn as ``--``."""

    def __getitem__(self, place: str) -> object:
        fact = super().__getitem__(place)
        if fact is None:
            return self.__missing__(place)
        return Code(fact, language()) if isinstance(fact, SAID) else fact

    def __missing__(self, place: str) -> str:
        return "--"


def _pick(zh: str, en: str, places: Mapping[str, object]) -> str:
    wording = pick(zh, en, language())
    return wording.format_map(places) if places else wording


def _say(code: str, details: Mapping[str, object]) -> str:
    return say(code, language(), **details)


_pick_lazily = lazy(_pick, str)
_say_lazily = lazy(_say, str)


def t(zh: str, en: str, **places: object) -> str:
    """The wording for the reader, lazily: ``t("共 {n} 条", "{n} in all", n=12)``."""
    return _pick_lazily(zh, en, places)


def say_lazy(code: str, /, **details: object) -> str:
    """The words of `code` for the reader, lazily."""
    return _say_lazily(code, details)


def called(one: Any) -> str:
    """The name of a person or an organisation for the reader: the Chinese one while there is no other."""
    return pick(one.name_zh, one.name_en or one.name_zh, language()) if one else ""


def joined(names: Iterable[object]) -> str:
    """Several in a row, set apart as the reader sets them apart."""
    return pick("、", ", ", language()).join(map(str, names))


def why(objection: Objection) -> str:
    """An objection in the reader's language, without its clause."""
    return say(objection.code, language(), **objection.details)


def both(refused: Refused) -> str:
    """Every objection of a refusal in both languages, for whoever sits at a terminal."""
    said = [
        (say(one.code, "zh-hans", **one.details), say(one.code, "en", **one.details))
        for one in refused.objections
    ]
    return "\n".join(" / ".join(pair) for pair in said)


def tell(kind: str, facts: Mapping[str, object]) -> str:
    """What an event of the record tells: the words of ``event.<kind>`` with the event's own facts."""
    return pick(*WORDS[f"event.{kind}"], language()).format_map(_Facts(facts))
