from datetime import date, time

import pytest

from mingzheng.rulebook import audit_plan as rules
from mingzheng.rulebook.audit_plan import Line, Planned, objections_to_plan
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.standards import Standard

Q, E = Standard.QMS, Standard.EMS
FIRST, LAST = date(2026, 3, 9), date(2026, 3, 10)
ALL = frozenset(HalfDay(day, half) for day in (FIRST, LAST) for half in Half)
MORNING = frozenset({HalfDay(FIRST, Half.MORNING)})


def member(role=TeamRole.AUDITOR, standards=(Q, E), half_days=ALL) -> Planned:
    return Planned("某人", role, frozenset(standards), frozenset(half_days))


TEAM = {
    "leader": member(TeamRole.LEADER),
    "wang": member(standards=[Q]),
    "trainee": member(TeamRole.TRAINEE),
    "half": member(half_days=MORNING),
}


def line(**more) -> Line:
    return Line(
        **{
            "day": FIRST,
            "starts_at": time(9),
            "ends_at": time(11),
            "auditors": ("leader",),
            "department": "生产部",
            "standards": (Q, E),
            "clauses": "8.1、9.1",
            **more,
        }
    )


def codes(*lines: Line, visited=(Q, E)) -> list[str]:
    return [o.code for o in objections_to_plan(lines, TEAM, visited, first=FIRST, last=LAST)]


def test_a_plan_that_covers_all_standards_within_the_booked_half_days_holds():
    meeting = line(
        auditors=("leader", "wang", "trainee", "half"), department="首次会议", standards=(), clauses="",
        starts_at=time(8, 30), ends_at=time(9),
    )  # fmt: skip
    assert codes(meeting, line(), line(auditors=("wang",), standards=(Q,))) == []


@pytest.mark.parametrize(
    "change, code",
    [
        ({"ends_at": time(9)}, rules.ENDS_BEFORE_IT_BEGINS),
        ({"day": date(2026, 3, 11)}, rules.OUTSIDE_THE_VISIT),
        ({"auditors": ("stranger", "leader")}, rules.NOT_ON_TEAM),
        ({"auditors": ("half",), "starts_at": time(13), "ends_at": time(15)}, rules.NOT_BOOKED),
        ({"auditors": ("half",), "ends_at": time(13, 30)}, rules.NOT_BOOKED),
        ({"auditors": ("wang",)}, rules.NO_AUDITOR_FOR),  # for EMS
        ({"clauses": "8.1、99.9"}, rules.UNKNOWN_CLAUSE),
        ({"standards": (Q, E, Standard.OHSMS)}, rules.NOT_VISITED),
    ],
)
def test_a_line_that_cannot_be_is_named(change, code):
    found = objections_to_plan(
        [line(), line(**{"day": LAST, **change})], TEAM, [Q, E], first=FIRST, last=LAST
    )
    assert code in found
    assert next(o for o in found if o == code).details["line"] == 2


def test_a_line_that_ends_before_one_o_clock_belongs_to_the_morning():
    assert codes(line(auditors=("half",), starts_at=time(11), ends_at=time(13))) == []


def test_nobody_is_in_two_places_at_once():
    assert codes(line(), line(starts_at=time(10, 30), ends_at=time(12))) == ["plan.two-places"]
    assert codes(line(), line(starts_at=time(11), ends_at=time(12))) == []
    both = (line(), line(starts_at=time(10, 30), ends_at=time(12)))
    (twice,) = objections_to_plan(both, TEAM, (Q, E), first=FIRST, last=LAST)
    assert (twice.details["person"], twice.details["line"], twice.details["other"]) == ("某人", 1, 2)


def test_one_in_training_audits_nothing_alone():
    assert codes(line(auditors=("trainee",))) == ["plan.no-auditor-for"] * 2


def test_every_standard_of_the_visit_has_its_clauses():
    assert codes(line(standards=(Q,))) == ["plan.nothing-planned"]
    assert codes(line(clauses="")) == ["plan.nothing-planned"] * 2
    assert codes() == ["plan.no-lines"]
    assert "plan.nobody" in codes(line(auditors=()))
