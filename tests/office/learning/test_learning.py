"""Courses and who was there, good cases and votes."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.learning.actions.cancel_course import cancel_course
from mingzheng.office.learning.actions.hold_course import hold_course
from mingzheng.office.learning.actions.plan_course import plan_course
from mingzheng.office.learning.actions.publish_good_case import publish_good_case
from mingzheng.office.learning.actions.submit_good_case import submit_good_case
from mingzheng.office.learning.actions.vote_good_case import vote_good_case
from mingzheng.office.learning.models import GoodCase
from mingzheng.office.learning.queries import quarters_without_seminar
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.learning import CourseKind
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def planned(cast, kind=CourseKind.SEMINAR, day=DAY) -> str:
    told = {"title": "评定问题讲解", "planned_on": day, "hours": Decimal(2)}
    return plan_course(kind, **told, on=DAY, by=cast["general_office"]).number


def held(cast, kind=CourseKind.SEMINAR, attended=("auditor", "market")) -> str:
    number = planned(cast, kind)
    told = {"held_on": DAY, "hours": Decimal("2.5"), "attended": attended, "remark": "考核合格"}
    hold_course(number, **told, on=DAY, by=cast["general_office"])
    return number


def submitted(cast, client="") -> str:
    told = {"text": "查出一处关键过程失控", "client": client}
    return submit_good_case("关键过程", **told, on=DAY, by=cast["auditor"]).number


def test_hours_are_those_of_who_was_there(cast):
    number = planned(cast)
    assert [row.number for row in QUEUES["learning.courses"].waiting(cast["general_office"], DAY)] == [number]
    told = {"held_on": DAY, "hours": Decimal("2.5"), "remark": "", "on": DAY, "by": cast["general_office"]}
    with pytest.raises(Refused, match="learning.nobody-came"):
        hold_course(number, attended=["unknown"], **told)
    hold_course(number, attended=["auditor", "market"], **told)
    with pytest.raises(Refused, match="learning.course-held"):
        hold_course(number, attended=["auditor"], **told)
    assert figure("course-hours") == {"value": 5, "parts": {"seminar": 5}}
    assert Event.objects.get(kind="course.held").facts["people"] == 2
    assert not QUEUES["learning.courses"].waiting(cast["general_office"], DAY)


def test_a_cancelled_course_stays_in_the_plan_and_is_not_held(cast):
    number = planned(cast)
    with pytest.raises(Refused, match="learning.reason-missing"):
        cancel_course(number, reason=" ", on=DAY, by=cast["general_office"])
    cancel_course(number, reason="疫情", on=DAY, by=cast["general_office"])
    assert (figure("courses-planned")["value"], figure("courses-held")["value"]) == (1, 0)


def test_the_quarters_without_a_seminar_are_called_out(cast):
    held(cast)
    held(cast, CourseKind.TRAINING)
    quarters = [one.details["quarter"] for one in quarters_without_seminar(2026, date(2027, 1, 1))]
    assert quarters == [2, 3, 4] and figure("seminars")["value"] == 1


def test_who_was_at_the_training_in_responsibility_is_counted(cast):
    held(cast, CourseKind.RESPONSIBILITY, ["auditor", "market", "quality"])
    assert figure("responsibility-attended")["value"] == 3


def test_a_good_case_is_voted_on_and_published_without_its_client(cast):
    client = rows.client()
    number = submitted(cast, client.uscc)
    with pytest.raises(Refused, match="learning.own-case"):
        vote_good_case(number, on=DAY, by=cast["auditor"])
    vote_good_case(number, on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="learning.voted"):
        vote_good_case(number, on=DAY, by=cast["market"])
    assert [row.n for row in QUEUES["learning.good-cases"].waiting(cast["technical"], DAY)] == [1]
    with pytest.raises(Refused, match="learning.client-named"):
        publish_good_case(number, title="案例", text=f"在{client.name_zh}", on=DAY, by=cast["technical"])
    told = publish_good_case(number, title="案例", text="在某制造企业", on=DAY, by=cast["technical"])
    assert told.votes == 1 and GoodCase.objects.get().published_on == DAY
    with pytest.raises(Refused, match="learning.case-published"):
        vote_good_case(number, on=DAY, by=cast["quality"])
    assert figure("good-cases-published")["value"] == figure("good-cases")["value"] == 1
    assert client.name_zh not in str(list(Event.objects.values_list("facts", flat=True)))
