"""法律法规 and 标准: what the body works under, evaluated every year."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.library import queries
from mingzheng.office.library.actions.enter_laws import enter_laws
from mingzheng.office.library.actions.enter_norms import enter_norms
from mingzheng.office.library.actions.evaluate_laws import evaluate_laws
from mingzheng.office.library.actions.repeal_law import repeal_law
from mingzheng.office.library.actions.withdraw_norm import withdraw_norm
from mingzheng.office.people.queries import names_of
from mingzheng.rulebook.laws import (
    NOT_IN_FORCE,
    REPEALED_ALREADY,
    WITHDRAWN_ALREADY,
    Branch,
    Compliance,
    LawEntry,
    LawKind,
    Level,
    NormEntry,
    evaluated_since,
    evaluation_due,
)
from mingzheng.rulebook.roles import HELD_BY_PERSONS

from ..asking import asked
from ..fields import choice, day, line, text
from ..recorded import Act, Fact, Table
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page

TONES = {"in_force": "good", "coming": "wait", "ended": "idle", "met": "good", "not_met": "wait"}
STATE_TABS = (
    Tab("in_force", t("现行有效", "In force"), Q(state="in_force")),
    Tab("coming", t("尚未施行", "Not yet in force"), Q(state="coming")),
    Tab("ended", t("已废止、作废", "In force no more"), Q(state="ended")),
    EVERYTHING,
)
OTHERS = (
    (t("法律法规", "Laws"), "staff:laws", "gavel"),
    (t("标准", "Standards"), "staff:norms", "books"),
    (t("标准体系", "System of standards"), "staff:standard-system", "sitemap"),
)


class LawForm(forms.Form):
    name = line(t("名称", "Name"), 200)
    document = line(t("文号", "Number it was issued under"), 100, required=False)
    kind = choice(t("类别", "Kind"), LawKind, "law-kind")
    issuer = line(t("发布机关", "Issued by"), 100, required=False)
    issued_on = day(t("发布日期", "Issued on"), required=False)
    in_force_from = day(t("施行日期", "In force from"))
    applies_to = text(t("适用于本机构的哪些工作", "What of the body's work it bears on"), 2, max_length=300)
    department = line(t("跟踪部门", "Department that watches it"), 40, required=False)

    def clean(self) -> dict[str, Any]:
        return {} if self.errors else {"entries": [LawEntry(**self.cleaned_data)]}


class RepealForm(forms.Form):
    repealed_on = day(t("废止日期（该日起不再有效）", "In force no more from"))
    replaced_by = line(t("由何文件代替", "What came in its place"), 200, required=False)


class EvaluationForm(forms.Form):
    numbers = forms.MultipleChoiceField(
        label=t("法律法规", "Laws"), widget=forms.CheckboxSelectMultiple(attrs={"class": "long"})
    )
    compliance = choice(t("结论", "What was found"), Compliance, "compliance")
    findings = text(
        t("评价情况（不符合的必填）", "Findings (required where not met)"), 3, max_length=500, required=False
    )

    def __init__(self, data: Any, laws: list[Any]):
        super().__init__(data)
        self.fields["numbers"].choices = [(one.number, f"{one.number} {one.name}") for one in laws]  # type: ignore[attr-defined]
        self.fields["numbers"].initial = [one.number for one in laws]


def law_facts(row: Any) -> list[Fact]:
    return [
        Fact(t("发布日期", "Issued on"), row.issued_on),
        Fact(t("跟踪部门", "Department that watches it"), row.department),
        Fact(t("废止日期", "In force no more from"), row.repealed_on),
        Fact(t("由何文件代替", "What came in its place"), row.replaced_by),
        Fact(t("适用范围", "What it bears on"), row.applies_to, long=True),
    ]


def evaluations(row: Any) -> list[Table]:
    found = list(row.evaluations.order_by("-evaluated_on"))
    names = names_of(one.evaluated_by for one in found)
    rows = [
        ("", [one.evaluated_on, say_lazy(f"compliance.{one.compliance}"), one.findings,
              names.get(one.evaluated_by, one.evaluated_by)])
        for one in found
    ]  # fmt: skip
    heads = [t("日期", "On"), t("结论", "What was found"), t("评价情况", "Findings"), t("评价人", "By")]
    return [Table(t("合规性评价", "Evaluations of compliance"), heads, rows)]


def evaluating(row: Any, by: Any) -> list[Act]:
    if not any(by.holds(role) for role in queries.LAW_KEEPERS):
        return []
    url = f"{reverse('staff:evaluate-laws')}?of={row.number}"
    barred = [] if row.state == "in_force" else [NOT_IN_FORCE]
    return [Act(t("合规性评价", "Evaluate compliance"), url, "scale", barred, "primary")]


def due(row: Any) -> Any:
    return evaluation_due(row.last) if row.state == "in_force" else None


LAWS = Register(
    "laws",
    t("法律法规", "Laws"),
    subject="law",
    rows=lambda by: queries.laws(today()),
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("name", t("名称", "Name"), sort="name"),
        Column("document", t("文号", "Issued as")),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="law-kind", sort="kind"),
        Column("issuer", t("发布机关", "Issued by"), sort="issuer"),
        Column("in_force_from", t("施行日期", "In force from"), Kind.DAY, sort="in_force_from"),
        Column("state", t("状态", "State"), Kind.STATUS, words="law-state", tones=TONES, sort="state"),
        Column("compliance", t("合规性", "Compliance"), Kind.STATUS, words="compliance", tones=TONES, sort="compliance"),
        Column("due", t("下次评价", "Next evaluation"), Kind.DEADLINE, value=due, sort="last"),
    ),
    search=("number", "name", "document", "issuer", "applies_to"),
    filters=(
        Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"law-kind.{one}")) for one in LawKind]),
        Choice("compliance", t("合规性", "Compliance"), [(one, say_lazy(f"compliance.{one}")) for one in Compliance]),
    ),
    tabs=STATE_TABS,
    order=("kind", "name"),
    enter=Verb(enter_laws, t("登记法律法规", "Enter a law"), LawForm),
    verbs=(
        Verb(
            repeal_law, t("登记废止", "In force no more"), RepealForm, icon="archive",
            barred=lambda row: [REPEALED_ALREADY] if row.repealed_on else [],
        ),
    ),
    facts=law_facts,
    tables=evaluations,
    acts=evaluating,
    heading=lambda row: row.name,
    links=(*OTHERS[1:], (t("评价到期的", "Evaluate those due"), "staff:evaluate-laws", "scale")),
)  # fmt: skip


@staff_page(*[role for role in queries.LAW_KEEPERS if role in HELD_BY_PERSONS])
def evaluate(request: StaffRequest) -> HttpResponse:
    """One law, or in one sitting all that are due; where none is, all that are in force."""
    on, of = today(), request.GET.get("of", "")
    laws = queries.laws_in_force(on).order_by("kind", "name")
    waiting = laws.filter(number=of) if of else laws.filter(last__lt=evaluated_since(on))
    return asked(
        request,
        EvaluationForm(request.POST or None, list(waiting) or list(laws)),
        lambda said: evaluate_laws(said.pop("numbers"), **said, on=on, by=request.user),
        heading=t("合规性评价", "Evaluate compliance"),
        back=reverse("staff:law", args=[of]) if of else reverse("staff:laws"),
        done=t("已评价。", "Evaluated."),
    )


class NormForm(forms.Form):
    code = line(t("标准号", "Number"), 60)
    level = choice(t("级别", "Level"), Level, "level")
    branch = choice(t("体系位置", "Place in the system"), Branch, "branch")
    title_zh = line(t("名称", "Title in Chinese"), 200)
    title_en = line(t("英文名称", "Title in English"), 300, required=False)
    in_force_from = day(t("实施日期", "In force from"))

    def clean(self) -> dict[str, Any]:
        return {} if self.errors else {"entries": [NormEntry(**self.cleaned_data)]}


class WithdrawForm(forms.Form):
    withdrawn_on = day(t("作废日期（该日起不再有效）", "In force no more from"))
    replaced_by = line(t("代替标准号", "Number of what replaces it"), 60, required=False)


NORMS = Register(
    "norms",
    t("标准", "Standards"),
    subject="norm",
    rows=lambda by: queries.norms(today()),
    columns=(
        Column("code", t("标准号", "Number"), Kind.CODE, sort="code"),
        Column("title_zh", t("名称", "Title"), value=lambda row: t(row.title_zh, row.title_en or row.title_zh), sort="title_zh"),
        Column("level", t("级别", "Level"), Kind.STATUS, words="level", sort="level"),
        Column("branch", t("体系位置", "Place in the system"), Kind.STATUS, words="branch", sort="branch"),
        Column("in_force_from", t("实施日期", "In force from"), Kind.DAY, sort="in_force_from"),
        Column("state", t("状态", "State"), Kind.STATUS, words="law-state", tones=TONES, sort="state"),
        Column("withdrawn_on", t("作废日期", "In force no more from"), Kind.DAY, sort="withdrawn_on"),
        Column("replaced_by", t("代替标准", "Replaced by"), Kind.CODE),
    ),
    search=("code", "title_zh", "title_en", "number"),
    filters=(
        Choice("level", t("级别", "Level"), [(one, say_lazy(f"level.{one}")) for one in Level]),
        Choice("branch", t("体系位置", "Place in the system"), [(one, say_lazy(f"branch.{one}")) for one in Branch]),
    ),
    tabs=STATE_TABS,
    order=("code",),
    enter=Verb(enter_norms, t("登记标准", "Enter a standard"), NormForm),
    verbs=(
        Verb(
            withdraw_norm, t("登记作废", "Withdrawn"), WithdrawForm, icon="archive", primary=True,
            barred=lambda row: [WITHDRAWN_ALREADY] if row.withdrawn_on else [],
        ),
    ),
    state=lambda row: pill(say_lazy(f"law-state.{row.state}"), TONES[row.state]),
    heading=lambda row: f"{row.code} {row.title_zh}",
    links=(OTHERS[0], OTHERS[2]),
)  # fmt: skip
