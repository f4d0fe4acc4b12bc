"""What is asked when a programme is changed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.rulebook.standards import Standard


class DaysOfEachForm(forms.Form):
    """Auditor-days for each of the standards."""

    def __init__(self, data: Any, standards: Sequence[str]):
        super().__init__(data)
        for standard in standards:
            label = t("{standard} 审核人日", "Auditor-days for {standard}", standard=standard)
            self.fields[standard] = forms.DecimalField(
                label=label, min_value=0, decimal_places=1, required=False
            )

    @property
    def days(self) -> dict[str, Decimal]:
        """Of each standard for which any are asked."""
        return {s: self.cleaned_data[s] for s in Standard if self.cleaned_data.get(s)}


class SpecialForm(DaysOfEachForm):
    """A special visit: days for each standard it is for."""

    reason = forms.CharField(label=t("审核原因", "Reason"), max_length=200)
    latest = forms.DateField(label=t("最晚审核日", "Latest day"), widget=DayInput, required=False)


class SiteForm(forms.Form):
    site = forms.ChoiceField(label=t("审核场所", "Held at"), required=False)

    def __init__(self, data: Any, sites: Iterable[Any], initial: int | None):
        super().__init__(data, initial={"site": initial or ""})
        own = ("", t("客户地址", "The client's own address"))
        self.fields["site"].choices = [own, *((site.pk, _called(site)) for site in sites)]  # type: ignore[attr-defined]


class SiteApartForm(DaysOfEachForm):
    """Which site is audited apart, and how many days of each standard that takes."""

    site = forms.ChoiceField(label=t("场所", "Site"))

    def __init__(self, data: Any, sites: Iterable[Any], standards: Sequence[str]):
        super().__init__(data, standards)
        self.fields["site"].choices = [(site.pk, _called(site)) for site in sites]  # type: ignore[attr-defined]


def _called(site: Any) -> str:
    return f"{site.name_zh} {site.address_zh}"


class ReasonForm(forms.Form):
    reason = forms.CharField(label=t("理由", "Reason"), max_length=200)


class DaysForm(ReasonForm):
    standard = forms.ChoiceField(label=t("体系", "Standard"))
    days = forms.DecimalField(
        label=t("审核人日（以半天为单位）", "Auditor-days, in half days"), decimal_places=1
    )
    field_order = ("standard", "days", "reason")

    def __init__(self, data: Any, standards: Sequence[str]):
        super().__init__(data)
        self.fields["standard"].choices = [(s, say_lazy(f"standard.{s}")) for s in standards]  # type: ignore[attr-defined]


class StandardsForm(forms.Form):
    standards = forms.MultipleChoiceField(
        label=t("拆出的体系", "Standards to split off"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, standards: Sequence[str]):
        super().__init__(data)
        self.fields["standards"].choices = [(s, say_lazy(f"standard.{s}")) for s in standards]  # type: ignore[attr-defined]


class OtherForm(forms.Form):
    other = forms.ChoiceField(label=t("并入的审核", "Visit to join"))

    def __init__(self, data: Any, others: Iterable[Any]):
        super().__init__(data)
        choices = [(o.number, f"{o.number} {' '.join(o.standards)} {o.latest or ''}") for o in others]
        self.fields["other"].choices = choices  # type: ignore[attr-defined]
