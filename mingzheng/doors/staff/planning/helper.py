"""派组助手: three ways to hold a visit, each with its price; and for everybody else, what he would cost or why not he."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.planning.carrying_out import Wanted, carry_out, objections_to_wanted
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.proposals import plan_of_run, wanted_of
from mingzheng.office.planning.situation import Situation, explanation, situation, suggestions
from mingzheng.office.planning.visits_due import about
from mingzheng.office.schedule.members import needs
from mingzheng.office.schedule.queries import visits_seen_by
from mingzheng.planner.explaining import Candidate
from mingzheng.planner.plan import Assignment, Reason
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.verdict import Objection

from ..rights import StaffRequest
from ..schedule.asked import BoardAsked
from ..schedule.dates import planner_page

SHOWN = 12  # of the others, the cheapest first


@dataclass(frozen=True)
class Way:
    """One way to hold the visit, as the helper shows it."""

    wanted: Wanted
    people: list[str]  # names, the leader first
    yuan: int
    objections: list[Objection]
    key: str  # what the form sends back


@dataclass(frozen=True)
class Other:
    """Somebody, and what he would cost, or why not he."""

    name: str
    candidate: Candidate
    instead_of: str
    yuan: int
    why: list[str]


@planner_page
def team_helper(request: StaffRequest, number: str) -> HttpResponse:
    """Three best ways; sent back, one of them is done."""
    visit = get_object_or_404(visits_seen_by(request.user), number=number)
    if request.method == "POST":
        carry_out(_chosen(visit, request.POST), reason=_reason(), on=today(), by=request.user)
        return redirect(_back(request.POST))
    here = situation(visit, today())
    names = names_of_all()
    context = {
        "visit": visit,
        "ways": _ways(here, visit, names, request.user),
        "back": request.GET.get("back", ""),
    }
    return render(request, "staff/planning/helper.html", context)


@planner_page
def why_not(request: StaffRequest, number: str) -> HttpResponse:
    """The team the visit has, or the one a run or the helper proposes, and everybody else."""
    visit = get_object_or_404(visits_seen_by(request.user), number=number)
    here = situation(visit, today())
    told = explanation(here, _proposed(request.GET, number))
    names = names_of_all()
    others = [_other(one, names, number) for one in told.candidates] if told else []
    context = {"visit": visit, "told": told, "others": others, "asked": request.GET.get("who", "")}
    return render(request, "staff/planning/why.html", context)


EXPERT = "+"  # in the key of a way: with a technical expert; no login is so


def _ways(here: Situation, visit: Any, names: dict[str, str], by: Person) -> list[Way]:
    known = about([visit])
    _, companions = known.company.get(visit.number, (set(), set()))
    found = []
    for one in suggestions(here):
        wanted = wanted_of(one.assignment, sorted(companions), known, needs(visit).codes)
        objections = objections_to_wanted(wanted, reason=_reason(), on=today(), by=by)
        people = [names.get(login, login) for login in one.assignment.people]
        people += [say_lazy("team-role.expert")] if one.assignment.expert else []
        found.append(Way(wanted, people, round(one.yuan), objections, _key(one.assignment)))
    return found


def names_of_all() -> dict[str, str]:
    return dict(Person.objects.values_list("login", "name_zh"))


def _other(candidate: Candidate, names: dict[str, str], number: str) -> Other:
    def name(login: str) -> str:
        return names.get(login, login)

    why = dict.fromkeys(str(words_of(_elsewhere(reason, number), names)) for reason in candidate.rules)
    return Other(
        name(candidate.person), candidate, name(candidate.instead_of), round(candidate.yuan or 0), list(why)
    )


def _elsewhere(reason: Reason, number: str) -> Reason:
    """Two visits at once are told of the later one; seen from this visit it is the other that is in the way."""
    if reason.code == "planner.double-booked" and reason.details.get("other") == number:
        return Reason("planning.booked-elsewhere", reason.details)
    return reason


def words_of(reason: Reason, names: dict[str, str]) -> str:
    """A reason of the planner in the reader's language, people by the names they are known by."""
    details = {
        key: names.get(value, value) if key == "person" else value for key, value in reason.details.items()
    }
    return say_lazy(reason.code, **details)


def _key(assignment: Assignment) -> str:
    start = assignment.start
    people = " ".join([*assignment.people, *([EXPERT] if assignment.expert else [])])
    return f"{start.day} {int(start.half)} {assignment.half_days} {people}"


def _read(number: str, key: str) -> Assignment | None:
    """What :func:`_key` wrote; None when it is something else."""
    try:
        day, half, half_days, *people = key.split(" ")
        from_day = date.fromisoformat(day)
        team = tuple(login for login in people if login != EXPERT)
        return Assignment(number, HalfDay(from_day, Half(int(half))), int(half_days), team, EXPERT in people)
    except ValueError:
        return None


def _chosen(visit: Any, said: QueryDict) -> Wanted:
    assignment = _read(visit.number, said.get("way", ""))
    if assignment is None or not assignment.people:
        raise Person.DoesNotExist
    known = about([visit])
    companions = known.company.get(visit.number, (set(), set()))[1]
    return wanted_of(assignment, sorted(companions), known, needs(visit).codes)


def _proposed(said: QueryDict, number: str) -> Assignment | None:
    if run := PlanRun.objects.filter(number=said.get("run", "")).first():
        return next((one for one in plan_of_run(run).assignments if one.visit == number), None)
    return _read(number, said.get("way", ""))


def _back(said: QueryDict) -> str:
    return f"{reverse('staff:board')}?{BoardAsked.read(QueryDict(str(said.get('back', '')))).query()}"


def _reason() -> str:
    return str(t("派组助手建议", "Proposed by the team helper"))
