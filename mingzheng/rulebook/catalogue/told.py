"""Answers as JSON tells them: days as text, decimals as numbers, objections and steps in words."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from mingzheng.rulebook.documents import document_of
from mingzheng.rulebook.record_set import FilePaper
from mingzheng.rulebook.verdict import Objection, Step
from mingzheng.words import WORDS, pick, say

_NUMBERS = (int, float)  # True and False are numbers, too


def to_json(value: Any, language: str = "zh-hans") -> Any:
    """A value of a rule as JSON has it."""
    if value is None or isinstance(value, _NUMBERS):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Objection):
        return told_objection(value, language)
    if isinstance(value, dict):
        return {str(key): to_json(one, language) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(one, language) for one in value]
    return {one.name.rstrip("_"): to_json(getattr(value, one.name), language) for one in fields(value)}


def told_objection(objection: Objection, language: str) -> dict[str, Any]:
    """An objection in words, with the field it is about where it is about one."""
    return {
        "code": objection.code,
        "field": objection.details.get("field"),
        "reason": say(objection.code, language, **in_words(objection.details, language)),
        "clause": objection.clause,
    }


def in_words(details: Mapping[str, object], language: str) -> dict[str, object]:
    """Details as a reader wants them: choices by their words, what has two names by the one in his language."""
    return {name: _in_words(value, language) for name, value in details.items()}


def _in_words(value: object, language: str) -> object:
    if isinstance(value, StrEnum):
        code = f"rule-choice.{value}"
        return say(code, language) if code in WORDS else value
    if isinstance(value, FilePaper):
        return pick(value.zh, value.en, language)
    return value


def told_step(step: Step, language: str) -> dict[str, Any]:
    """A step in words, with the edition and source of the document its clause stands in."""
    document = document_of(step.clause)
    return {
        "what": say(step.what, language, **step.details),
        "value": step.value,
        "clause": step.clause,
        "edition": document.edition,
        "source": pick(document.source_zh, str(step.details.get("source") or document.source), language),
        "confidence": step.confidence,
    }


def encoded_step(step: Step, language: str) -> str:
    """The same as JSON text. The same few steps come back in case after case, so they are kept."""
    return _encoded_step(step, tuple(step.details.items()), language)


@lru_cache(maxsize=65536)
def _encoded_step(step: Step, details: tuple[tuple[str, object], ...], language: str) -> str:
    return encode(told_step(replace(step, details=dict(details)), language))


encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
