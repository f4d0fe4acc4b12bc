"""电话回访: the draws with their seeds, who is to be called, and what came out of each call."""

from datetime import timedelta
from secrets import randbelow
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, joined, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.voices.actions.draw_call_backs import draw_call_backs
from mingzheng.office.voices.actions.record_call import record_call
from mingzheng.office.voices.frames import Stratum
from mingzheng.office.voices.models import CallBack
from mingzheng.office.voices.queries import KEEPERS, calls_seen_by, draws_seen_by
from mingzheng.rulebook.questionnaires import ALREADY_CALLED, CallOutcome
from mingzheng.rulebook.roles import Role
from mingzheng.words import pick

from ..asking import asked
from ..recorded import Act, Fact, Recorded, Table, shown, subject_fact
from ..rights import StaffRequest, staff_page
from .forms import CallForm, DrawForm

keepers = staff_page(*KEEPERS)
quality = staff_page(Role.QUALITY)
TONES = {"": "wait", "not_reached": "busy", "completed": "good", "refused": "idle"}
SEEDS = 10**9


class CallsListing(Listing):
    name, title = "calls", t("电话回访", "Call-backs")
    template = "staff/voices/calls.html"
    columns = (
        Column("draw", t("抽样", "Draw"), Kind.CODE, value="draw.number", sort="draw__number"),
        Column("visit", t("项目", "Visit"), Kind.CODE, value="visit.number", sort="visit__number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.visit.client), sort="visit__client__name_zh"),
        Column("stratum", t("所在层", "Stratum"), sort="stratum"),
        Column("outcome", t("结果", "Result"), value=lambda row: pill(say_lazy(f"call-outcome.{row.outcome}"), TONES[row.outcome]),
               export=lambda row: str(say_lazy(f"call-outcome.{row.outcome}")), sort="outcome"),
        Column("attempts", t("拨打次数", "Attempts"), Kind.NUMBER, sort="attempts"),
        Column("called_on", t("日期", "Called"), Kind.DAY, sort="called_on"),
        Column("unexpected", t("意外答复", "Unexpected"), Kind.NUMBER, value=lambda row: len(row.unexpected)),
    )  # fmt: skip
    search = ("draw__number", "visit__number", "visit__client__name_zh", "visit__client__pinyin")
    search_hint = t("抽样、项目、客户、拼音首字母", "Draw, visit, client, initials")
    filters = (
        Choice(
            "result",
            t("结果", "Result"),
            [(o, say_lazy(f"call-outcome.{o}")) for o in CallOutcome],
            path="outcome",
        ),
        Days("called_on", t("回访日期", "Called")),
    )
    tabs = (
        Tab("waiting", t("待拨打", "To call"), Q(outcome__in=["", CallOutcome.NOT_REACHED])),
        Tab("completed", t("完成", "Completed"), Q(outcome=CallOutcome.COMPLETED)),
        EVERYTHING,
    )
    order = ("-draw__number", "visit__number")

    def link(self, row: CallBack) -> str:
        return reverse("staff:call", args=[row.draw.number, row.visit.number])


@keepers
def calls(request: StaffRequest) -> HttpResponse:
    return CallsListing(request, calls_seen_by(request.user)).response()


class DrawsListing(Listing):
    """What anybody needs to draw the same again."""

    name, title = "draws", t("回访抽样", "Draws of call-backs")
    template = "staff/voices/draws.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("drawn_on", t("抽样日期", "Drawn on"), Kind.DAY, sort="drawn_on"),
        Column("first_day", t("审核自", "Audits from"), Kind.DAY, sort="first_day"),
        Column("last_day", t("至", "To"), Kind.DAY, sort="last_day"),
        Column(
            "strata",
            t("分层", "Strata"),
            value=lambda d: joined(say_lazy(f"stratum.{s}") for s in d.strata),
        ),
        Column("frame", t("总体", "Frame"), Kind.NUMBER, value=lambda draw: len(draw.frame)),
        Column("count", t("抽取", "Sample"), Kind.NUMBER, sort="count"),
        Column("seed", t("种子", "Seed"), Kind.CODE, value=lambda draw: str(draw.seed)),
    )
    order = ("-number",)


@keepers
def draws(request: StaffRequest) -> HttpResponse:
    return DrawsListing(request, draws_seen_by(request.user)).response()


KEPT = t("总体、种子和结果一并留存；审核组成员看不到自己的项目。",
         "Frame, seed and result are kept; no member of a team sees his own visits.")  # fmt: skip


@quality
def draw(request: StaffRequest) -> HttpResponse:
    on = today()
    last = draws_seen_by(request.user).order_by("-last_day").first()
    first = last.last_day + timedelta(days=1) if last else on.replace(day=1)  # where the last one ended
    begun = {"first_day": min(first, on), "last_day": on, "count": 5, "seed": randbelow(SEEDS)}
    return asked(
        request,
        DrawForm(request.POST or None, initial={**begun, "strata": [Stratum.STANDARD]}),
        lambda said: draw_call_backs(**said, on=on, by=request.user),
        heading=t("抽取回访对象", "Draw call-backs"),
        back=reverse("staff:calls"),
        done=t("已抽取。", "Drawn."),
        consequences=[KEPT],
    )


def _found(request: StaffRequest, draw: str, visit: str) -> CallBack:
    return get_object_or_404(calls_seen_by(request.user), draw__number=draw, visit__number=visit)


@keepers
def call(request: StaffRequest, draw: str, visit: str) -> HttpResponse:
    """Whom to call, the script, and the replies."""
    row = _found(request, draw, visit)
    heads = [t("问题", "Question"), t("答复", "Reply"), t("期望", "Hoped for")]
    entry = Recorded(
        subject=f"call:{row.key}",
        heading=t("电话回访 {n}", "Call-back {n}", n=visit),
        register=(CallsListing.title, reverse("staff:calls")),
        state=pill(say_lazy(f"call-outcome.{row.outcome}"), TONES[row.outcome]),
        facts=_facts(row),
        acts=_acts(row, request.user),
        tables=[Table(t("话术", "Script"), heads, list(_replies(row)))],
        notes=[t("有意外答复，尚未立案跟踪。", "There is an unexpected reply and no case about it yet.")]
        if row.unexpected and not row.cases.exists() else [],
    )  # fmt: skip
    return shown(request, entry)


def _facts(row: CallBack) -> list[Fact]:
    client = row.visit.client
    contacts = joined(f"{one.name} {one.phone}" for one in client.contacts.filter(left_on=None))
    return [
        subject_fact(t("客户", "Client"), f"client:{client.uscc}", called(client)),
        subject_fact(t("审核", "Visit"), f"visit:{row.visit.number}"),
        Fact(t("联系人", "Contacts"), contacts),
        Fact(t("抽样", "Draw"), row.draw.number, href=reverse("staff:draws")),
        Fact(t("所在层", "Stratum"), row.stratum),
        Fact(t("话术版本", "Version of the script"), row.version or t("内置", "Built in")),
        Fact(t("拨打次数", "Attempts"), row.attempts),
        Fact(t("受访人", "Spoke to"), row.spoke_to),
        *(subject_fact(t("跟踪案件", "Case"), f"case:{one.number}") for one in row.cases.all()),
        Fact(t("备注", "Remarks"), row.remarks, long=True),
    ]


def _acts(row: CallBack, by: Any) -> list[Act]:
    if not by.holds(Role.QUALITY):
        return []
    done = row.outcome not in ("", CallOutcome.NOT_REACHED)
    where = [row.draw.number, row.visit.number]
    found = [Act(t("登记回访", "Enter the call"), reverse("staff:record-call", args=where), "phone",
                 [ALREADY_CALLED] if done else [], "plain" if done else "primary")]  # fmt: skip
    if row.unexpected:
        opening = f"{reverse('staff:receive-case')}?call={row.key}"
        found.append(Act(t("立案跟踪", "Open a case"), opening, "message-report", (), "primary"))
    return found


def _replies(row: CallBack) -> Any:
    for question in row.questions:
        reply = row.answers.get(question.code)
        said = (
            pill(say_lazy(f"reply.{reply}"), "wait" if question.code in row.unexpected else "good")
            if reply
            else "--"
        )
        yield "", [pick(question.zh, question.en, language()), said, say_lazy(f"reply.{question.expected}")]


@quality
def enter(request: StaffRequest, draw: str, visit: str) -> HttpResponse:
    row = _found(request, draw, visit)
    form = CallForm(request.POST or None, row.questions)
    return asked(
        request,
        form,
        lambda said: record_call(
            row.key, outcome=said["outcome"], replies=form.replies, spoke_to=said["spoke_to"],
            remarks=said["remarks"], on=today(), by=request.user,
        ),
        heading=t("登记回访 {n}", "Enter the call about {n}", n=visit),
        back=reverse("staff:call", args=[draw, visit]),
        done=t("已登记。", "Entered."),
    )  # fmt: skip
