"""What the screens about persons ask for."""

from enum import StrEnum
from typing import Any

from django import forms

from mingzheng.doors.frame.two import say_lazy, t, why
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.identifiers import normalise_social_credit_code, objections_to_social_credit_code
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import Standard


def one_of(kind: type[StrEnum], family: str, label: str, **more: Any) -> forms.TypedChoiceField:
    """A choice among the values of an enumeration, in the words of its family."""
    choices = [(value.value, say_lazy(f"{family}.{value}")) for value in kind]
    return forms.TypedChoiceField(label=label, choices=choices, coerce=kind, **more)


def standard(**more: Any) -> forms.TypedChoiceField:
    return one_of(Standard, "standard", t("管理体系", "Management system"), **more)


class PersonForm(forms.Form):
    """Who somebody is and how he is engaged."""

    name_zh = forms.CharField(label=t("姓名", "Name in Chinese"), max_length=40)
    name_en = forms.CharField(label=t("英文或拼音姓名", "Name in English"), max_length=80, required=False)
    department = forms.CharField(label=t("部门", "Department"), max_length=40, required=False)
    phone = forms.CharField(label=t("电话", "Telephone"), max_length=30, required=False)
    email = forms.EmailField(label=t("电子邮箱", "E-mail"), required=False)
    full_time = forms.BooleanField(label=t("专职人员", "Employed full time"), required=False, initial=True)
    main_employer = forms.CharField(
        label=t("主聘单位", "Main employer"),
        max_length=120,
        required=False,
        help_text=t("兼职人员填写", "Of those engaged part time"),
    )


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


class RegistrationForm(forms.Form):
    standard = standard()
    grade = one_of(
        RegistrationGrade, "registration-grade", t("注册级别", "Grade"), initial=RegistrationGrade.AUDITOR
    )
    number = forms.CharField(label=t("注册证书号", "Registration number"), max_length=40)
    valid_from = forms.DateField(label=t("有效期自", "Valid from"))
    valid_until = forms.DateField(label=t("有效期至", "Valid until"))


class EndRegistrationForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    valid_until = forms.DateField(label=t("最后有效日", "Last valid day"))
    reason = forms.CharField(label=t("原因", "Reason"), max_length=200)


class CompetenceForm(forms.Form):
    """The technical area itself is picked from the table beside (see recognise.html)."""

    standard = standard()
    code = forms.CharField(label=t("专业代码", "Technical code"), max_length=12, widget=forms.HiddenInput)
    basis = forms.CharField(
        label=t("评价依据", "Basis"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=t(
            "学历、从业经历、培训、见证审核等",
            "Education, work experience, training, witnessed audits and the like",
        ),
    )


class EndCompetenceForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    code = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(label=t("终止原因", "Reason"), max_length=200)


class AuthoriseForm(forms.Form):
    kind = one_of(AuthorisationKind, "authorisation", t("授权事项", "Authorised as"))
    basis = forms.CharField(
        label=t("授权依据", "Basis"),
        max_length=200,
        help_text=t(
            "组长培训、见证领审、履职评价等", "Training, audits led under observation, appraisal and the like"
        ),
    )


class EndAuthorisationForm(forms.Form):
    kind = one_of(AuthorisationKind, "authorisation", "", widget=forms.HiddenInput)
    reason = forms.CharField(label=t("终止原因", "Reason"), max_length=200)


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
    kind = one_of(TieKind, "tie-kind", t("关系", "Tie"))
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
    kind = one_of(TieKind, "tie-kind", "", widget=forms.HiddenInput)
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
