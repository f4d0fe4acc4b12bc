"""受控文件: opened, revised, approved by another, read and signed, reviewed; and which step of the work goes by which."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import certified_to, pill
from mingzheng.doors.frame.two import called, joined, say_lazy, t, why
from mingzheng.doors.today import today
from mingzheng.office.documents import queries
from mingzheng.office.documents.actions.approve_version import approve_version
from mingzheng.office.documents.actions.govern_step import govern_step
from mingzheng.office.documents.actions.open_document import open_document
from mingzheng.office.documents.actions.read_version import read_version
from mingzheng.office.documents.actions.return_version import return_version
from mingzheng.office.documents.actions.review_documents import review_documents
from mingzheng.office.documents.actions.revise_document import revise_document
from mingzheng.office.documents.actions.withdraw_document import withdraw_document
from mingzheng.office.documents.models import Version
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook import own_documents as rules
from mingzheng.rulebook.laws import Branch
from mingzheng.rulebook.own_documents import Conclusion, DocumentEntry, DocumentKind, PublicItem
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from ..asking import asked
from ..fields import choice, count, day, line, lines, multiple, optional, several, text, yes
from ..recorded import Act, Fact, Table
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page
from ..steps import told_steps

TONES = {"in_force": "good", "draft": "wait", "withdrawn": "idle", "waiting": "wait", "returned": "idle",
         "coming": "busy", "ended": "idle"}  # fmt: skip
keepers = staff_page(*queries.KEEPERS)


class OpenForm(forms.Form):
    code = line(t("文件编号", "Code"), 60)
    kind = choice(t("类别", "Kind"), DocumentKind, "document-kind")
    title_zh = line(t("名称", "Title in Chinese"), 200)
    title_en = line(t("英文名称", "Title in English"), 300, required=False)
    department = line(t("归口部门", "Department that keeps it"), 40, required=False)
    branch = optional(
        t("体系位置（企业标准必填）", "Place in the system (of an own standard)"), Branch, "branch"
    )
    standard = forms.TypedChoiceField(
        label=t("认证标准（作业指导书必填）", "Standard (of a work instruction)"),
        choices=[("", "--"), *((one, t("{s} {what}", "{s} {what}", s=one, what=certified_to(one))) for one in Standard)],
        coerce=Standard, empty_value=None, required=False,
    )  # fmt: skip
    areas = several(
        t("专业代码（作业指导书必填）", "Technical areas (of a work instruction)"), required=False
    )
    readers = multiple(
        t("须阅读签收的角色", "Roles that sign that they read it"), HELD_BY_PERSONS, "role", required=False
    )
    public_item = optional(t("公开内容", "What it makes public"), PublicItem, "public-item")
    every = count(t("评审间隔（月）", "Months between two reviews"), 1, required=False)
    text = text(t("正文（不填则另行归档文件）", "Text (empty: it is filed as a paper)"), 12, required=False)

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return {}
        said = {**self.cleaned_data}
        text, areas = said.pop("text"), tuple(lines(said.pop("areas")))
        readers = tuple(said.pop("readers"))
        return {"entry": DocumentEntry(**said, areas=areas, readers=readers), "text": text}


class ReviseForm(forms.Form):
    summary = line(t("变更内容", "What is new"), 300)
    text = text(t("正文（不填则以归档文件为准）", "Text (empty: the paper filed counts)"), 16, required=False)


class ApproveForm(forms.Form):
    in_force_from = day(t("生效日期", "In force from"))


class ReasonForm(forms.Form):
    reason = text(t("理由", "Reason"), 3, max_length=300)


class ReviewForm(forms.Form):
    numbers = forms.MultipleChoiceField(label=t("文件", "Documents"), widget=forms.CheckboxSelectMultiple)
    adequate = yes(t("充分：该规定的都规定了", "Adequate: it says all that it must"), initial=True)
    suitable = yes(
        t("适宜：与现行业务、法规相符", "Suitable: it fits the work and the law of today"), initial=True
    )
    effective = yes(t("有效：按它做达到了目的", "Effective: going by it leads to the end"), initial=True)
    conclusion = choice(t("结论", "Conclusion"), Conclusion, "document-conclusion")
    findings = text(
        t("问题（有不足的必填）", "Shortcomings (required where there are any)"),
        3,
        max_length=500,
        required=False,
    )

    def __init__(self, data: Any, documents: Sequence[Any]):
        super().__init__(data)
        self.fields["numbers"].choices = [(one.number, str(one)) for one in documents]  # type: ignore[attr-defined]
        self.fields["numbers"].initial = [one.number for one in documents]


def state_of(version: Version) -> str:
    if version.returned_on or version.waits:
        return "returned" if version.returned_on else "waiting"
    if version.ended_on and version.ended_on <= today():
        return "ended"
    return "coming" if version.in_force_from and version.in_force_from > today() else "in_force"


def waiting(row: Any) -> Version | None:
    return next((one for one in row.versions.all() if one.waits), None)


def current(row: Any) -> Version | None:
    return next((one for one in row.versions.all() if state_of(one) == "in_force"), None)


def draft(row: Any) -> rules.DraftFacts:
    return queries.draft_facts(row, list(row.versions.all()))


def approvable(row: Any, by: Any) -> list[Objection]:
    on = today()
    return rules.objections_to_approval(
        draft(row), by.login, directs=by.holds(Role.DIRECTOR), in_force_from=on, on=on
    )


def signing(row: Any, by: Any) -> list[Objection]:
    """Why this person does not sign it."""
    version = current(row)
    concerned = any(by.holds(Role(reader.role)) for reader in row.readers.all())
    read = bool(version) and any(one.person_id == by.pk for one in version.readings.all())  # type: ignore[union-attr]
    return rules.objections_to_reading(in_force=version is not None, concerned=concerned, read=read)


def facts(row: Any) -> list[Fact]:
    now, next_one = current(row), waiting(row)
    readers = joined(say_lazy(f"role.{one.role}") for one in row.readers.all())
    return [
        Fact(t("评审间隔（月）", "Months between two reviews"), row.every),
        Fact(t("最近评审", "Last review"), row.reviewed_on),
        Fact(t("体系位置", "Place in the system"), say_lazy(f"branch.{row.branch}") if row.branch else ""),
        Fact(t("认证标准", "Standard"), row.standard),
        Fact(t("专业代码", "Technical areas"), joined(row.areas)),
        Fact(
            t("公开内容", "What it makes public"),
            say_lazy(f"public-item.{row.public_item}") if row.public_item else "",
        ),
        Fact(t("须阅读签收的角色", "Roles that sign that they read it"), readers),
        Fact(t("作废理由", "Withdrawn because"), row.withdrawn_because),
        Fact(t("现行正文", "Text in force"), now.text if now else "", long=True),
        Fact(t("待审批的正文", "Text to approve"), next_one.text if next_one else "", long=True),
    ]


def tables(row: Any) -> list[Table]:
    versions, reviews = list(row.versions.order_by("-number")), list(row.reviews.order_by("-reviewed_on"))
    now = current(row)
    must = queries.readers_of(now) if now and row.readers.all() else []
    signed = {one.person_id: one.read_on for one in now.readings.all()} if now else {}
    names = names_of(
        [login for one in versions for login in (one.author, one.approved_by)]
        + [one.reviewed_by for one in reviews]
    )
    yes_no = {True: t("是", "Yes"), False: t("否", "No")}
    return [
        Table(
            t("版本", "Versions"),
            [t("版本", "Version"), t("状态", "State"), t("变更内容", "What is new"), t("编写", "Written by"),
             t("批准", "Approved by"), t("生效", "In force from")],
            [("", [one.number, pill(say_lazy(f"version-state.{state_of(one)}"), TONES[state_of(one)]),
                   one.returned_because or one.summary, names.get(one.author, one.author),
                   names.get(one.approved_by, one.approved_by), one.in_force_from]) for one in versions],
        ),
        Table(
            t("阅读签收（{n}/{of}）", "Read and signed ({n} of {of})", n=sum(one.pk in signed for one in must), of=len(must)),
            [t("姓名", "Name"), t("部门", "Department"), t("签收", "Signed")],
            [("", [called(one), one.department, signed.get(one.pk)]) for one in must],
        ),
        Table(
            t("评审", "Reviews"),
            [t("日期", "On"), t("充分", "Adequate"), t("适宜", "Suitable"), t("有效", "Effective"), t("结论", "Conclusion"),
             t("问题", "Shortcomings"), t("评审人", "By")],
            [("", [one.reviewed_on, yes_no[one.adequate], yes_no[one.suitable], yes_no[one.effective],
                   say_lazy(f"document-conclusion.{one.conclusion}"), one.findings,
                   names.get(one.reviewed_by, one.reviewed_by)]) for one in reviews],
        ),
        Table(t("以它为依据的步骤", "Steps that go by it"), [t("步骤", "Step")], [("", [one.step]) for one in row.steps.all()]),
    ]  # fmt: skip


def reviewing(row: Any, by: Any) -> list[Act]:
    if not any(by.holds(role) for role in queries.KEEPERS):
        return []
    barred = [] if row.state == "in_force" else [rules.NOTHING_IN_FORCE]
    return [
        Act(t("评审", "Review"), f"{reverse('staff:review-documents')}?of={row.number}", "list-check", barred)
    ]


def shortfall() -> list[str]:
    return [why(one) for one in queries.missing_in_public(today())]


DOCUMENTS = Register(
    "documents",
    t("受控文件", "Documents"),
    subject="document",
    rows=lambda by: queries.documents(today()),
    columns=(
        Column("code", t("文件编号", "Code"), Kind.CODE, sort="code"),
        Column("title_zh", t("名称", "Title"), value=lambda row: t(row.title_zh, row.title_en or row.title_zh), sort="title_zh"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="document-kind", sort="kind"),
        Column("version", t("现行版本", "Version in force"), Kind.NUMBER, sort="version"),
        Column("department", t("归口部门", "Kept by"), sort="department"),
        Column("state", t("状态", "State"), Kind.STATUS, words="document-state", tones=TONES, sort="state"),
        Column("review_due", t("下次评审", "Next review"), Kind.DEADLINE, sort="review_due"),
    ),
    search=("number", "code", "title_zh", "title_en", "department"),
    filters=(
        Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"document-kind.{one}")) for one in DocumentKind]),
        Choice("public_item", t("公开内容", "What it makes public"), [(one, say_lazy(f"public-item.{one}")) for one in PublicItem]),
        Choice("standard", t("认证标准", "Standard"), [(one, certified_to(one)) for one in Standard]),
    ),
    tabs=(
        Tab("in_force", t("现行", "In force"), Q(state="in_force")),
        Tab("waiting", t("有版本待审批", "A version to approve"), Q(waits=True)),
        Tab("withdrawn", t("作废", "Withdrawn"), Q(state="withdrawn")),
        EVERYTHING,
    ),
    order=("code",),
    enter=Verb(open_document, t("建立文件", "Open a document"), OpenForm),
    verbs=(
        Verb(read_version, t("我已阅读", "I have read it"), forms.Form, icon="checks", primary=True, barred_for=signing,
             done=t("已签收。", "Signed.")),
        Verb(approve_version, t("批准", "Approve"), ApproveForm, icon="rubber-stamp", primary=True, barred_for=approvable,
             begin=lambda row: {"in_force_from": today()}, done=t("已批准。", "Approved."),
             consequences=[t("现行版本到生效日止。", "The version in force ends on that day.")]),
        Verb(return_version, t("退回", "Return"), ReasonForm, icon="arrow-back-up", done=t("已退回。", "Returned."),
             barred=lambda row: rules.objections_to_return(draft(row), ".")),
        Verb(revise_document, t("提交新版本", "Put forward a version"), ReviseForm, icon="versions",
             barred=lambda row: rules.objections_to_revision(draft(row), ".", ".", 0),
             begin=lambda row: {"text": one.text if (one := current(row)) else ""}),
        Verb(withdraw_document, t("作废", "Withdraw"), ReasonForm, icon="archive", done=t("已作废。", "Withdrawn."),
             barred=lambda row: rules.objections_to_withdrawing(draft(row), ".")),
    ),
    facts=facts,
    tables=tables,
    acts=reviewing,
    above=shortfall,
    papers=True,
    heading=lambda row: f"{row.code} {t(row.title_zh, row.title_en or row.title_zh)}",
    links=(
        (t("评审到期的", "Review those due"), "staff:review-documents", "list-check"),
        (t("步骤与依据文件", "Steps and documents"), "staff:steps", "route"),
    ),
)  # fmt: skip


@keepers
def review(request: StaffRequest) -> HttpResponse:
    """One document, or in one sitting all that are due; where none is, all that are in force."""
    on, of = today(), request.GET.get("of", "")
    documents = queries.documents_in_force(on).order_by("code")
    due = documents.filter(number=of) if of else documents.filter(review_due__lte=on)
    return asked(
        request,
        ReviewForm(request.POST or None, list(due) or list(documents)),
        lambda said: review_documents(said.pop("numbers"), **said, on=on, by=request.user),
        heading=t("文件评审", "Review documents"),
        back=reverse("staff:document", args=[of]) if of else reverse("staff:documents"),
        done=t("已评审。", "Reviewed."),
    )


@staff_page()
def steps(request: StaffRequest) -> HttpResponse:
    """Every step of the work with its clause, who may do it, and the document it goes by."""
    governed = {one.step: one.document for one in queries.steps_governed(today()).select_related("document")}
    context = {
        "stages": told_steps(governed),
        "governed": len(governed.keys() & ACTIONS.keys()),
        "all": len(ACTIONS),
        "keeps": any(request.user.holds(role) for role in queries.KEEPERS),
    }
    return render(request, "staff/documents/steps.html", context)


class GoverningForm(forms.Form):
    document = forms.ChoiceField(label=t("依据文件", "Document"))

    def __init__(self, data: Any, documents: Sequence[Any]):
        super().__init__(data)
        self.fields["document"].choices = [(one.number, str(one)) for one in documents]  # type: ignore[attr-defined]


@keepers
def govern(request: StaffRequest, step: str) -> HttpResponse:
    if step not in ACTIONS:
        raise Http404(step)
    return asked(
        request,
        GoverningForm(request.POST or None, list(queries.documents_in_force(today()).order_by("code"))),
        lambda said: govern_step(step, **said, on=today(), by=request.user),
        heading=t("依据文件：{step}", "By which document: {step}", step=step),
        back=reverse("staff:steps"),
        done=t("已指定。", "Entered."),
    )


urlpatterns = [
    path("documents/review/", review, name="review-documents"),
    path("steps/", steps, name="steps"),
    path("steps/<str:step>/", govern, name="govern-step"),
    *DOCUMENTS.urls(),
]
