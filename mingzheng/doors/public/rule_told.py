"""Answers of rules in the reader's language, ready for a page."""

from typing import Any

from mingzheng.doors.frame.two import joined, language, t
from mingzheng.rulebook.catalogue import Answer
from mingzheng.rulebook.catalogue.schema import Schema
from mingzheng.rulebook.catalogue.told import told_objection
from mingzheng.rulebook.verdict import Objection
from mingzheng.words import WORDS, say

NOTHING = "--"


def reason(objection: Objection) -> str:
    """Why, in the reader's language, with the clause behind it."""
    told = told_objection(objection, language())
    return f"{told['reason']} [{told['clause']}]"


def label(field: str) -> str:
    return say(f"rule-field.{field}", language())


def shown(value: Any, schema: Schema) -> list[str]:
    """A value of an answer or an input as lines of text."""
    if value in (None, [], {}):
        return [NOTHING]
    if isinstance(value, bool):
        return [str(t("是", "Yes") if value else t("否", "No"))]
    if isinstance(value, list):
        lines = [line for one in value for line in shown(one, schema.get("items", {}))]
        short = all(not isinstance(one, dict) for one in value)
        return [joined(lines)] if short else lines
    if isinstance(value, dict):
        return _shown_object(value, schema)
    code = f"rule-choice.{value}"
    return [say(code, language()) if "enum" in schema and code in WORDS else str(value)]


def _shown_object(value: dict[str, Any], schema: Schema) -> list[str]:
    parts = schema.get("properties")
    if parts is None:  # a map: what it holds, by name
        inner = schema.get("additionalProperties", {})
        return [f"{_choice(name)}: {line}" for name, one in value.items() for line in shown(one, inner)]
    if "reason" in value and "clause" in value and "code" in value:
        return [f"{value['reason']} [{value['clause']}]"]
    told = [
        f"{label(name)} {' '.join(shown(one, parts[name]))}"
        for name, one in value.items()
        if one not in (None, "", [], {})
    ]
    return [str(t("，", ", ")).join(told)]


def _choice(name: str) -> str:
    code = f"rule-choice.{name}"
    return say(code, language()) if code in WORDS else name


def facts(value: dict[str, Any] | None, schema: Schema) -> list[tuple[str, list[str]]]:
    """The fields of an answer (or an input) with their labels."""
    return [(label(name), shown(one, schema["properties"][name])) for name, one in (value or {}).items()]


def told(answer: Answer[Any]) -> dict[str, Any]:
    return answer.to_json(language())


def sources(answer: Answer[Any]) -> list[tuple[str, str]]:
    """The editions a derivation rests on and where we have them from, each once."""
    return list(dict.fromkeys((step["edition"], step["source"]) for step in told(answer)["steps"]))
