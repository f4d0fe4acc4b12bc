"""产品、服务、社会责任的评价: ordered, begun, carried out, decided."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.clients.models import Client
from mingzheng.office.evaluations import queries
from mingzheng.office.evaluations.actions import decide_evaluation as deciding
from mingzheng.office.evaluations.actions.begin_evaluation import begin_evaluation
from mingzheng.office.evaluations.actions.decide_evaluation import decide_evaluation
from mingzheng.office.evaluations.actions.drop_evaluation import drop_evaluation
from mingzheng.office.evaluations.actions.evaluate_again import evaluate_again
from mingzheng.office.evaluations.actions.order_evaluation import order_evaluation
from mingzheng.office.evaluations.actions.record_activity import record_activity
from mingzheng.office.library.models import Scheme
from mingzheng.office.people.queries import names_of
from mingzheng.rulebook import evaluations as rules
from mingzheng.rulebook.evaluations import ACTS, Activity, Purpose
from mingzheng.rulebook.schemes import SchemeKind, Stage
from mingzheng.rulebook.standards import OTHERS
from mingzheng.rulebook.verdict import Objection

from .fields import choice, day, line, money, people, text, yes
from .recorded import Fact, Table
from .register import Register, Verb

TONES = {"ordered": "wait", "begun": "busy", "decided": "good", "dropped": "idle"}


class OrderForm(forms.Form):
    scheme_number = forms.ChoiceField(label=t("认证方案", "Scheme"))
    uscc = line(t("客户的统一社会信用代码", "Code of the client"), 18)
    scope_zh = text(t("认证范围", "Scope"), 3)
    scope_en = text(t("英文认证范围", "Scope in English"), 3, required=False)
    amount = money(t("合同金额（元）", "Amount of the contract (CNY)"))
    client_signatory = line(t("客户签约人", "Signs for the client"), 60)
    body_signatory = line(t("本机构签约人", "Signs for the body"), 60)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        others = ~Q(kind=SchemeKind.SYSTEM) | Q(standard__in=OTHERS)
        live = Scheme.objects.filter(others, stage=Stage.LIVE).order_by("kind", "number")
        self.fields["scheme_number"].choices = [(one.number, f"{one.number} {called(one)}") for one in live]  # type: ignore[attr-defined]

    def clean_uscc(self) -> str:
        uscc = str(self.cleaned_data["uscc"]).strip()
        if not Client.objects.filter(uscc=uscc).exists():
            raise forms.ValidationError(t("没有此客户", "There is no such client"))
        return uscc


class AgainForm(forms.Form):
    purpose = choice(t("目的", "For"), (Purpose.SURVEILLANCE, Purpose.RENEWAL), "evaluation-purpose")


class ActivityForm(forms.Form):
    kind = choice(t("活动", "Activity"), Activity, "evaluation-activity")
    first_day = day(t("开始日期", "From"))
    last_day = day(t("结束日期", "To"))
    people = people(
        t("评价人员（型式试验不填）", "Who evaluated (not for a type test)"), many=True, required=False
    )
    laboratory = line(t("实验室（型式试验）", "Laboratory (of a type test)"), 100, required=False)
    report = text(t("结果", "What was found"), 4)
    conforms = yes(t("合格", "Conforms"))


class DecideForm(forms.Form):
    act = choice(t("决定", "Decision"), [act for acts in ACTS.values() for act in acts], "decision.act")
    reasons = text(t("理由（不予认证的必填）", "Reasons (required to refuse)"), 3, required=False)


class DropForm(forms.Form):
    reason = line(t("原因", "Reason"), 300)


def next_of(row: Any) -> dict[str, Any]:
    missing = row.facts.missing
    return {
        "kind": missing[0] if missing else None,
        "first_day": today(),
        "last_day": today(),
        "conforms": True,
    }


def cannot_record(row: Any) -> Sequence[Objection]:
    facts = row.facts
    if facts.closed or facts.begun_on is None:
        return [rules.CLOSED if facts.closed else rules.NOT_BEGUN]
    return [] if facts.missing else [rules.DONE_ALREADY.because(kind=facts.asked[-1])]


def cannot_decide(row: Any, by: Any) -> Sequence[Objection]:
    act = ACTS[Purpose(row.purpose)][0]
    return deciding.objections(row, act, reasons=".", on=today(), by=by)


def cannot_repeat(row: Any) -> Sequence[Objection]:
    held = row.certification
    return [] if row.decision and held and not held.ended_on else [rules.NOT_CERTIFIED]


def activities(row: Any) -> list[Table]:
    done = list(row.activities.order_by("first_day", "pk"))
    names = names_of(login for one in done for login in one.people)
    rows = [
        (
            "",
            [
                say_lazy(f"evaluation-activity.{one.kind}"),
                one.first_day,
                one.last_day,
                one.laboratory or joined(names.get(login, login) for login in one.people),
                t("合格", "Conforms") if one.conforms else t("不合格", "Does not conform"),
                one.report,
            ],
        )
        for one in done
    ]
    heads = [t("活动", "Activity"), t("自", "From"), t("至", "To"), t("人员、实验室", "By"), t("结论", "Conclusion"),
             t("结果", "What was found")]  # fmt: skip
    return [Table(t("评价活动", "What was done"), heads, rows)]


def facts(row: Any) -> list[Fact]:
    return [
        Fact(t("合同", "Contract"), row.contract.number),
        Fact(t("认证范围", "Scope"), t(row.scope_zh, row.scope_en or row.scope_zh), long=True),
        Fact(t("决定", "Decision"), row.decision.number if row.decision else None),
        Fact(t("终止原因", "Given up because"), row.dropped_because),
    ]


EVALUATIONS = Register(
    "evaluations",
    t("产品、服务、社会责任评价", "Evaluations"),
    subject="evaluation",
    rows=queries.evaluations,
    roles=queries.READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.contract.client),
               sort="contract__client__name_zh"),
        Column("scheme", t("方案", "Scheme"), value=lambda row: called(row.scheme)),
        Column("purpose", t("目的", "For"), Kind.STATUS, words="evaluation-purpose", sort="purpose"),
        Column("state", t("状态", "State"), Kind.STATUS, words="evaluation-state", tones=TONES, sort="state"),
        Column("begun_on", t("开始", "Begun"), Kind.DAY, sort="begun_on"),
        Column("ended_on", t("结束", "Ended"), Kind.DAY, sort="ended_on"),
    ),
    search=("number", "contract__client__name_zh", "scheme__name_zh"),
    filters=(
        Choice("standard", t("类别", "Kind"), [(one, say_lazy(f"standard.{one}")) for one in OTHERS]),
        Choice("purpose", t("目的", "For"), [(one, say_lazy(f"evaluation-purpose.{one}")) for one in Purpose]),
    ),
    tabs=(
        Tab("open", t("进行中", "Under way"), Q(state__in=("ordered", "begun"))),
        Tab("decided", t("已决定", "Decided"), Q(state="decided")),
        EVERYTHING,
    ),
    order=("-ordered_on", "-number"),
    enter=Verb(order_evaluation, t("受理评价", "Take an order"), OrderForm),
    verbs=(
        Verb(begin_evaluation, t("开始评价", "Begin"), forms.Form, icon="player-play", primary=True,
             barred=lambda row: rules.objections_to_beginning(row.facts, certified=False)),
        Verb(record_activity, t("登记评价活动", "Record what was done"), ActivityForm, icon="clipboard-check",
             begin=next_of, barred=cannot_record),
        Verb(decide_evaluation, t("复核并决定", "Review and decide"), DecideForm, icon="rubber-stamp", primary=True,
             begin=lambda row: {"act": ACTS[Purpose(row.purpose)][0]}, barred_for=cannot_decide),
        Verb(evaluate_again, t("再次评价", "Evaluate again"), AgainForm, icon="refresh", barred=cannot_repeat),
        Verb(drop_evaluation, t("终止评价", "Give it up"), DropForm, icon="x",
             barred=lambda row: rules.objections_to_dropping(row.facts, ".")),
    ),
    facts=facts,
    tables=activities,
    state=lambda row: pill(say_lazy(f"evaluation-state.{row.state}"), TONES[row.state]),
    heading=lambda row: t("{n} · {client}", "{n} · {client}", n=row.number, client=called(row.contract.client)),
)  # fmt: skip
urlpatterns = EVALUATIONS.urls()
