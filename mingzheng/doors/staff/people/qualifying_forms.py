"""What the screens about registration and competence ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms

from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.people.models import Person
from mingzheng.rulebook.candidacy import CandidacyKind, Outcome
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade, TeamRole
from mingzheng.rulebook.registration import Education, TrainingKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.witnessing import Outcome as Seen

from .choices import evidence, one_of, standard


class RegistrationForm(forms.Form):
    standard = standard()
    grade = one_of(
        RegistrationGrade, "registration-grade", t("注册级别", "Grade"), initial=RegistrationGrade.AUDITOR
    )
    number = forms.CharField(label=t("注册证书号", "Registration number"), max_length=40)
    valid_from = forms.DateField(label=t("有效期自", "Valid from"))
    valid_until = forms.DateField(label=t("有效期至", "Valid until"))
    green = forms.BooleanField(
        label=t("绿色产品检查员（产品认证）", "Inspector of green products (products)"), required=False
    )


class EndRegistrationForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    valid_until = forms.DateField(label=t("最后有效日", "Last valid day"))
    reason = forms.CharField(label=t("原因", "Reason"), max_length=200)


class GreenForm(forms.Form):
    first_day = forms.DateField(label=t("起始日", "First day"))
    evidence = evidence()


class EndGreenForm(forms.Form):
    last_day = forms.DateField(label=t("最后一日", "Last day"))
    evidence = evidence()


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
    evidence = forms.CharField(label=t("证明材料", "What proves it"), max_length=200, required=False)


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


class ConfirmRegistrationForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    evidence = evidence()


class ReviewCompetenceForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    basis = forms.CharField(
        label=t("评审依据", "Basis of the review"),
        max_length=200,
        help_text=t(
            "本期审核表现、见证、评定问题、继续教育等",
            "Audits, witnessing, what reviewers found, education and the like",
        ),
    )


class ConfirmAuthorisationForm(forms.Form):
    kind = one_of(AuthorisationKind, "authorisation", "", widget=forms.HiddenInput)
    basis = forms.CharField(label=t("确认依据", "Basis"), max_length=200)


class ExperienceForm(forms.Form):
    """An audit held elsewhere, or before this system."""

    standard = standard()
    role = one_of(TeamRole, "team-role", t("担任", "Role"))
    organisation = forms.CharField(label=t("受审核组织", "Organisation audited"), max_length=200)
    body = forms.CharField(label=t("认证机构", "Certification body"), max_length=120, required=False)
    first_day = forms.DateField(label=t("第一天", "First day"))
    last_day = forms.DateField(label=t("最后一天", "Last day"))
    audit_days = forms.DecimalField(label=t("审核人日", "Auditor-days"), max_digits=5, decimal_places=1)
    on_site_days = forms.DecimalField(label=t("其中现场", "Of these on site"), max_digits=5, decimal_places=1)
    evidence = evidence()


class TrainingForm(forms.Form):
    """Continuing education; without a standard it is general."""

    title = forms.CharField(label=t("内容", "Subject"), max_length=120)
    kind = one_of(TrainingKind, "training", t("形式", "Form"))
    standard = forms.TypedChoiceField(
        label=t("领域", "Field"),
        choices=[("", t("通用", "General")), *((s.value, say_lazy(f"standard.{s}")) for s in Standard)],
        coerce=Standard,
        empty_value=None,
        required=False,
    )
    hours = forms.DecimalField(label=t("学时", "Hours"), max_digits=5, decimal_places=1)
    held_on = forms.DateField(label=t("日期", "Day"))
    evidence = evidence()


class ReviewTrainingForm(forms.Form):
    accepted = forms.TypedChoiceField(
        label=t("结论", "Finding"),
        choices=[("yes", t("认可", "Accepted")), ("no", t("不认可", "Not accepted"))],
        coerce=lambda said: said == "yes",
    )
    reason = forms.CharField(label=t("理由", "Reason"), max_length=200, required=False)


class OfPersonsForm(forms.Form):
    """A form that also asks for a colleague: `login` is chosen among persons."""

    standard = standard()
    colleague = forms.ChoiceField()

    def __init__(self, data: Any = None, *, persons: Iterable[Person], label: str, **more: Any):
        super().__init__(data, **more)
        field: Any = self.fields["colleague"]
        field.label, field.choices = label, [(one.login, f"{called(one)}（{one.login}）") for one in persons]


class MentorForm(OfPersonsForm):
    target_days = forms.IntegerField(
        label=t("目标审核人日", "Auditor-days to reach"),
        required=False,
        min_value=1,
        help_text=t("不填按 CCAA 的要求", "Empty: what CCAA asks for"),
    )
    target_on_site_days = forms.IntegerField(
        label=t("其中现场", "Of these on site"), required=False, min_value=1
    )


class WitnessForm(OfPersonsForm):
    planned_for = forms.DateField(label=t("计划日期", "Day planned"))
    visit = forms.CharField(label=t("审核项目编号", "Number of the visit"), max_length=20, required=False)


class RecordWitnessingForm(forms.Form):
    held_on = forms.DateField(label=t("见证日期", "Seen on"))
    outcome = one_of(Seen, "witnessing", t("结论", "Finding"))
    remarks = forms.CharField(
        label=t("见证所见", "What was seen"), widget=forms.Textarea(attrs={"rows": 5}), max_length=2000
    )


class CancelWitnessingForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    reason = forms.CharField(label=t("原因", "Reason"), max_length=200)


class CandidacyForm(forms.Form):
    standard = standard()
    kind = one_of(CandidacyKind, "candidacy", t("申报类别", "Applied for"))
    grade = one_of(RegistrationGrade, "registration-grade", t("申报级别", "Grade applied for"))
    education = one_of(Education, "education", t("学历", "Education"), initial=Education.BACHELOR)
    work_years = forms.IntegerField(label=t("工作年限", "Years of work"), min_value=0, max_value=60)
    field_years = forms.IntegerField(
        label=t("领域工作年限", "Of these in the field"), min_value=0, max_value=60
    )
    former_body = forms.CharField(
        label=t("原聘用机构", "Former body"),
        max_length=120,
        required=False,
        help_text=t("转入填写", "Of a transfer"),
    )


class OfStandardForm(forms.Form):
    """Nothing is asked but for which standard."""

    standard = standard(widget=forms.HiddenInput)


class ConcludeForm(forms.Form):
    standard = standard(widget=forms.HiddenInput)
    outcome = one_of(Outcome, "candidacy-step", t("结果", "Outcome"))
    number = forms.CharField(
        label=t("注册证书号", "Registration number"),
        max_length=40,
        required=False,
        help_text=t("批准时填写，连同有效期", "When granted, with its days"),
    )
    valid_from = forms.DateField(label=t("有效期自", "Valid from"), required=False)
    valid_until = forms.DateField(label=t("有效期至", "Valid until"), required=False)
    reason = forms.CharField(
        label=t("理由", "Reason"),
        max_length=200,
        required=False,
        help_text=t("未批准或撤回时填写", "When refused or withdrawn"),
    )
