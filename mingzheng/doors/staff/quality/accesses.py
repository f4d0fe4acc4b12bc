"""检查人员查阅: who of an authority may look at what, what they opened, and whose information it was."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.facts import one_a_line
from mingzheng.doors.frame.filters import Choice, Days
from mingzheng.doors.frame.formats import icon, pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, joined, say_lazy, t, why
from mingzheng.doors.today import today
from mingzheng.office.clients.models import Client
from mingzheng.office.inspectors.actions.close_access import close_access
from mingzheng.office.inspectors.actions.open_access import Scope, open_access
from mingzheng.office.inspectors.models import Access
from mingzheng.office.inspectors.queries import (
    accesses_seen_by,
    certifications_called,
    clients_called,
    clients_shown,
    shown_to,
    state_of,
)
from mingzheng.office.people.queries import names_of
from mingzheng.office.quality.models import Inspection
from mingzheng.office.quality.queries import KEEPERS, inspections_seen_by
from mingzheng.rulebook.inspectors import Named, Shown, objections_to_closing, objections_to_inspectors

from ..asking import asked
from ..fields import day, lines, people, several, text, yes
from ..links import page_of
from ..recorded import Act, Fact, Recorded, Table, shown, subject_fact
from ..rights import StaffRequest, staff_page

keepers = staff_page(*KEEPERS)
TONES = {"to-come": "idle", "open": "busy", "over": "plain", "closed": "plain"}

OPENED = t(
    "已开放。请把链接和查阅码分开告知检查人员。",
    "Opened. Tell each inspector his link and, apart from it, his code.",
)
NOTED = t(
    "检查人员打开的每一页、取走的每一份文件都有记录；到最后一天自动结束。",
    "Every page opened and every file taken is recorded; it ends by itself with its last day.",
)


class AccessForm(forms.Form):
    """Who, for which days, to what, and why."""

    inspectors = text(
        t("检查人员", "Inspectors"),
        3,
        help_text=t("每行一人：姓名 | 执法证件号", "One a line: name | card number"),
    )
    first_day = day(t("第一天", "First day"))
    last_day = day(t("最后一天", "Last day"))
    reason = text(t("理由（检查任务、法律依据）", "Reason (task, legal basis)"), 2)
    whole = yes(
        t("开放整个机构（全部认证和全部审核人员）", "The whole body (every certification, every auditor)")
    )
    certifications = several(
        t("认证：证书编号或项目编号", "Certifications: certificate or project numbers"), required=False
    )
    clients = several(t("客户：信用代码或全称", "Clients: credit codes or whole names"), required=False)
    people = people(t("人员注册和能力", "Persons' registrations and competence"), many=True, required=False)
    fees = yes(t("包括收费记录", "Fees, too"))  # fmt: skip

    def clean_inspectors(self) -> list[Named]:
        parts = (line.replace("｜", "|").partition("|") for line in lines(self.cleaned_data["inspectors"]))
        named = [Named(name.strip(), card.strip()) for name, _, card in parts]
        if found := objections_to_inspectors(named):
            raise forms.ValidationError([why(one) for one in found])
        return named

    def clean_certifications(self) -> list[str]:
        return self._found("certifications", certifications_called)

    def clean_clients(self) -> list[str]:
        return self._found("clients", clients_called, one_each=True)

    def _found(self, field: str, called: Any, *, one_each: bool = False) -> list[str]:
        """The keys of what the lines name. A line that names nothing is told, lest less is opened than was meant; so is
        one that names several where it is to name one, lest it be more."""
        found = {line: called(line) for line in lines(self.cleaned_data[field])}
        if unknown := [line for line, keys in found.items() if not keys]:
            raise forms.ValidationError(t("没有找到：{lines}", "Not found: {lines}", lines=joined(unknown)))
        if one_each and (several := [line for line, keys in found.items() if len(keys) > 1]):
            raise forms.ValidationError(
                t(
                    "不止一家，请填信用代码：{lines}",
                    "More than one; give the credit code: {lines}",
                    lines=joined(several),
                )
            )
        return [key for keys in found.values() for key in keys]

    @property
    def told(self) -> dict[str, Any]:
        """What the action asks for."""
        said = dict(self.cleaned_data)
        parts = ("whole", "clients", "certifications", "people", "fees")
        return {"scope": Scope(**{name: said.pop(name) for name in parts}), **said}


@keepers
def open_(request: StaffRequest, number: str) -> HttpResponse:
    """Proposed is what was drawn, from today on."""
    row = get_object_or_404(inspections_seen_by(request.user), number=number)
    drawn = "\n".join(row.visits.values_list("number", flat=True))
    begun = {"first_day": today(), "certifications": drawn, "reason": row.basis}
    form = AccessForm(request.POST or None, initial=begun)

    def act(said: dict[str, Any]) -> object:
        return open_access(number, **form.told, on=today(), by=request.user)

    heading, back = t("为检查 {n} 开放查阅", "Open an access for {n}", n=number), reverse("staff:inspection", args=[number])  # fmt: skip
    return asked(request, form, act, heading=heading, back=back, done=OPENED, consequences=[NOTED], submit=t("开放查阅", "Open it"), step=open_access)  # fmt: skip


@keepers
def close(request: StaffRequest, number: str) -> HttpResponse:
    class Reason(forms.Form):
        reason = text(t("理由", "Reason"), 2)

    return asked(
        request,
        Reason(request.POST or None),
        lambda said: close_access(number, **said, on=today(), by=request.user),
        heading=t("关闭查阅 {n}", "Close access {n}", n=number),
        back=reverse("staff:inspection-access", args=[number]),
        done=t("已关闭。", "Closed."),
    )


@keepers
def access(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(accesses_seen_by(request.user), number=number)
    state = state_of(row.term, today())
    entry = Recorded(
        subject=f"inspection-access:{number}",
        heading=t("检查人员查阅 {n}", "Inspectors' access {n}", n=number),
        register=(row.inspection.number, reverse("staff:inspection", args=[row.inspection.number])),
        state=pill(say_lazy(f"access-state.{state}"), TONES[state]),
        facts=facts(row),
        acts=acts(row),
        tables=[inspectors_of(row, request), clients_of(row)],
    )
    return shown(request, entry)


def facts(row: Access) -> list[Fact]:
    opener = names_of([row.opened_by]).get(row.opened_by, row.opened_by)
    return [
        subject_fact(t("检查", "Inspection"), f"inspection:{row.inspection.number}"),
        Fact(t("检查部门", "Authority"), row.inspection.authority),
        Fact(t("第一天", "First day"), row.first_day),
        Fact(t("最后一天", "Last day"), row.last_day),
        Fact(t("关闭", "Closed"), row.closed_on),
        Fact(t("开放", "Opened"), f"{opener} {row.opened_on}"),
        *scope_of(row),
        Fact(t("理由", "Reason"), row.reason, long=True),
        Fact(t("关闭理由", "Why it was closed"), row.closing_reason, long=True),
    ]


def scope_of(row: Access) -> list[Fact]:
    """What is open under it."""
    if row.whole:
        scope = [Fact(t("范围", "Scope"), t("整个机构", "The whole body"))]
    else:
        certifications = row.certifications.select_related("client")
        named = {f"{called(one.client)} {one.standard}" for one in certifications}
        scope = [
            Fact(t("认证", "Certifications"), one_a_line(sorted(named))),
            Fact(t("客户", "Clients"), one_a_line(called(one) for one in row.clients.all())),
            Fact(t("人员", "Persons"), one_a_line(called(one) for one in row.people.all())),
        ]
    return [*scope, Fact(t("收费记录", "Fees"), t("包括", "Open") if row.fees else t("不包括", "Not open"))]


def acts(row: Access) -> list[Act]:
    at = [row.number]
    closing = objections_to_closing(row.term, reason=".", on=today())
    return [
        Act(t("查阅记录", "What was opened"), reverse("staff:access-shown", args=at), "list-details"),
        Act(t("关闭查阅", "Close it"), reverse("staff:close-access", args=at), "lock", closing),
    ]


def inspectors_of(row: Access, request: HttpRequest) -> Table:
    """Link and code go to the inspector by two ways."""
    rows = []
    for one in row.inspectors.order_by("place"):
        link = request.build_absolute_uri(reverse("regulator:enter", args=[one.token]))
        copying = format_html('<button type="button" class="btn btn-sm" data-copy="{}">{}{}</button>',
                              link, icon("copy"), t("复制链接", "Copy the link"))  # fmt: skip
        rows.append(
            ("", [one.name, one.card, copying, format_html('<span class="code">{}</span>', one.code)])
        )
    heads = [
        t("姓名", "Name"),
        t("证件号", "Card"),
        t("链接", "Link"),
        t("查阅码（另行告知）", "Code (told apart)"),
    ]
    return Table(t("检查人员", "Inspectors"), heads, rows)


def clients_of(row: Access) -> Table:
    """The clients to tell, unless the law forbids it (ISO/IEC 17021-1:2015 8.4)."""
    found = clients_shown(row)
    known = {one.uscc: called(one) for one in Client.objects.filter(uscc__in=[one["uscc"] for one in found])}
    rows = [
        (page_of(f"client:{one['uscc']}"), [known.get(one["uscc"], one["uscc"]), one["first"], one["last"], one["times"]])
        for one in found
    ]  # fmt: skip
    title = t("信息被查阅的客户：法律不禁止的，应告知客户", "Clients whose information was opened: tell them, unless the law forbids it")  # fmt: skip
    heads = [t("客户", "Client"), t("首次", "First"), t("最近", "Last"), t("次数", "Times")]
    return Table(title, heads, rows)


def whose(row: Any) -> str:
    """Whose information it was; of a list of several clients, how many."""
    if row.uscc:
        return t(row.client_zh or "", row.client_en or row.client_zh or "")
    return t("{n} 家客户", "Clients: {n}", n=len(told)) if (told := row.facts.get("clients")) else ""


class ShownListing(Listing):
    """Everything opened and taken under one access."""

    name, title = "access-shown", t("查阅记录", "What was opened")
    columns = (
        Column("at", t("时间", "At"), Kind.MOMENT, sort="at"),
        Column("inspector", t("检查人员", "Inspector")),
        Column("what", t("打开", "Opened"), value=lambda row: say_lazy(f"inspection-shown.{row.facts['what']}")),
        Column("about", t("编号", "Number"), Kind.CODE, value=lambda row: row.facts["about"]),
        Column("client", t("客户", "Client"), value=lambda row: whose(row)),
    )  # fmt: skip
    filters = (
        Choice("what", t("打开", "Opened"), [(one, say_lazy(f"inspection-shown.{one}")) for one in Shown], path="facts__what"),
        Days("on", t("日期", "Day")),
    )  # fmt: skip
    order = ("-at",)


@keepers
def opened(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(accesses_seen_by(request.user), number=number)
    return ShownListing(request, shown_to(row)).response()


def accesses_of(row: Inspection, by: Any) -> Table:
    """The accesses opened for an inspection."""
    rows = [
        (
            reverse("staff:inspection-access", args=[one.number]),
            [
                one.number,
                joined(inspector.name for inspector in one.inspectors.all()),
                one.first_day,
                one.last_day,
                say_lazy(f"access-state.{state_of(one.term, today())}"),
            ],
        )
        for one in accesses_seen_by(by).filter(inspection=row).prefetch_related("inspectors")
    ]
    heads = [t("编号", "Number"), t("检查人员", "Inspectors"), t("第一天", "First day"), t("最后一天", "Last day"), t("状态", "State")]  # fmt: skip
    return Table(t("检查人员查阅", "Inspectors' access"), heads, rows)
