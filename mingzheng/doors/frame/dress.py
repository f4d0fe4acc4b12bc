"""Form fields in the dress of the house: the right class and kind of input, whichever door declared the form."""

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString


class DayInput(forms.DateInput):
    """The browser's own day picker; it speaks ISO dates whatever the page's language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, object] | None = None):
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of a day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, object] | None = None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


_CLASSES: list[tuple[type[forms.Widget] | tuple[type[forms.Widget], ...], str]] = [
    (
        (forms.RadioSelect, forms.CheckboxSelectMultiple),
        "",
    ),  # Django gives a class to the box around them too
    (forms.CheckboxInput, "form-check-input"),
    (forms.Select, "form-select"),
    (forms.Widget, "form-control"),
]


def dressed(field: BoundField) -> SafeString:
    """The field's input: ``{{ field|dressed }}``."""
    widget = field.field.widget
    if type(widget) is forms.DateInput:
        widget = DayInput(widget.attrs)
    if type(widget) is forms.DateTimeInput:
        widget = MomentInput(widget.attrs)
    own = next(css for kind, css in _CLASSES if isinstance(widget, kind))
    css = " ".join(filter(None, [own, widget.attrs.get("class"), "is-invalid" if field.errors else ""]))
    return field.as_widget(widget, attrs={"class": css})
