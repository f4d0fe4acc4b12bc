"""全过程时间线: each application with every step to its certificates, who did it and when, as the record told it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingzheng.office.audits.models import Audit
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.models import Event
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.course import Step, reached
from mingzheng.rulebook.decisions import DecisionAct

from .models import Certificate

INITIAL = (VisitKind.STAGE1, VisitKind.STAGE2)
STEPS = {
    "application.submitted": Step.APPLIED,
    "application.accepted": Step.ACCEPTED,
    "contract.signed": Step.CONTRACTED,
    "audit.reviewed": Step.REVIEWED,
    "decision.made": Step.DECIDED,
    "certificate.issued": Step.CERTIFIED,
    "certificate.taken-over": Step.CERTIFIED,
}
CLOSED = "audit.closed"  # ends the stage its visit is of
TOGETHER = 200  # applications looked up by one query


@dataclass(frozen=True)
class Course:
    """One application: the subjects the record tells its story under, and the day of each step reached."""

    application: str
    subjects: Sequence[str]
    days: dict[Step, date]


def moved_in(first: date, last: date) -> QuerySet[Application]:
    """Applications that took a step from a day to a day."""
    days, own = (first, last), OuterRef("pk")
    of_visit = {"audit__visit__contract__application": own}
    steps = (
        Audit.objects.filter(visit__contract__application=own, visit__kind__in=INITIAL, closed_on__range=days),
        Review.objects.filter(**of_visit, passed=True, reviewed_on__range=days),
        Decision.objects.filter(certification__contract__application=own, act=DecisionAct.GRANT, decided_on__range=days),
        Certificate.objects.filter(certification__contract__application=own, decision__act=DecisionAct.GRANT, issued_on__range=days),
    )  # fmt: skip
    moved = Q(submitted_on__range=days) | Q(concluded_on__range=days) | Q(contract__signed_on__range=days)
    for one in steps:
        moved |= Q(Exists(one))
    return Application.objects.filter(moved, submitted_on__isnull=False)


def courses(rows: Iterable[Application]) -> list[Course]:
    """The course of each application, by the days the record's events count for."""
    wanted = list(rows)
    parts = (wanted[start : start + TOGETHER] for start in range(0, len(wanted), TOGETHER))
    return [course for part in parts for course in _courses(part)]


def _courses(rows: Sequence[Application]) -> list[Course]:
    """Of as many applications as one query asks for."""
    subjects, visits = _subjects(rows), _kinds(rows)
    of = {subject: number for number, told in subjects.items() for subject in told}
    seen: dict[str, dict[Step, dict[str, date]]] = defaultdict(lambda: defaultdict(dict))
    events = Event.objects.filter(subject__in=of, kind__in=[*STEPS, CLOSED]).order_by("on", "id")
    for subject, kind, on, facts in events.values_list("subject", "kind", "on", "facts"):
        if step := _step(kind, facts, visits.get(subject, "")):
            days, standard = seen[of[subject]][step], _standard(facts)
            days[standard] = days.get(standard, on) if step is Step.APPLIED else on
    refused = _refused(rows)
    return [
        Course(
            row.number,
            subjects[row.number],
            reached(
                seen[row.number],
                set(row.standards) - (refused[row.number] - seen[row.number][Step.DECIDED].keys()),
            ),
        )
        for row in rows
    ]


def _step(kind: str, facts: dict[str, Any], visit: str) -> Step | None:
    """The step an event tells of, if any: a file sent back and a certification refused are none."""
    if kind == CLOSED:
        return Step(visit) if visit in INITIAL else None
    if kind == "audit.reviewed" and (facts["outcome"] != "passed" or visit != VisitKind.STAGE2):
        return None
    return None if kind == "decision.made" and facts["act"] != DecisionAct.GRANT else STEPS[kind]


def _standard(facts: dict[str, Any]) -> str:
    """The standard an event is about; empty where it is about the whole project."""
    return str(facts.get("standard") or facts.get("certification", "").rpartition("/")[2])


def _refused(rows: Sequence[Application]) -> dict[str, set[str]]:
    """The standards of each application that were refused."""
    found: dict[str, set[str]] = defaultdict(set)
    made = Decision.objects.filter(certification__contract__application__in=rows, act=DecisionAct.REFUSE)
    for number, standard in made.values_list(
        "certification__contract__application__number", "certification__standard"
    ):
        found[number].add(standard)
    return found


def _subjects(rows: Sequence[Application]) -> dict[str, list[str]]:
    """Under which names the record tells of each application, from itself to its certificates."""
    found = {row.number: [f"application:{row.number}"] for row in rows}
    for number, contract in Contract.objects.filter(application__in=rows).values_list(
        "application__number", "number"
    ):
        found[number].append(f"contract:{contract}")
    visits = Visit.objects.filter(contract__application__in=rows, kind__in=INITIAL, dropped_on=None)
    for number, visit in visits.values_list("contract__application__number", "number").order_by("pk"):
        found[number] += [f"visit:{visit}", f"audit:{visit}"]
    granted = Decision.objects.filter(
        certification__contract__application__in=rows, act=DecisionAct.GRANT, carried=False
    )
    named = granted.values_list("certification__contract__application__number", "number", "executed_as")
    for number, decision, certificate in named.order_by("pk"):
        found[number] += [f"decision:{decision}", *([f"certificate:{certificate}"] if certificate else [])]
    return found


def _kinds(rows: Sequence[Application]) -> dict[str, str]:
    """What each audit of these applications is of."""
    visits = Visit.objects.filter(contract__application__in=rows, kind__in=INITIAL)
    return {f"audit:{number}": kind for number, kind in visits.values_list("number", "kind")}
