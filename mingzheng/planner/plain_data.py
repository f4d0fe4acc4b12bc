"""Frozen dataclasses to plain JSON data and back. What cannot be read is refused with the path of its field.

Days are written ``2026-03-02``, half days ``2026-03-02 am``; sets are sorted, so that equal data gives equal text.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from mingzheng.rulebook.calendar import Half, HalfDay

Thing = TypeVar("Thing")
HALVES = {"am": Half.MORNING, "pm": Half.AFTERNOON}
NAMES = {half: name for name, half in HALVES.items()}


class NotReadable(ValueError):
    """The data does not have the form asked for; `field` is where, for example ``visits[3].due``."""

    def __init__(self, field: str, expected: str, found: object):
        super().__init__(f"{field}: expected {expected}, found {found!r}")
        self.field, self.expected, self.found = field, expected, found


def written(value: Any) -> Any:
    """`value` as data that :mod:`json` can write; fields left at their defaults are left out."""
    if is_dataclass(value):
        kept = [f for f in fields(value) if f.default is MISSING or getattr(value, f.name) != f.default]
        return {f.name: written(getattr(value, f.name)) for f in kept}
    if isinstance(value, HalfDay):
        return f"{value.day.isoformat()} {NAMES[value.half]}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: written(value[key]) for key in sorted(value)}
    if isinstance(value, frozenset):
        return sorted(value)
    return [written(one) for one in value] if isinstance(value, tuple) else value


def read(kind: type[Thing], data: object, field: str = "") -> Thing:
    """`data` as a `kind`. Raises :class:`NotReadable` naming the field."""
    return _READERS.get(kind, _read_dataclass)(kind, data, field)  # type: ignore[no-any-return]


@cache
def _fields(kind: type) -> list[tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return [(field, hints[field.name]) for field in fields(kind)]


def _read_dataclass(kind: Any, data: object, at: str) -> Any:
    if not isinstance(data, Mapping):
        raise NotReadable(at or "problem", "an object", data)
    known = {field.name for field, _ in _fields(kind)}
    if unknown := sorted(set(data) - known):
        raise NotReadable(_under(at, unknown[0]), f"one of {', '.join(sorted(known))}", "an unknown name")
    values = {}
    for field, hint in _fields(kind):
        if field.name in data:
            values[field.name] = _read_any(hint, data[field.name], _under(at, field.name))
        elif field.default is MISSING and field.default_factory is MISSING:
            raise NotReadable(_under(at, field.name), "a value", None)
    return kind(**values)


def _read_any(hint: Any, data: object, at: str) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is UnionType:
        kinds = [kind for kind in inside if kind is not NoneType]
        return None if data is None else _read_any(kinds[0], data, at)
    if origin is None:
        return read(hint, data, at)
    if origin is tuple or origin is frozenset:
        if not isinstance(data, list):
            raise NotReadable(at, "a list", data)
        return origin(_read_any(inside[0], one, f"{at}[{n}]") for n, one in enumerate(data))
    if not isinstance(data, Mapping):
        raise NotReadable(at, "an object", data)
    return {key: _read_any(inside[1], one, _under(at, key)) for key, one in data.items()}


def _read_day(_kind: type, data: object, at: str) -> date:
    try:
        return date.fromisoformat(data)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise NotReadable(at, "a day like 2026-03-02", data) from None


def _read_half_day(_kind: type, data: object, at: str) -> HalfDay:
    day, _, half = data.partition(" ") if isinstance(data, str) else ("", "", "")
    if half not in HALVES:
        raise NotReadable(at, "a half day like 2026-03-02 am", data)
    return HalfDay(_read_day(date, day, at), HALVES[half])


def _read_number(kind: type, data: object, at: str) -> float:
    if isinstance(data, bool) or not isinstance(data, int if kind is int else int | float):
        raise NotReadable(at, "a whole number" if kind is int else "a number", data)
    return kind(data)  # type: ignore[no-any-return]


def _read_as_it_is(kind: type, data: object, at: str) -> object:
    if not isinstance(data, kind):
        raise NotReadable(at, "true or false" if kind is bool else "a text", data)
    return data


def _under(at: str, name: object) -> str:
    return f"{at}.{name}" if at else str(name)


_READERS: dict[Any, Any] = {
    date: _read_day,
    HalfDay: _read_half_day,
    int: _read_number,
    float: _read_number,
    str: _read_as_it_is,
    bool: _read_as_it_is,
}
