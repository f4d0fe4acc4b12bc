"""The fields that forms are made of."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.people.models import Person
from mingzheng.rulebook.governance import SCALE


def line(label: str, longest: int = 100, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, **more)


def text(label: str, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


def day(label: str, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, **more)


def money(label: str, **more: Any) -> forms.DecimalField:
    """An amount in CNY, to a fen."""
    return forms.DecimalField(
        label=label, **{"max_digits": 12, "decimal_places": 2, "min_value": Decimal("0.01"), **more}
    )


def count(label: str, least: int = 0, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, **more)


def of_five(label: str) -> forms.TypedChoiceField:
    """1 to 5, as risks are weighed."""
    return forms.TypedChoiceField(label=label, choices=[(n, str(n)) for n in SCALE], coerce=int)


def yes(label: str, **more: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, **more)


def choice(label: str, values: Iterable[Any], family: str, **more: Any) -> forms.TypedChoiceField:
    """One value of an enumeration, by its words."""
    held = list(values)
    return forms.TypedChoiceField(
        label=label,
        choices=[(value, say_lazy(f"{family}.{value}")) for value in held],
        coerce=dict((str(value), value) for value in held).__getitem__,
        **more,
    )


def optional(label: str, values: Iterable[Any], family: str, **more: Any) -> forms.TypedChoiceField:
    """One value of an enumeration, or none: None."""
    held = list(values)
    return forms.TypedChoiceField(
        label=label,
        choices=[("", "--"), *((value, say_lazy(f"{family}.{value}")) for value in held)],
        coerce={str(value): value for value in held}.__getitem__,
        empty_value=None,
        required=False,
        **more,
    )


def multiple(label: str, values: Iterable[Any], family: str, **more: Any) -> forms.TypedMultipleChoiceField:
    """Several values of an enumeration, to tick."""
    held = list(values)
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=[(value, say_lazy(f"{family}.{value}")) for value in held],
        coerce={str(value): value for value in held}.__getitem__,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def several(label: str, **more: Any) -> forms.CharField:
    """Several values, one a line; see `lines`."""
    hint = t("每行一个", "One a line")
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), help_text=hint, **more)


def lines(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.strip()]


def people(label: str, *, many: bool = False, required: bool = True) -> forms.ChoiceField:
    """One person or several, of those who work here now."""
    if many:
        return forms.MultipleChoiceField(
            label=label,
            choices=_everybody,
            widget=forms.SelectMultiple(attrs={"size": 8}),
            required=required,
        )
    # nobody is chosen before the reader chooses: the first of the alphabet would be entered by oversight
    return forms.ChoiceField(label=label, choices=lambda: [("", "--"), *_everybody()], required=required)


def _everybody() -> list[tuple[str, str]]:
    rows = Person.objects.filter(is_active=True).order_by("pinyin")
    return [(one.login, f"{called(one)} · {one.department}") for one in rows]
