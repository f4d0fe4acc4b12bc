"""Looking into what a rule answered."""

from mingzheng.rulebook.verdict import Derivation, Objection, Step
from mingzheng.words import say


def steps_named(derived: Derivation) -> dict[str, Step]:
    return {step.what: step for step in derived.steps}


def told_in_both_languages(answer: Step | Objection) -> bool:
    """Whether the words exist and every place in them is filled."""
    code = answer.what if isinstance(answer, Step) else answer.code
    zh, en = (say(code, language, **answer.details) for language in ("zh-hans", "en"))
    return zh != en and "{" not in zh + en
