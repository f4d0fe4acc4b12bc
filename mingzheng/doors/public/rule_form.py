"""The form of a rule, made from its JSON Schema; what is typed becomes the JSON that the rulebook reads.

The form judges nothing: blank fields are left out, and what cannot be a number goes to the rulebook as it was typed,
so that the page, the terminal and the API say the same of the same input.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse

from mingzheng.doors.frame.rows import Rows
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.rulebook.catalogue import Rule
from mingzheng.rulebook.catalogue.schema import Schema
from mingzheng.rulebook.verdict import Objection

from .rule_told import reason

SEPARATORS = re.compile(r"[\n,，;；、]+")
YES_NO = [("", t("按版本", "As the edition says")), ("true", t("是", "Yes")), ("false", t("否", "No"))]


def kind_of(schema: Schema) -> str:
    """``string``, ``integer``, ``rows``, ``choices`` …: how a field of this schema is asked for."""
    kind = schema["type"][0] if isinstance(schema["type"], list) else schema["type"]
    if kind == "array":
        return (
            "rows"
            if schema["items"]["type"] == "object"
            else "choices"
            if "enum" in schema["items"]
            else "list"
        )
    if kind == "object":
        return "map"
    if kind == "boolean" and isinstance(schema["type"], list):
        return "yes-no"
    return "choice" if "enum" in schema else "day" if schema.get("format") == "date" else kind


def _choices(schema: Schema) -> list[tuple[str, str]]:
    return [(value, say_lazy(f"rule-choice.{value}")) for value in schema["enum"] if value]


def _field(name: str, schema: Schema, required: bool) -> forms.Field:
    kind = kind_of(schema)
    more: dict[str, Any] = {
        "label": say_lazy(f"rule-field.{name}"),
        "required": required,
        "initial": schema.get("default"),
    }
    if kind == "boolean":
        return forms.BooleanField(**{**more, "required": False})
    if kind == "yes-no":
        return forms.ChoiceField(choices=YES_NO, **{**more, "required": False})
    if kind == "choice":
        blank = [] if required or schema.get("default") else [("", "--")]
        return forms.ChoiceField(choices=[*blank, *_choices(schema)], **more)
    if kind == "choices":
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=_choices(schema["items"]), widget=widget, **more)
    if kind in ("list", "map"):
        help_text = (
            t("每行一个", "One a line")
            if kind == "list"
            else t("每行一个：代码=数量", "One a line: code=number")
        )
        return forms.CharField(
            widget=forms.Textarea({"rows": 3}), help_text=help_text, **{**more, "initial": ""}
        )
    if kind == "day":
        return forms.CharField(widget=forms.DateInput(), **more)
    return forms.CharField(
        widget=forms.TextInput({"inputmode": "decimal"} if kind in ("integer", "number") else {}), **more
    )


def _form(schema: Schema) -> type[forms.Form]:
    """A Django form for the fields of an object that are not lists of objects."""
    fields = {
        name: _field(name, part, name in schema["required"])
        for name, part in schema["properties"].items()
        if kind_of(part) != "rows"
    }
    return type("AskedForm", (forms.Form,), {**fields, "use_required_attribute": False})


def _value(text: Any, schema: Schema) -> Any:
    """What was typed, as JSON; None when nothing was."""
    kind = kind_of(schema)
    if kind == "boolean":
        return bool(text)
    if text in (None, "", []):
        return None
    if kind == "yes-no":
        return text == "true"
    if kind in ("integer", "number"):
        return _number(text)
    if kind == "list":
        return [_value(part.strip(), schema["items"]) for part in SEPARATORS.split(text) if part.strip()]
    if kind == "map":
        pairs = (part.partition("=") for part in SEPARATORS.split(text) if part.strip())
        return {key.strip(): _number(number) for key, _, number in pairs}
    return text


def _number(text: str) -> Any:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return text
    return int(number) if number.is_finite() and abs(number) < 10**18 and number == int(number) else number


def _typed(value: Any, schema: Schema) -> Any:
    """JSON as it is typed: what the form shows for an example."""
    kind = kind_of(schema)
    if kind == "list":
        return "\n".join(map(str, value))
    if kind == "map":
        return "\n".join(f"{key}={number}" for key, number in value.items())
    return str(value).lower() if kind == "yes-no" else value


@dataclass
class RuleForm:
    """What a person fills in to ask a rule: one form and its lists."""

    rule: Rule
    data: QueryDict

    def __post_init__(self) -> None:
        schema = self.rule.input_schema
        self.parts: dict[str, Schema] = schema["properties"]
        filled = self.rule.example if "example" in self.data else {}
        self.asked = bool(self.data)
        plain = _form(schema)
        shown = {name: _typed(value, self.parts[name]) for name, value in filled.items()}
        self.form = plain(None, initial=shown) if filled or not self.data else plain(self.data)
        self.tables = {
            name: self._table(name, part) for name, part in self.parts.items() if kind_of(part) == "rows"
        }
        for name, table in self.tables.items():
            table.filled(filled.get(name, [])) if filled or not self.data else table.sent(self.data)
        self._said: dict[str, list[forms.Form]] = {}

    def _table(self, name: str, part: Schema) -> Rows:
        url = reverse("public:rule-row", args=[self.rule.name, name])
        opens = name in self.rule.example
        label = say_lazy(f"rule-field.{name}")
        return Rows(name, _form(part["items"]), label, label, url, opens)

    @property
    def given(self) -> dict[str, Any]:
        """The input as JSON."""
        if "example" in self.data:
            return self.rule.example
        plain = {
            name: _value(self._raw(self.form, name), part)
            for name, part in self.parts.items()
            if name in self.form.fields
        }
        rows = {name: list(self._rows(name)) for name in self.tables}
        return {name: value for name, value in {**plain, **rows}.items() if value not in (None, [])}

    def _rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a list in which anything was typed or ticked."""
        parts = self.parts[name]["items"]["properties"]
        self._said[name] = []
        for form in self.tables[name].forms:
            typed = (
                {field: _value(self._raw(form, field), part) for field, part in parts.items()}
                if form.is_bound
                else {}
            )
            told = {field: value for field, value in typed.items() if value is not None}
            if any(value != parts[field].get("default") for field, value in told.items()):
                self._said[name].append(form)
                yield told

    @staticmethod
    def _raw(form: forms.Form, name: str) -> Any:
        field = form.fields[name]
        return field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))

    def show(self, objections: tuple[Objection, ...]) -> list[Objection]:
        """Put each objection next to its field; those that belong to none are returned."""
        return [objection for objection in objections if not self._shown(objection)]

    def _shown(self, objection: Objection) -> bool:
        form, name = self._place(str(objection.details.get("field") or ""))
        if form is None or not form.is_bound or name not in form.fields:
            return False
        form.add_error(name, reason(objection))
        return True

    def _place(self, field: str) -> tuple[forms.Form | None, str]:
        if found := re.fullmatch(r"(\w+)\[(\d+)\](?:\.(\w+))?.*", field):
            rows = self._said.get(found[1], [])
            row = int(found[2])
            inside = found[3] or (next(iter(rows[row].fields)) if row < len(rows) else "")
            return (rows[row], inside) if row < len(rows) else (None, "")
        return self.form, field.partition(".")[0]
