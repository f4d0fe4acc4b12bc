"""排程运算: the planner is set to work on a period, shows how far it is, and proposes a plan."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.planning.actions.interrupt_plan import interrupt_plan
from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.progress import heard, is_worked_on
from mingzheng.office.planning.proposals import Proposal, Standing, plan_of_run, proposals
from mingzheng.planner.plan import Cost, Plan, Unplanned
from mingzheng.rulebook.planning import A_YEAR_AHEAD, LONGEST_RUN_SECONDS

from ..rights import StaffRequest
from ..schedule.dates import planner_page
from .helper import names_of_all, words_of

PAGE, SHOWN_RUNS = 50, 20
TONES = {"new": "busy", "moved": "wait", "team": "wait", "taken": "good", "gone": "idle"}
RUN_TONES = {"waiting": "wait", "running": "busy", "done": "good", "failed": "idle"}


class RunForm(forms.Form):
    """Which days, how long, and whether what is appointed may move."""

    first_day = forms.DateField(label=t("从", "From"), widget=DayInput)
    last_day = forms.DateField(label=t("到", "To"), widget=DayInput)
    seconds = forms.IntegerField(
        label=t("运算时间（秒）", "Seconds"), min_value=1, max_value=LONGEST_RUN_SECONDS, initial=60,
        help_text=t("一年约 60 秒；有变化重排 10 秒即可。", "A year takes about 60; after a change 10 will do."),
    )  # fmt: skip
    seed = forms.IntegerField(
        label=t("随机种子", "Seed"), min_value=0, max_value=2**31 - 1, initial=1,
        help_text=t("同一种子从同一处开始。", "The same seed begins in the same way."),
    )  # fmt: skip
    keeps_appointed = forms.BooleanField(
        label=t("已安排的一律不动", "Leave what is appointed as it is"), required=False,
        help_text=t("不勾选时，已安排的可以改动，但要计变更代价。", "Otherwise it may change, at a price."),
    )  # fmt: skip


@planner_page
def plan_runs(request: StaffRequest) -> HttpResponse:
    """What was asked of the planner, the latest first; and asking it again."""
    form = RunForm(request.POST or None, initial={"first_day": today(), "last_day": today() + A_YEAR_AHEAD})
    if request.method == "POST" and form.is_valid():
        told = request_plan(**form.cleaned_data, on=today(), by=request.user)
        return redirect("staff:plan-run", told.run)
    runs = [(run, *status(run)) for run in PlanRun.objects.order_by("-pk")[:SHOWN_RUNS]]
    return render(request, "staff/planning/runs.html", {"form": form, "runs": runs})


@planner_page
def plan_run(request: StaffRequest, run: str) -> HttpResponse:
    row = get_object_or_404(PlanRun, number=run)
    context = {"run": row, **told(row), **(proposed(row, request.GET) if row.plan else {})}
    return render(request, "staff/planning/run.html", context)


@planner_page
def progress(request: StaffRequest, run: str) -> HttpResponse:
    """The part of the page that asks again every two seconds; once the run has ended, the whole page comes anew."""
    row = get_object_or_404(PlanRun, number=run)
    answer = render(request, "staff/planning/progress.html", {"run": row, **told(row)})
    if row.concluded_on:
        answer["HX-Refresh"] = "true"
    return answer


@planner_page
@require_POST
def interrupt(request: StaffRequest, run: str) -> HttpResponse:
    interrupt_plan(run, on=today(), by=request.user)
    messages.success(request, t("正在中止，保留目前最好的方案。", "It stops and keeps the best plan so far."))
    return redirect("staff:plan-run", run)


def status(run: PlanRun) -> tuple[str, str]:
    """Where a run stands, and its tone."""
    if run.concluded_on:
        name = "done" if run.plan else "failed"
    else:
        name = "running" if is_worked_on(run.number) else "waiting"
    return name, RUN_TONES[name]


def told(run: PlanRun) -> dict[str, Any]:
    """How far a run is, or was at its end: cost, proven bound, and how much dearer than the best it can at most be."""
    name, tone = status(run)
    now = None if run.concluded_on else heard(run.number)
    plan = plan_of_run(run)
    cost, bound = (now.cost, now.bound) if now else (plan.cost.total, plan.bound)
    return {
        "status": name,
        "tone": tone,
        "now": now,
        "cost": round(cost),
        "bound": round(bound),
        "gap": (cost / bound - 1) * 100 if bound > 0 else None,
        "done_percent": min(100, round(now.seconds / run.seconds * 100)) if now else 0,
    }


def proposed(run: PlanRun, said: Any) -> dict[str, Any]:
    """A page of the proposals under the tab asked for, the parts of the cost, and what could not be planned."""
    plan = plan_of_run(run)
    found = proposals(plan.assignments)
    tabs: dict[str, list[Proposal]] = {
        "open": [one for one in found if one.open],
        "taken": [one for one in found if one.standing is Standing.TAKEN],
        "gone": [one for one in found if one.standing is Standing.GONE],
    }
    tab = said.get("tab") if said.get("tab") in tabs or said.get("tab") == "unplanned" else "open"
    page = max(1, int(said["page"])) if said.get("page", "").isdigit() else 1
    rows = tabs.get(tab, [])
    names = names_of_all() if tab == "unplanned" else {}
    return {
        "tab": tab,
        "tabs": [*((name, len(rows)) for name, rows in tabs.items()), ("unplanned", len(plan.unplanned))],
        "rows": [(one, TONES[one.standing]) for one in rows[(page - 1) * PAGE : page * PAGE]],
        "page": page,
        "pages": max(1, -(-len(rows) // PAGE)),
        "parts": parts(plan),
        "unplanned": [_told(one, names) for one in plan.unplanned] if names else [],
        "open_count": len(tabs["open"]),
    }


def _told(one: Unplanned, names: dict[str, str]) -> tuple[str, list[str], list[str]]:
    """A visit nobody found a place for: why, and what would help."""
    return (
        one.visit,
        [words_of(reason, names) for reason in one.reasons],
        [words_of(remedy, names) for remedy in one.remedies],
    )


def parts(plan: Plan) -> list[tuple[str, int]]:
    """The parts of the cost that are not nothing, the dearest first."""
    amounts = [(name, round(getattr(plan.cost, name))) for name in Cost.__dataclass_fields__]
    return sorted(((name, yuan) for name, yuan in amounts if yuan), key=lambda pair: -pair[1])
