"""Taking what a plan proposes, one by one or all: through the actions of the schedule, each visit on its own."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.proposals import Proposal, plan_of_run, proposal_for, proposals, take
from mingzheng.planner.plan import Assignment
from mingzheng.rulebook.verdict import Objection, Refused

from ..rights import StaffRequest
from ..schedule.dates import planner_page

AT_ONCE = 10  # visits a request; the page goes on by itself


@dataclass(frozen=True)
class Taken:
    """What became of one proposal."""

    proposal: Proposal
    objections: tuple[Objection, ...] = ()


@planner_page
@require_POST
def take_one(request: StaffRequest, run: str, number: str) -> HttpResponse:
    row = get_object_or_404(PlanRun, number=run)
    announce = bool(request.POST.get("announce"))
    take(row, proposal_for(row, number), announce=announce, on=today(), by=request.user)
    messages.success(request, t("{n} 已按方案安排。", "{n} is arranged as proposed.", n=number))
    return redirect("staff:plan-run", run)


@planner_page
@require_POST
def take_all(request: StaffRequest, run: str) -> HttpResponse:
    """The next few after the one named; the answer asks for the next until none is left."""
    row = get_object_or_404(PlanRun, number=run)
    after, announce = request.POST.get("after", ""), bool(request.POST.get("announce"))
    planned = sorted(plan_of_run(row).assignments, key=place)
    left = [one for one in planned if _key(one) > after]
    results = [taken(row, one, announce, request.user) for one in proposals(left[:AT_ONCE]) if one.open]
    context = {
        "run": row, "results": results, "announce": announce, "total": len(planned),
        "done": len(planned) - len(left[AT_ONCE:]), "after": _key(left[:AT_ONCE][-1]) if left[AT_ONCE:] else "",
    }  # fmt: skip
    part = bool(request.htmx) and bool(after)  # type: ignore[attr-defined]
    return render(request, f"staff/planning/{'taking_part' if part else 'taking'}.html", context)


def taken(run: PlanRun, proposal: Proposal, announce: bool, by: Person) -> Taken:
    """Take it, or say why it no longer holds."""
    try:
        take(run, proposal, announce=announce, on=today(), by=by)
    except Refused as refused:
        return Taken(proposal, refused.objections)
    return Taken(proposal)


def place(assignment: Assignment) -> tuple[date, str]:
    """The order in which visits are taken: a stage 1 before its stage 2."""
    return assignment.start.day, assignment.visit


def _key(assignment: Assignment) -> str:
    return " ".join(map(str, place(assignment)))
