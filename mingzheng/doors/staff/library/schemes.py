"""认证方案 with their rules and filings, 资质, and 资质申请 as threads."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import certified_to, pill
from mingzheng.doors.frame.two import called, joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.library import queries
from mingzheng.office.library.actions.adopt_rule import adopt_rule
from mingzheng.office.library.actions.advance_scheme import advance_scheme
from mingzheng.office.library.actions.conclude_petition import conclude_petition
from mingzheng.office.library.actions.continue_petition import continue_petition
from mingzheng.office.library.actions.end_qualification import end_qualification
from mingzheng.office.library.actions.file_rule import file_rule
from mingzheng.office.library.actions.obtain_qualification import obtain_qualification
from mingzheng.office.library.actions.open_petition import open_petition
from mingzheng.office.library.actions.propose_scheme import propose_scheme
from mingzheng.office.library.models import Petition, Qualification
from mingzheng.office.library.selling import facts_of
from mingzheng.rulebook import schemes as rules
from mingzheng.rulebook.schemes import Outcome, QualificationKind, SchemeKind, Stage
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from .. import fields
from ..fields import choice, day, line, lines, several, text
from ..links import page_of
from ..recorded import Fact, Table
from ..register import Register, Verb

TONES = {
    "live": "good",
    "filed": "busy",
    "trial": "busy",
    "ended": "idle",
    "granted": "good",
    "refused": "idle",
}
STAGES = [(one, say_lazy(f"scheme-stage.{one}")) for one in Stage]


class SchemeForm(forms.Form):
    kind = choice(t("类别", "Kind"), SchemeKind, "scheme-kind")
    name_zh = line(t("名称", "Name in Chinese"), 100)
    name_en = line(t("英文名称", "Name in English"), 200, required=False)
    category = line(t("认证项目编码", "Item code"), 20)
    standard = forms.TypedChoiceField(
        label=t("管理体系（仅体系方案）", "Standard (of a management system)"),
        choices=[
            ("", "--"),
            *((one, t("{s} {what}", "{s} {what}", s=one, what=certified_to(one))) for one in Standard),
        ],
        coerce=Standard,
        empty_value=None,
        required=False,
    )


class StageForm(forms.Form):
    to = choice(t("进入阶段", "On to"), [one for one in Stage if one is not Stage.IDEA], "scheme-stage")
    reason = line(t("说明", "Remark"), 300, required=False)


class RuleForm(forms.Form):
    version = line(t("规则版本", "Version"), 20)
    adopted_on = day(t("发布日期", "Adopted on"))
    promise = text(t("公开承诺", "Promise made to the public"), 4)


class FilingForm(forms.Form):
    filing_number = line(t("备案号", "Filing number"), 60)
    filed_on = day(t("备案日期", "Filed on"))


def facts(row: Any) -> Any:
    return facts_of([row], today())[row.pk]


def scheme_state(row: Any) -> Any:
    return pill(say_lazy(f"scheme-stage.{row.stage}"), TONES.get(row.stage, "wait"))


def cannot_file(row: Any) -> Sequence[Objection]:
    return rules.objections_to_filing(facts(row), "-", today(), today())


def versions(row: Any) -> list[Table]:
    rows = [
        (
            "",
            [
                one.version,
                one.adopted_on,
                one.filing_number or t("待备案", "To be filed"),
                one.filed_on,
                one.promise,
            ],
        )
        for one in row.rules.order_by("-adopted_on", "-pk")
    ]
    heads = [t("版本", "Version"), t("发布", "Adopted"), t("备案号", "Filing number"), t("备案日期", "Filed on"),
             t("公开承诺", "Promise made to the public")]  # fmt: skip
    return [Table(t("认证规则", "Rules"), heads, rows)]


def next_of(row: Any) -> dict[str, Any]:
    return {"to": rules.next_stage(Stage(row.stage)) or Stage.ENDED}


SCHEMES = Register(
    "schemes",
    t("认证方案", "Certification schemes"),
    subject="scheme",
    rows=lambda by: queries.schemes(),
    roles=queries.SCHEME_READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("name_zh", t("名称", "Name"), value=lambda row: called(row), sort="name_zh"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="scheme-kind", sort="kind"),
        Column("category", t("认证项目编码", "Item code"), Kind.CODE, sort="category"),
        Column("stage", t("阶段", "Stage"), Kind.STATUS, words="scheme-stage", tones=TONES, sort="stage"),
        Column("stage_since", t("自", "Since"), Kind.DAY, sort="stage_since"),
        Column("waits", t("规则", "Rule"), value=lambda row: t("待备案", "To be filed") if row.waits else ""),
    ),
    search=("number", "name_zh", "name_en", "category"),
    filters=(
        Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"scheme-kind.{one}")) for one in SchemeKind]),
        Choice("stage", t("阶段", "Stage"), STAGES),
    ),
    tabs=(
        Tab("open", t("未终止", "Not ended"), ~Q(stage=Stage.ENDED)),
        Tab("to_file", t("规则待备案", "Rule to be filed"), Q(waits=True)),
        EVERYTHING,
    ),
    order=("kind", "category"),
    enter=Verb(propose_scheme, t("提出认证方案", "Propose a scheme"), SchemeForm),
    verbs=(
        Verb(advance_scheme, t("推进或终止", "Go on, or end it"), StageForm, icon="arrow-right", primary=True, begin=next_of,
             barred=lambda row: [rules.ENDED] if row.stage == Stage.ENDED else []),
        Verb(adopt_rule, t("发布认证规则", "Adopt a rule"), RuleForm, icon="file-plus", begin=lambda row: {"adopted_on": today()},
             barred=lambda row: [rules.ENDED] if row.stage == Stage.ENDED else [],
             consequences=[t("备案之前，该方案不能使用。", "Until it is filed the scheme cannot be used.")]),
        Verb(file_rule, t("登记备案", "Enter the filing"), FilingForm, icon="file-check", begin=lambda row: {"filed_on": today()},
             barred=cannot_file),
    ),
    tables=versions,
    state=scheme_state,
    notes=lambda row: [say_lazy(one.code, **one.details) for one in rules.objections_to_using(facts(row))],
    heading=lambda row: called(row),
    links=(
        (t("资质", "Qualifications"), "staff:qualifications", "license"),
        (t("资质申请", "Applications to authorities"), "staff:petitions", "send"),
    ),
)  # fmt: skip


class QualificationForm(forms.Form):
    kind = choice(t("类别", "Kind"), QualificationKind, "qualification-kind")
    authority = line(t("批准或认可机构", "Authority"), 100)
    certificate = line(t("证书、批准文号", "Number of the certificate"), 60)
    scope = text(t("范围", "Scope"), 2, max_length=300)
    categories = several(
        t("认证项目编码（写到类即含其下各项）", "Item codes (a class covers what is under it)")
    )
    valid_from = day(t("有效期自", "Valid from"))
    valid_until = day(t("有效期至", "Valid until"), required=False)
    petition = forms.ChoiceField(label=t("来自申请", "Granted on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        granted = Petition.objects.filter(outcome=Outcome.GRANTED).order_by("-concluded_on")
        numbers = [(one.number, f"{one.number} {one.title}") for one in granted]
        self.fields["petition"].choices = [("", "--"), *numbers]  # type: ignore[attr-defined]

    def clean_categories(self) -> list[str]:
        return lines(self.cleaned_data["categories"])


class EndForm(forms.Form):
    ended_on = day(t("终止日期", "Ended on"))
    reason = line(t("原因", "Reason"), 300, required=False)


QUALIFICATIONS = Register(
    "qualifications",
    t("资质", "Qualifications"),
    subject="qualification",
    rows=lambda by: Qualification.objects.select_related("petition"),
    roles=queries.SCHEME_READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="qualification-kind", sort="kind"),
        Column("authority", t("机构", "Authority"), sort="authority"),
        Column("certificate", t("证书、文号", "Certificate"), Kind.CODE, sort="certificate"),
        Column("scope", t("范围", "Scope")),
        Column("categories", t("认证项目编码", "Item codes"), value=lambda row: joined(row.categories)),
        Column("valid_from", t("有效期自", "Valid from"), Kind.DAY, sort="valid_from"),
        Column("valid_until", t("有效期至", "Valid until"), Kind.DEADLINE, value=lambda row: None if row.ended_on else row.valid_until, sort="valid_until"),
        Column("ended_on", t("终止", "Ended"), Kind.DAY, sort="ended_on"),
    ),
    search=("number", "authority", "certificate", "scope"),
    filters=(Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"qualification-kind.{one}")) for one in QualificationKind]),),
    tabs=(Tab("valid", t("有效", "Valid"), Q(ended_on=None)), EVERYTHING),
    order=("kind", "-valid_from"),
    enter=Verb(obtain_qualification, t("登记资质", "Enter a qualification"), QualificationForm, begin=lambda row: {"valid_from": today()}),
    verbs=(
        Verb(end_qualification, t("登记终止", "It ended"), EndForm, icon="archive", begin=lambda row: {"ended_on": today()},
             barred=lambda row: [rules.QUALIFICATION_ENDED] if row.ended_on else []),
    ),
    facts=lambda row: [Fact(t("来自申请", "Granted on"), row.petition, href=page_of(f"petition:{row.petition.number}") if row.petition else "")],
    papers=True,
    heading=lambda row: f"{say_lazy(f'qualification-kind.{row.kind}')} {row.certificate}",
    links=(
        (t("认可业务范围", "Accredited scope"), "staff:scope-register", "layout-grid"),
        (t("认证方案", "Schemes"), "staff:schemes", "template"),
        (t("资质申请", "Applications to authorities"), "staff:petitions", "send"),
    ),
)  # fmt: skip


class PetitionForm(forms.Form):
    kind = fields.choice(t("申请类别", "Applied for"), QualificationKind, "qualification-kind")
    title = fields.line(t("申请事项", "What for"), 200)
    authority = fields.line(t("受理机构", "Authority"), 100)
    sent_on = fields.day(t("上报日期", "Submitted on"))
    text = fields.text(t("上报内容", "What was submitted"), 4)
    next_due = fields.day(t("下一步期限", "Next step by"), required=False)


class ExchangeForm(forms.Form):
    submitted = forms.TypedChoiceField(
        label=t("方向", "Direction"),
        choices=[
            ("yes", t("本机构上报", "Submitted by the body")),
            ("no", t("主管部门答复", "Reply of the authority")),
        ],
        coerce=lambda said: said == "yes",
    )
    day = fields.day(t("日期", "Day"))
    text = fields.text(t("内容", "What was said"), 4)
    next_due = fields.day(t("下一步期限", "Next step by"), required=False)


class OutcomeForm(forms.Form):
    outcome = fields.choice(t("结果", "Outcome"), Outcome, "petition-outcome")
    day = fields.day(t("日期", "Day"))
    text = fields.text(t("决定内容", "The decision"), 4)


def thread(row: Any) -> list[Table]:
    way = {True: t("上报", "Submitted"), False: t("答复", "Reply")}
    rows = [("", [one.on, way[one.submitted], one.text]) for one in row.exchanges.order_by("on", "pk")]
    obtained = [
        (QUALIFICATIONS.url_of(one), [one.certificate, one.valid_from]) for one in row.qualifications.all()
    ]
    return [
        Table(
            t("往来", "Thread"), [t("日期", "Day"), t("方向", "Direction"), t("内容", "What was said")], rows
        ),
        Table(
            t("取得的资质", "Obtained"),
            [t("证书、文号", "Certificate"), t("有效期自", "Valid from")],
            obtained,
        ),
    ]


def closed(row: Any) -> list[Objection]:
    return [rules.PETITION_CLOSED] if row.concluded_on else []


PETITIONS = Register(
    "petitions",
    t("资质申请", "Applications to authorities"),
    subject="petition",
    rows=lambda by: Petition.objects.all(),
    roles=queries.SCHEME_READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("title", t("申请事项", "What for"), sort="title"),
        Column("authority", t("受理机构", "Authority"), sort="authority"),
        Column("opened_on", t("首次上报", "First submitted"), Kind.DAY, sort="opened_on"),
        Column("last_on", t("最近往来", "Last exchange"), Kind.DAY, sort="last_on"),
        Column("next_due", t("下一步期限", "Next step by"), Kind.DEADLINE, sort="next_due"),
        Column("outcome", t("结果", "Outcome"), Kind.STATUS, words="petition-outcome", tones=TONES, sort="outcome"),
    ),
    search=("number", "title", "authority"),
    tabs=(Tab("open", t("办理中", "Open"), Q(concluded_on=None)), EVERYTHING),
    order=("next_due", "-opened_on"),
    enter=Verb(open_petition, t("登记申请", "Enter an application"), PetitionForm, begin=lambda row: {"sent_on": today()}),
    verbs=(
        Verb(continue_petition, t("登记往来", "Add to the thread"), ExchangeForm, icon="messages", primary=True, barred=closed,
             begin=lambda row: {"day": today()}),
        Verb(conclude_petition, t("登记结果", "Enter the outcome"), OutcomeForm, icon="gavel", barred=closed, begin=lambda row: {"day": today()}),
    ),
    tables=thread,
    papers=True,
    heading=lambda row: row.title,
    links=((t("认证方案", "Schemes"), "staff:schemes", "template"), (t("资质", "Qualifications"), "staff:qualifications", "license")),
)  # fmt: skip
