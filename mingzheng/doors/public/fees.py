"""收费试算: anybody reckons what certification costs by the published rates, with the function a quotation comes from; it binds nobody."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mingzheng.doors.frame.pace import at_most
from mingzheng.doors.frame.two import say_lazy, t, why
from mingzheng.office.contracts.pricing import estimated
from mingzheng.office.library.models import Body
from mingzheng.rulebook.audit_time_table import RISKS, Complexity
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused

MEDIUM = Complexity.MEDIUM
LEVELS = {Standard.QMS: (MEDIUM,), Standard.EMS: (*RISKS, Complexity.LIMITED), Standard.OHSMS: RISKS}
"""What the table of auditor-days tells apart for each standard."""


class EstimateForm(forms.Form):
    people = forms.IntegerField(
        label=t("体系覆盖人数（折合全职）", "People (full-time equivalent)"), min_value=1, max_value=100_000
    )

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        for standard, levels in LEVELS.items():
            several = len(levels) > 1
            named = [
                (one.value, say_lazy(f"complexity.{one}") if several else t("认证", "Wanted"))
                for one in levels
            ]
            self.fields[standard.value] = forms.ChoiceField(
                label=say_lazy(f"standard.{standard}"),
                choices=[("", t("不认证", "Not wanted")), *named],
                required=False,
                help_text=t("风险或复杂程度", "Risk or complexity") if several else "",
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        said["complexities"] = {one: Complexity(said[one]) for one in Standard if said.get(one)}
        if not said["complexities"]:
            raise forms.ValidationError(t("请至少选择一个标准", "Choose at least one standard"))
        return said


@require_GET
@at_most(60)
def fees(request: HttpRequest) -> HttpResponse:
    """The form, and once asked the lines of the price; what the rulebook objects to is said beside the form."""
    form, body, price = EstimateForm(request.GET or None), Body.objects.first(), None
    if body and form.is_valid():
        try:
            price = estimated(body, form.cleaned_data["people"], form.cleaned_data["complexities"])
        except Refused as refused:
            for objection in refused.objections:
                form.add_error(None, why(objection))
    return render(request, "public/fees.html", {"form": form, "price": price, "rates": body})
