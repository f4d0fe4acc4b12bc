"""The application as a form: one page in sections, lists that grow, and nothing required until it is handed in."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse

from mingzheng.doors.frame.rows import Rows
from mingzheng.doors.frame.two import say_lazy, t, why
from mingzheng.office.contracts.models import Application
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.effective_personnel import PersonnelKind
from mingzheng.rulebook.identifiers import normalise_social_credit_code, objections_to_social_credit_code
from mingzheng.rulebook.standards import SYSTEMS

YES_NO = [("True", t("有", "Yes")), ("False", t("没有", "No"))]
STANDARDS = [(s.value, t(f"{s.gb}（{s.letter}）", f"{s.iso} ({s.letter})")) for s in SYSTEMS]
SITE_KINDS = [(kind, say_lazy(f"site-kind.{kind}")) for kind in ("permanent", "temporary", "virtual")]
PERSONNEL_KINDS = [(kind.value, say_lazy(f"personnel-kind.{kind}")) for kind in PersonnelKind]
CERTIFICATE_STATUSES = [
    (status.value, say_lazy(f"earlier-status.{status}")) for status in Status if status is not Status.REPLACED
]


def _said(text: str) -> bool | None:
    return {"True": True, "False": False}.get(text)


class Organisation(forms.Form):
    """Who applies; enough to begin with."""

    name_zh = forms.CharField(
        label=t("组织名称（与营业执照一致）", "Name in Chinese, as on the licence"), max_length=200
    )
    uscc = forms.CharField(
        label=t("统一社会信用代码", "Unified social credit code"),
        max_length=40,
        help_text=t("18 位，填写后自动核对校验码", "18 characters; the check digits are verified"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    contact_name = forms.CharField(label=t("联系人", "Contact person"), max_length=60)
    contact_phone = forms.CharField(
        label=t("联系电话", "Telephone"), max_length=40, widget=forms.TextInput(attrs={"type": "tel"})
    )
    contact_email = forms.EmailField(label=t("电子邮箱", "E-mail"), required=False)

    def clean_uscc(self) -> str:
        """Full width, blanks and small letters are put right; wrong check digits are said."""
        code = normalise_social_credit_code(self.cleaned_data["uscc"]).text
        if code and (wrong := objections_to_social_credit_code(code)):
            raise forms.ValidationError([why(objection) for objection in wrong])
        return code


class ApplicationForm(Organisation):
    """Everything but the lists and the papers. A draft may leave any of it empty; the stars say what is needed."""

    name_en = forms.CharField(label=t("英文名称", "Name in English"), max_length=300, required=False)
    legal_representative = forms.CharField(
        label=t("法定代表人", "Legal representative"), max_length=60, required=False
    )
    address_zh = forms.CharField(label=t("注册地址", "Registered address in Chinese"), max_length=300)
    address_en = forms.CharField(label=t("英文地址", "Address in English"), max_length=400, required=False)
    standards = forms.MultipleChoiceField(
        label=t(
            "申请认证的标准（可多选，结合审核）", "Standards applied for (several make one combined audit)"
        ),
        choices=STANDARDS,
        widget=forms.CheckboxSelectMultiple,
    )
    scope_zh = forms.CharField(
        label=t("认证范围（中文）", "Scope in Chinese"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=t(
            "写明产品、服务和过程，如“精密机械零件的生产和销售”",
            "Products, services and processes, such as “manufacture and sale of precision parts”",
        ),
    )
    scope_en = forms.CharField(
        label=t("认证范围（英文）", "Scope in English"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    outsourced = forms.CharField(
        label=t("外包的过程", "Outsourced processes"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    operating_since = forms.DateField(label=t("体系开始运行", "System in operation since"))
    internal_audit_on = forms.DateField(label=t("最近一次内部审核", "Last internal audit"))
    management_review_on = forms.DateField(label=t("最近一次管理评审", "Last management review"))
    wished_from = forms.DateField(label=t("希望从何时起审核", "Audit wished from"), required=False)
    has_certificates = forms.TypedChoiceField(
        label=t(
            "是否持有或曾持有管理体系认证证书",
            "Do you hold, or did you hold, certificates of management systems",
        ),
        choices=YES_NO,
        coerce=_said,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    used_consultancy = forms.TypedChoiceField(
        label=t("是否接受过管理体系咨询", "Did you use management system consultancy"),
        choices=YES_NO,
        coerce=_said,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    had_incident = forms.TypedChoiceField(
        label=t(
            "是否发生过重大质量、环境或安全事故，或有国家监督抽查不合格尚未整改",
            "Was there a grave accident of quality, environment or safety, or a failed national sampling not yet corrected",
        ),
        choices=YES_NO,
        coerce=_said,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    accident_on = forms.DateField(label=t("最近一次重大事故日期", "Last grave accident on"), required=False)
    sampling_failed_on = forms.DateField(
        label=t("抽查不合格日期（尚未整改的）", "Sampling failed on, not yet corrected"), required=False
    )
    ordered_to_stop = forms.TypedChoiceField(
        label=t(
            "是否被行政机关责令停产停业整顿，尚未恢复",
            "Has an authority ordered you to stop, and not yet let you go on",
        ),
        choices=YES_NO,
        coerce=_said,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    def full_clean(self) -> None:
        """A star is a request, not a bar: the draft is taken as it is, and handing in says what is missing."""
        starred = [field for field in self.fields.values() if field.required]
        for field in starred:
            field.required = False
        super().full_clean()
        for field in starred:
            field.required = True

    def clean_standards(self) -> list[str]:
        """In the order Q E S, whatever was ticked first."""
        asked = self.cleaned_data["standards"]
        return [standard.value for standard in SYSTEMS if standard in asked]

    def sections(self) -> dict[str, list[forms.BoundField]]:
        """The fields by the sections of the page."""
        return {name: [self[field] for field in fields] for name, fields in SECTIONS.items()}


SECTIONS = {
    "organisation": [
        "name_zh",
        "name_en",
        "uscc",
        "legal_representative",
        "address_zh",
        "address_en",
        "contact_name",
        "contact_phone",
        "contact_email",
    ],
    "standards": ["standards", "scope_zh", "scope_en"],
    "system": ["operating_since", "internal_audit_on", "management_review_on", "wished_from", "outsourced"],
    "certificates": ["has_certificates"],
    "consultancy": ["used_consultancy"],
    "incidents": ["had_incident", "accident_on", "sampling_failed_on", "ordered_to_stop"],
}


class SiteRow(forms.Form):
    kind = forms.ChoiceField(label=t("类别", "Kind"), choices=SITE_KINDS, initial="permanent")
    name_zh = forms.CharField(label=t("场所名称", "Name"), max_length=200)
    address_zh = forms.CharField(label=t("地址", "Address"), max_length=300)
    activity_zh = forms.CharField(label=t("活动", "Activities"), max_length=300, required=False)
    address_en = forms.CharField(label=t("英文地址", "Address in English"), max_length=400, required=False)


class PersonnelRow(forms.Form):
    kind = forms.ChoiceField(label=t("人员类别", "Kind"), choices=PERSONNEL_KINDS, initial="full_time")
    count = forms.IntegerField(label=t("人数", "People"), min_value=1, max_value=1_000_000)
    hours = forms.DecimalField(
        label=t("每天工时", "Hours a day"),
        min_value=0,
        max_value=24,
        max_digits=4,
        decimal_places=1,
        initial=8,
    )
    shift = forms.CharField(label=t("班次（倒班时填）", "Shift, if any"), max_length=40, required=False)
    note = forms.CharField(label=t("岗位或说明", "Work or remark"), max_length=200, required=False)


class CertificateRow(forms.Form):
    standard = forms.ChoiceField(label=t("体系", "System"), choices=[(s.value, s.letter) for s in SYSTEMS])
    body = forms.CharField(label=t("发证机构", "Certification body"), max_length=120)
    number = forms.CharField(label=t("证书编号", "Number"), max_length=60, required=False)
    status = forms.ChoiceField(label=t("现状", "Status"), choices=CERTIFICATE_STATUSES)
    expires_on = forms.DateField(label=t("有效期至", "Valid until"), required=False)
    suspended_on = forms.DateField(label=t("暂停日期", "Suspended on"), required=False)
    ended_on = forms.DateField(label=t("撤销或注销日期", "Withdrawn or cancelled on"), required=False)


class ConsultancyRow(forms.Form):
    name = forms.CharField(label=t("咨询机构或人员", "Consultancy or consultant"), max_length=120)
    ended_on = forms.DateField(label=t("结束日期", "Ended on"), required=False)


def tables(token: str) -> dict[str, Rows]:
    """The lists of the application, by the name of their column."""
    rows = (
        Rows("sites", SiteRow, t("场所", "Sites"), t("场所", "site")),
        Rows(
            "personnel",
            PersonnelRow,
            t("体系覆盖的人员", "Personnel under the system"),
            t("人员", "personnel"),
        ),
        Rows(
            "existing_certificates",
            CertificateRow,
            t("证书", "Certificates"),
            t("证书", "certificate"),
            opens=False,
        ),
        Rows("consultancy", ConsultancyRow, t("咨询", "Consultancy"), t("咨询", "consultancy"), opens=False),
    )
    for table in rows:
        table.url = reverse("public:application-row", args=[token, table.name])
    return {table.name: table for table in rows}


class Filled:
    """The whole form of one application: as kept, or as sent."""

    def __init__(self, application: Application, data: QueryDict | None = None):
        kept = {name: getattr(application, name) for name in ApplicationForm.base_fields}
        self.form = ApplicationForm(data, initial=kept, use_required_attribute=False)
        self.tables = tables(application.token)
        for name, table in self.tables.items():
            table.filled(getattr(application, name)) if data is None else table.sent(data)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *[table.is_valid() for table in self.tables.values()]])

    @property
    def facts(self) -> dict[str, Any]:
        """What the actions take. A list that was answered with no is empty."""
        facts = {**self.form.cleaned_data, **{name: table.values for name, table in self.tables.items()}}
        if facts["has_certificates"] is False:
            facts["existing_certificates"] = []
        if facts["used_consultancy"] is False:
            facts["consultancy"] = []
        if facts["had_incident"] is False:
            facts["accident_on"] = facts["sampling_failed_on"] = None
        return facts
