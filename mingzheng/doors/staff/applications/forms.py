"""The forms of the review."""

from typing import Any

from django import forms

from mingzheng.doors.frame.rows import Rows
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.contracts.models import Application
from mingzheng.rulebook.audit_time import Complexity
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.contract_review import POINTS, Part
from mingzheng.rulebook.effective_personnel import PersonnelKind
from mingzheng.rulebook.impartiality import Adviser
from mingzheng.rulebook.standards import SYSTEMS, Standard

COMPLEXITIES = [(c.value, say_lazy(f"complexity.{c}")) for c in Complexity]


class EarlierRow(forms.Form):
    """A certificate found on the national platform."""

    standard = forms.ChoiceField(label=t("体系", "System"), choices=[(s.value, s.letter) for s in SYSTEMS])
    body = forms.CharField(label=t("发证机构", "Certification body"), max_length=120)
    number = forms.CharField(label=t("证书编号", "Number"), max_length=60, required=False)
    status = forms.ChoiceField(
        label=t("状态", "Status"),
        choices=[(s.value, say_lazy(f"earlier-status.{s}")) for s in Status if s is not Status.REPLACED],
    )
    suspended_on = forms.DateField(label=t("暂停日期", "Suspended on"), required=False)
    ended_on = forms.DateField(label=t("撤销或注销日期", "Withdrawn or cancelled on"), required=False)
    own_fault = forms.BooleanField(
        label=t("因组织自身原因", "By its own fault"), required=False, initial=True
    )
    body_lost_approval = forms.BooleanField(
        label=t("发证机构被撤销批准", "The body lost its approval"), required=False
    )


class AdviceRow(forms.Form):
    """Help the applicant had from this body or one related to it."""

    by = forms.ChoiceField(
        label=t("由谁提供", "Given by"), choices=[(a.value, say_lazy(f"adviser.{a}")) for a in Adviser]
    )
    ended_on = forms.DateField(
        label=t("结束日期（仍在进行则留空）", "Ended on (empty while it lasts)"), required=False
    )
    note = forms.CharField(label=t("说明", "Remark"), max_length=200)


class CheckForm(forms.Form):
    untrustworthy = forms.BooleanField(
        label=t("被列入严重违法失信名单", "On a public list of serious violations of trust"), required=False
    )
    permits_missing = forms.CharField(
        label=t("缺少或失效的许可、资质（每行一项）", "Permits missing or not valid, one a line"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def clean_permits_missing(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["permits_missing"].splitlines() if line.strip()]


class ClassifyForm(forms.Form):
    """Technical codes and complexity, a pair of fields for each standard applied for."""

    def __init__(self, application: Application, data: Any = None):
        super().__init__(data)
        self.standards = application.standards
        for standard in application.standards:
            letter = Standard(standard).letter
            self.fields[f"codes-{standard}"] = forms.CharField(
                label=t("{letter} 专业代码", "{letter} technical codes", letter=letter),
                help_text=t("如 17.10.02；多个用空格分开", "Such as 17.10.02; several separated by blanks"),
                initial=" ".join(application.technical_codes.get(standard, [])),
            )
            self.fields[f"complexity-{standard}"] = forms.ChoiceField(
                label=t("{letter} 复杂程度（风险）", "{letter} complexity (risk)", letter=letter),
                choices=COMPLEXITIES if standard == Standard.EMS else COMPLEXITIES[:3],
                initial=application.complexities.get(standard, Complexity.MEDIUM.value),
            )

    @property
    def codes(self) -> dict[str, list[str]]:
        return {
            s: self.cleaned_data[f"codes-{s}"].replace("，", " ").replace(",", " ").split()
            for s in self.standards
        }

    @property
    def complexities(self) -> dict[str, str]:
        return {standard: self.cleaned_data[f"complexity-{standard}"] for standard in self.standards}


class ConfirmForm(forms.Form):
    """The points of one part; each is ticked by the person who stands for it."""

    points = forms.MultipleChoiceField(
        label=t("逐项确认", "Confirm each point"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "each-line"}),
        required=False,
    )
    remarks = forms.CharField(
        label=t("评审说明", "Remarks"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, part: Part, data: Any = None):
        super().__init__(data)
        self.fields["points"].choices = [(p, say_lazy(f"review-point.{p}")) for p in POINTS[part]]  # type: ignore[attr-defined]


class AskForm(forms.Form):
    questions = forms.CharField(
        label=t("需要申请方答复的问题（每行一个）", "Questions to the applicant, one a line"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=t("不予受理的理由", "Reason for refusing"),
        help_text=t(
            "规则所列的依据会一并写入通知书", "What the rules object to goes into the letter as well"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class OfferForm(forms.Form):
    discount = forms.DecimalField(
        label=t("优惠金额（元）", "Discount (CNY)"),
        max_digits=10,
        decimal_places=2,
        min_value=0,
        required=False,
    )
    discount_reason = forms.CharField(
        label=t("优惠理由", "Reason for the discount"), max_length=300, required=False
    )


class FactorRow(forms.Form):
    """A reason to take more or less time than the table says."""

    reason = forms.CharField(label=t("理由", "Reason"), max_length=200)
    percent = forms.DecimalField(
        label=t("百分比（减少为负）", "Percent (negative for less)"), max_digits=5, decimal_places=1
    )


class IntegrationForm(forms.Form):
    integration_percent = forms.IntegerField(
        label=t("一体化减少百分比（最多 20）", "Reduction for integration, percent (at most 20)"),
        min_value=0,
        max_value=100,
        required=False,
    )
    integration_reason = forms.CharField(
        label=t("依据（一体化程度、审核组能力）", "Grounds (degree of integration, ability of the team)"),
        max_length=300,
        required=False,
    )


class ShareForm(forms.Form):
    """How much of one row of personnel counts, by the body's documented method."""

    percent = forms.DecimalField(
        label=t("计入 %", "Counts, %"),
        min_value=1,
        max_value=100,
        max_digits=4,
        decimal_places=1,
        required=False,
    )
    reason = forms.CharField(label=t("依据的方法和理由", "Method and reason"), max_length=200, required=False)


class TimeForm:
    """Everything the audit time is determined with: factors for each standard, shares of personnel, integration."""

    def __init__(self, application: Application, url: str, data: Any = None):
        times = {time.standard: time for time in application.audit_times.all()}
        self.several = len(application.standards) > 1
        self.integration = IntegrationForm(data, initial=vars(application))
        self.tables = [
            Rows(
                f"factors{s}",
                FactorRow,
                f"{Standard(s).letter} · {Standard(s).gb}",
                t("调整因素", "factor"),
                url,
                opens=False,
            )
            for s in application.standards
        ]
        for standard, table in zip(application.standards, self.tables, strict=True):
            kept = times[standard].factors if standard in times else []
            table.filled(kept) if data is None else table.sent(data)
        self.standards = application.standards
        self.shares = [
            (
                row,
                ShareForm(
                    data, initial=application.personnel_shares.get(str(place)), prefix=f"share-{place}"
                ),
                place,
            )
            for place, row in enumerate(application.personnel)
            if row.get("shift")
            or row["kind"] in (PersonnelKind.REPETITIVE, PersonnelKind.TEMPORARY_UNSKILLED)
        ]

    def is_valid(self) -> bool:
        shares = [form.is_valid() for _, form, _ in self.shares]
        return all([self.integration.is_valid(), *shares, *[table.is_valid() for table in self.tables]])

    @property
    def values(self) -> dict[str, Any]:
        """What determine_audit_time takes."""
        said = self.integration.cleaned_data
        return {
            "factors": {s: table.values for s, table in zip(self.standards, self.tables, strict=True)},
            "shares": {
                str(place): {
                    "percent": f"{form.cleaned_data['percent']:f}",
                    "reason": form.cleaned_data["reason"],
                }
                for _, form, place in self.shares
                if form.cleaned_data["percent"]
            },
            "integration_percent": said["integration_percent"] or 0,
            "integration_reason": said["integration_reason"],
        }
