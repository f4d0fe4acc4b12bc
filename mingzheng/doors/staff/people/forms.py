"""What the screens about persons and their terms ask for."""

from django import forms

from mingzheng.doors.frame.two import say_lazy, t, why
from mingzheng.rulebook.engagement import DeclarationKind, InsuranceKind, Language, objections_to_home
from mingzheng.rulebook.identifiers import normalise_social_credit_code, objections_to_social_credit_code
from mingzheng.rulebook.impartiality import DECLARED
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

from ..fields import choice
from .choices import main_employer, one_of


class PersonForm(forms.Form):
    """Who somebody is and how he is engaged."""

    name_zh = forms.CharField(label=t("姓名", "Name in Chinese"), max_length=40)
    name_en = forms.CharField(label=t("英文或拼音姓名", "Name in English"), max_length=80, required=False)
    department = forms.CharField(label=t("部门", "Department"), max_length=40, required=False)
    phone = forms.CharField(label=t("电话", "Telephone"), max_length=30, required=False)
    email = forms.EmailField(label=t("电子邮箱", "E-mail"), required=False)
    full_time = forms.BooleanField(label=t("专职人员", "Employed full time"), required=False, initial=True)
    main_employer = main_employer()
    home = forms.CharField(
        label=t("常驻地行政区划代码", "Home town, region code"),
        max_length=6,
        required=False,
        help_text=t(
            "6 位，如 310113；排程按此计算出差", "Six digits, such as 310113; travel is reckoned from there"
        ),
    )
    languages = forms.TypedMultipleChoiceField(
        label=t("可用外语", "Languages besides Chinese"),
        choices=[(one.value, say_lazy(f"language.{one}")) for one in Language],
        coerce=str,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_home(self) -> str:
        code = self.cleaned_data["home"].strip()
        if wrong := objections_to_home(code):
            raise forms.ValidationError([why(objection) for objection in wrong])
        return code


class EmployForm(PersonForm):
    """A new person, with the name he logs in by."""

    login = forms.CharField(
        label=t("登录名", "Login"),
        max_length=40,
        help_text=t(
            "小写字母开头，可含数字、点、横线；以后不能更改",
            "Begins with a small letter; digits, dots and dashes may follow. It cannot be changed later",
        ),
    )
    field_order = ["login", "name_zh"]


class ContractForm(forms.Form):
    """A contract with a person."""

    number = forms.CharField(label=t("合同编号", "Contract number"), max_length=40)
    full_time = forms.BooleanField(
        label=t("专职（劳动合同）", "Full time (labour contract)"),
        required=False,
        initial=True,
        help_text=t("不勾选为兼职聘用协议", "Without it: an agreement with a part-timer"),
    )
    main_employer = main_employer()
    first_day = forms.DateField(label=t("第一天", "First day"))
    last_day = forms.DateField(
        label=t("最后一天", "Last day"),
        required=False,
        help_text=t("无固定期限的不填", "Empty without a term"),
    )


class EndContractForm(forms.Form):
    number = forms.CharField(widget=forms.HiddenInput)
    last_day = forms.DateField(label=t("最后一天", "Last day"))
    reason = forms.CharField(label=t("原因", "Reason"), max_length=200)


class InsuranceForm(forms.Form):
    kind = one_of(InsuranceKind, "insurance", t("险种", "Insurance"))
    insurer = forms.CharField(label=t("保险公司", "Insurer"), max_length=80)
    number = forms.CharField(label=t("保单号", "Policy number"), max_length=60)
    first_day = forms.DateField(label=t("第一天", "First day"))
    last_day = forms.DateField(label=t("最后一天", "Last day"))


class AvailabilityForm(forms.Form):
    weekdays = forms.TypedMultipleChoiceField(
        label=t("可用的星期", "Days of the week"),
        choices=[(day, say_lazy(f"weekday.{day}")) for day in range(7)],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=t("全不勾选为每个工作日", "None: every working day"),
    )
    days_a_year = forms.IntegerField(
        label=t("每年最多天数", "Days a year at most"), required=False, min_value=1, max_value=366
    )


class DeclarationForm(forms.Form):
    kind = one_of(DeclarationKind, "declaration", "", widget=forms.HiddenInput)


class LeaveForm(forms.Form):
    first_day = forms.DateField(label=t("第一天", "First day"))
    last_day = forms.DateField(label=t("最后一天", "Last day"))
    reason = forms.CharField(label=t("事由", "Reason"), max_length=100, required=False)


class CancelLeaveForm(forms.Form):
    first_day = forms.DateField(widget=forms.HiddenInput)


class TieForm(forms.Form):
    organisation = forms.CharField(label=t("组织名称", "Organisation"), max_length=200)
    uscc = forms.CharField(
        label=t("统一社会信用代码", "Unified social credit code"),
        max_length=40,
        help_text=t("18 位，自动核对校验码", "18 characters; the check digits are verified"),
    )
    kind = choice(t("关系", "Tie"), DECLARED, "tie-kind")
    ended_on = forms.DateField(
        label=t("终止日期", "Ended on"),
        required=False,
        help_text=t("仍在持续的不填", "Leave empty while it lasts"),
    )

    def clean_uscc(self) -> str:
        code = normalise_social_credit_code(self.cleaned_data["uscc"]).text
        if wrong := objections_to_social_credit_code(code):
            raise forms.ValidationError([why(objection) for objection in wrong])
        return code


class EndTieForm(forms.Form):
    uscc = forms.CharField(widget=forms.HiddenInput)
    kind = choice("", DECLARED, "tie-kind", widget=forms.HiddenInput)
    ended_on = forms.DateField(label=t("终止日期", "Ended on"))


class ConfirmForm(forms.Form):
    """Nothing is asked but whether it shall be done."""


class RoleForm(forms.Form):
    """One press in the grid of persons and roles: ``grant wangfang auditor``."""

    change = forms.CharField()

    def clean_change(self) -> tuple[str, str, Role]:
        act, _, rest = self.cleaned_data["change"].partition(" ")
        login, _, role = rest.partition(" ")
        if act not in ("grant", "revoke") or role not in HELD_BY_PERSONS:
            raise forms.ValidationError("?")
        return act, login, Role(role)
