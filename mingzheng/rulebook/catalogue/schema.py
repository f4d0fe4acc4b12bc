"""Shapes: a dataclass tells what a rule takes and answers; from it come the JSON Schema and the reader of JSON.

A reader never raises: what it cannot take it notes, with the field, and reading goes on, so that all of it is told at
once. Bounds keep out what no case can mean (a year 9999, a number with a million digits).
"""

import math
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from mingzheng.rulebook.verdict import Objection

from .told import to_json

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)  # no management system certificate lies outside
LARGEST = 10**9
DECIMALS = 6
LONGEST_TEXT, LONGEST_LIST = 2000, 1000

Schema = dict[str, Any]


@dataclass(frozen=True)
class Between:
    """The least and the greatest value of a number, both included."""

    least: int
    most: int = LARGEST


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of the input: the words that say it, the field, and what fills the words."""

    code: str
    field: str
    details: dict[str, object]


Faults = list[Fault]
Read = Callable[[Any, str, Faults], Any]


@dataclass(frozen=True)
class Shape:
    """What a value looks like in JSON Schema, and how it is read from JSON."""

    schema: Schema
    read: Read


def shape_of(kind: Any) -> Shape:
    """The shape of a type: bool, int, Decimal, date, str, an enumeration, a tuple, an optional one, a dataclass."""
    if get_origin(kind) is Annotated:
        bare, bounds = get_args(kind)
        return _number(bare, bounds)
    if get_origin(kind) in (types.UnionType, Union):
        return _optional(shape_of(next(one for one in get_args(kind) if one is not type(None))))
    if get_origin(kind) is tuple:
        return _list(shape_of(get_args(kind)[0]))
    if get_origin(kind) is dict:
        return _map(shape_of(get_args(kind)[1]))
    if kind is Objection:
        return _OBJECTION
    if is_dataclass(kind) and isinstance(kind, type):
        return object_shape(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind)
    return _SIMPLE[kind]() if kind in _SIMPLE else _number(kind, Between(-LARGEST))


@cache
def object_shape(kind: type) -> Shape:
    """A JSON object with the fields of a dataclass: required unless it has a default, nothing else allowed."""
    hints = get_type_hints(kind, include_extras=True)
    parts = {one.name: shape_of(hints[one.name]) for one in fields(kind)}
    required = [o.name for o in fields(kind) if o.default is MISSING and o.default_factory is MISSING]
    schema: Schema = {
        "type": "object",
        "properties": {
            one.name.rstrip("_"): {**parts[one.name].schema, **_default(one.default)} for one in fields(kind)
        },
        "required": required,
        "additionalProperties": False,
    }

    def read(given: Any, where: str, faults: Faults) -> Any:
        if not isinstance(given, dict):
            return _fault(faults, "input.not-an-object", where)
        before, inside = len(faults), f"{where}." if where else ""
        for name in required:
            if name not in given:
                _fault(faults, "input.missing", inside + name)
        taken = {}
        for name, value in given.items():
            if part := parts.get(name):
                taken[name] = part.read(value, inside + name, faults)
            else:
                _fault(faults, "input.unknown-field", inside + str(name)[:60], known=", ".join(parts))
        return kind(**taken) if len(faults) == before else None

    return Shape(schema, read)


def _fault(faults: Faults, code: str, where: str, **details: object) -> None:
    faults.append(Fault(code, where, details))


def _default(value: object) -> Schema:
    return {} if value is MISSING else {"default": to_json(value)}


def _boolean() -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        return given if isinstance(given, bool) else _fault(faults, "input.not-true-or-false", where)

    return Shape({"type": "boolean"}, read)


def _text() -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        if not isinstance(given, str):
            return _fault(faults, "input.not-text", where)
        if len(given) > LONGEST_TEXT:
            return _fault(faults, "input.too-long", where, most=LONGEST_TEXT)
        return given

    return Shape({"type": "string", "maxLength": LONGEST_TEXT}, read)


def _day() -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        try:
            day = date.fromisoformat(given) if isinstance(given, str) and len(given) == 10 else None
        except ValueError:
            day = None
        if day is None:
            return _fault(faults, "input.not-a-day", where, value=str(given)[:40])
        if not FIRST_DAY <= day <= LAST_DAY:
            return _fault(faults, "input.day-out-of-range", where, first=FIRST_DAY, last=LAST_DAY)
        return day

    return Shape({"type": "string", "format": "date"}, read)


def _number(kind: type, bounds: Between) -> Shape:
    whole = kind is int
    code = "input.not-a-whole-number" if whole else "input.not-a-number"

    def read(given: Any, where: str, faults: Faults) -> Any:
        if isinstance(given, bool) or not isinstance(given, int | float | Decimal):
            return _fault(faults, code, where, value=str(given)[:40])
        if isinstance(given, float):
            given = Decimal(str(given)) if math.isfinite(given) else Decimal("NaN")
        if isinstance(given, Decimal) and (not given.is_finite() or not _is_short(given)):
            return _fault(faults, code, where, value=str(given)[:40])
        if not bounds.least <= given <= bounds.most:
            return _fault(faults, "input.out-of-range", where, least=bounds.least, most=bounds.most)
        if whole and given != int(given):
            return _fault(faults, code, where, value=str(given)[:40])
        return int(given) if whole else Decimal(given)

    named = "integer" if whole else "number"
    return Shape({"type": named, "minimum": bounds.least, "maximum": bounds.most}, read)


def _is_short(number: Decimal) -> bool:
    """Few enough digits to reckon with exactly."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -DECIMALS and number.adjusted() < 20


def _choice(kind: type[StrEnum]) -> Shape:
    members = {str(member): member for member in kind}

    def read(given: Any, where: str, faults: Faults) -> Any:
        if isinstance(given, str) and given in members:
            return members[given]
        return _fault(faults, "input.not-one-of", where, value=str(given)[:40], known=", ".join(members))

    return Shape({"type": "string", "enum": list(members)}, read)


def _optional(shape: Shape) -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        return None if given is None else shape.read(given, where, faults)

    schema = {**shape.schema}
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return Shape({**schema, "type": [schema["type"], "null"]}, read)


def _list(shape: Shape) -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        if not isinstance(given, list):
            return _fault(faults, "input.not-a-list", where)
        if len(given) > LONGEST_LIST:
            return _fault(faults, "input.too-many", where, most=LONGEST_LIST)
        return tuple(shape.read(one, f"{where}[{n}]", faults) for n, one in enumerate(given))

    return Shape({"type": "array", "items": shape.schema, "maxItems": LONGEST_LIST}, read)


def _map(shape: Shape) -> Shape:
    def read(given: Any, where: str, faults: Faults) -> Any:
        if not isinstance(given, dict):
            return _fault(faults, "input.not-an-object", where)
        if len(given) > LONGEST_LIST:
            return _fault(faults, "input.too-many", where, most=LONGEST_LIST)
        return {name: shape.read(one, f"{where}.{str(name)[:60]}", faults) for name, one in given.items()}

    return Shape({"type": "object", "additionalProperties": shape.schema}, read)


def _told_only(given: Any, where: str, faults: Faults) -> Any:
    return _fault(faults, "input.not-an-object", where)


_TEXTS = {key: {"type": "string"} for key in ("code", "reason", "clause")}
_OBJECTION = Shape(
    {"type": "object", "properties": {**_TEXTS, "field": {"type": ["string", "null"]}}}, _told_only
)
_SIMPLE: dict[Any, Callable[[], Shape]] = {bool: _boolean, str: _text, date: _day}
