"""What the screens about the body, its scope and its calendar ask for."""

from typing import Any

from django import forms

from mingzheng.doors.frame.two import t
from mingzheng.rulebook.scope import GROUP_SHAPE
from mingzheng.rulebook.standards import SYSTEMS, Standard

from ..fields import day, line, yes

MONEY: dict[str, Any] = {"max_digits": 10, "decimal_places": 2, "min_value": 0}


class BodyForm(forms.Form):
    """机构档案: what papers print."""

    name_zh = forms.CharField(label=t("机构名称", "Name in Chinese"), max_length=100)
    name_en = forms.CharField(label=t("英文名称", "Name in English"), max_length=200)
    short_name_zh = forms.CharField(label=t("简称", "Short name in Chinese"), max_length=30)
    short_name_en = forms.CharField(label=t("英文简称", "Short name in English"), max_length=60)
    uscc = forms.CharField(label=t("统一社会信用代码", "Unified social credit code"), max_length=18)
    approval_number = forms.CharField(label=t("认证机构批准号", "Approval number"), max_length=30)
    accreditation_number = forms.CharField(
        label=t("认可注册号", "Accreditation number"), max_length=60, required=False
    )
    certificate_prefix = forms.CharField(
        label=t("证书编号机构号", "Body's number in certificate numbers"),
        max_length=3,
        help_text=t("三位数字", "Three digits"),
    )
    address_zh = forms.CharField(label=t("地址", "Address in Chinese"), max_length=200)
    address_en = forms.CharField(label=t("英文地址", "Address in English"), max_length=300)
    phone = forms.CharField(label=t("电话", "Telephone"), max_length=40)
    email = forms.EmailField(label=t("电子邮箱", "E-mail"))
    complaints_phone = forms.CharField(label=t("投诉电话", "Telephone for complaints"), max_length=40)
    complaints_email = forms.EmailField(label=t("投诉邮箱", "E-mail for complaints"))
    day_rate = forms.DecimalField(label=t("每人日收费（元）", "Price of an auditor-day (CNY)"), **MONEY)
    application_fee = forms.DecimalField(
        label=t("申请费（元／标准）", "Application fee (CNY a standard)"), **MONEY
    )
    registration_fee = forms.DecimalField(
        label=t("注册费（元／证书）", "Registration fee (CNY a certificate)"), **MONEY
    )


class ChangeForm(BodyForm):
    """What it is from now on; what it was is kept for the papers of earlier days."""

    valid_from = day(t("自哪天起", "From this day on"))
    correction = yes(
        t("只是改正录入错误", "It only mends what was entered wrongly"),
        help_text=t(
            "不留旧版，以前日期的文件也按改正后的印",
            "No former state is kept: papers of earlier days too print it as mended",
        ),
    )
    because_zh = line(t("变更原因与依据", "Why it changed, by which document"), 300, required=False)
    because_en = line(t("英文", "In English"), 500, required=False)


class TakeBackForm(forms.Form):
    reason = line(t("原因", "Reason"), 200)


class FormerForm(forms.Form):
    name_zh = line(t("当时名称", "Its name then"), 100)
    name_en = line(t("英文名称", "Name in English"), 200)
    approval_number = line(t("批准文号", "Approval"), 30)
    accreditation_number = line(t("认可注册号", "Accreditation number"), 60, required=False)
    uscc = line(t("当时的机构代码", "Its code then"), 18, required=False)
    address_zh = line(t("地址", "Address in Chinese"), 200, required=False)
    address_en = line(t("英文地址", "Address in English"), 300, required=False)
    valid_from = day(t("自", "From"))
    valid_until = day(t("至（最后一天）", "Until (its last day)"))
    because_zh = line(
        t("后来为何变更、依据什么文件", "Why it changed then, by which document"), 300, required=False
    )
    because_en = line(t("英文", "In English"), 500, required=False)


class ScopeForm(forms.Form):
    """One press in the grid of groups and systems: ``accredit QMS 17`` or ``end QMS 17``, as of a day."""

    change = forms.CharField(widget=forms.HiddenInput)
    day = forms.DateField(
        label=t("自该日起获认可，或认可至该日终止", "Accredited from this day, or ended on it"),
        widget=forms.DateInput(attrs={"form": "change-scope"}),
    )

    def clean_change(self) -> tuple[str, Standard, str]:
        act, _, rest = self.cleaned_data["change"].partition(" ")
        standard, _, group = rest.partition(" ")
        if act not in ("accredit", "end") or standard not in SYSTEMS or not GROUP_SHAPE.fullmatch(group):
            raise forms.ValidationError("?")
        return act, Standard(standard), group


class HolidayForm(forms.Form):
    day = forms.DateField(label=t("日期", "Day"))
    working = forms.TypedChoiceField(
        label=t("性质", "Kind"),
        choices=[("no", t("放假", "Day off")), ("yes", t("调休上班", "Working weekend"))],
        coerce=lambda said: said == "yes",
    )
    name = forms.CharField(label=t("名称", "Name"), max_length=60, required=False)
