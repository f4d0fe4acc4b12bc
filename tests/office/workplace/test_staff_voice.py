"""Surveys of the staff, where nobody's answers can be told, and the suggestion box."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.record.actors import Outsider
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.workplace.actions.answer_staff_survey import answer_staff_survey
from mingzheng.office.workplace.actions.answer_suggestion import answer_suggestion
from mingzheng.office.workplace.actions.close_staff_survey import close_staff_survey
from mingzheng.office.workplace.actions.make_suggestion import make_suggestion
from mingzheng.office.workplace.actions.open_staff_survey import open_staff_survey
from mingzheng.office.workplace.models import MarkGiven, StaffSurvey, Suggestion, TookPart
from mingzheng.office.workplace.staff_voice import DEPARTMENT, ENGAGED, apart, whole_of
from mingzheng.rulebook.staff_survey import QUESTIONS
from mingzheng.rulebook.verdict import Refused
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LAST = DAY + timedelta(days=14)
AFTER = LAST + timedelta(days=1)


def opened(cast) -> str:
    return open_staff_survey(ends_on=LAST, on=DAY, by=cast["union"]).number


def marks(mark=4) -> dict[str, int]:
    return {question.code: mark for question in QUESTIONS}


def staff(department, n, **more) -> list[Person]:
    return [
        Person.objects.create(
            login=f"p{Person.objects.count()}", department=department, roles=["market"], **more
        )
        for _ in range(n)
    ]


def waits(queue, by, on=DAY):
    return [row.number for row in QUEUES[f"workplace.{queue}"].waiting(by, on)]


def test_everybody_answers_once_while_the_survey_is_open(cast):
    number = opened(cast)
    assert waits("survey-to-answer", cast["auditor"]) == [number]
    with pytest.raises(Refused, match="staff-survey.asked-already"):
        opened(cast)
    with pytest.raises(Refused, match="survey.unanswered"):
        answer_staff_survey(number, answers={"pay": 5}, on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="survey.off-the-scale"):
        answer_staff_survey(number, answers=marks(6), on=DAY, by=cast["auditor"])
    answer_staff_survey(number, answers=marks(), on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="staff-survey.taken-already"):
        answer_staff_survey(number, answers=marks(), on=DAY, by=cast["auditor"])
    assert waits("survey-to-answer", cast["auditor"]) == [] and waits("survey-to-answer", cast["market"])
    with pytest.raises(Refused, match="staff-survey.closed"):
        answer_staff_survey(number, answers=marks(), on=AFTER, by=cast["market"])
    with pytest.raises(Refused, match="staff-survey.not-over"):
        close_staff_survey(number, on=LAST, by=cast["union"])
    assert waits("survey-to-close", cast["union"], AFTER) == [number]


def test_that_somebody_took_part_is_told_and_what_he_answered_is_kept_nowhere(cast):
    number, answers = opened(cast), {**marks(), "pay": 1}
    for login in ("auditor", "market", "finance"):
        answer_staff_survey(number, answers=answers, on=DAY, by=cast[login])
    events = Event.objects.filter(kind="staff-survey.taken")
    assert [event.facts for event in events] == [{"number": number}] * 3
    named = [  # every row of the database that knows both the survey and a person
        model.__name__
        for model in apps.get_app_config("workplace").get_models()
        if {"survey", "person"} <= {field.name for field in model._meta.get_fields()}
    ]
    assert named == ["TookPart"]
    assert {field.name for field in apps.get_model("workplace", "TookPart")._meta.get_fields()} == {
        "id", "survey", "person", "department", "full_time",
    }  # fmt: skip
    unpaid = MarkGiven.objects.get(cut="all:", question="pay", mark=1)
    assert unpaid.n == 3 and MarkGiven.objects.filter(cut="all:").count() == 5 * len(QUESTIONS)


def test_results_are_shown_once_closed_with_n_of_all_and_groups_of_five(cast):
    asked = staff("审核部", 6) + staff("市场部", 5, full_time=False)[:4]
    number = opened(cast)
    for one in asked:
        answer_staff_survey(number, answers=marks(5), on=DAY, by=one)
    survey = StaffSurvey.objects.get()
    assert whole_of(survey) is None and apart(survey, DEPARTMENT) == []  # still open
    told = close_staff_survey(number, on=AFTER, by=cast["union"])
    survey.refresh_from_db()
    assert (told.took, told.staff) == (10, Person.objects.count())
    whole = whole_of(survey)
    assert whole and (whole.took, whole.marks["pay"]) == (10, (0, 0, 0, 0, 10))
    assert apart(survey, DEPARTMENT) == []  # four of 市场部 would be ten less six
    assert apart(survey, ENGAGED) == []
    assert (figure("staff-answered")["value"], figure("staff-asked")["value"]) == (10, told.staff)
    assert figure("staff-satisfied")["value"] == figure("staff-marks")["value"] == 10 * len(QUESTIONS)


def test_groups_of_five_stand_side_by_side(cast):
    asked = staff("审核部", 6) + staff("市场部", 5, full_time=False)
    number = opened(cast)
    for one in asked:
        answer_staff_survey(number, answers=marks(2 if one.full_time else 5), on=DAY, by=one)
    close_staff_survey(number, on=AFTER, by=cast["union"])
    survey = StaffSurvey.objects.get()
    assert [(one.name, one.took, one.asked) for one in apart(survey, DEPARTMENT)] == [
        ("审核部", 6, 6),
        ("市场部", 5, 5),
    ]
    assert {one.name: one.marks["pay"] for one in apart(survey, ENGAGED)} == {
        "full": (0, 6, 0, 0, 0),
        "part": (0, 0, 0, 0, 5),
    }


def test_somebody_alone_in_his_department_or_engagement_is_counted_among_the_others(cast):
    alone = staff("档案室", 1, full_time=False)[0]
    staff("审核部", 6)
    number = opened(cast)
    answer_staff_survey(number, answers=marks(1), on=DAY, by=alone)
    assert set(MarkGiven.objects.values_list("cut", flat=True)) == {"all:", "department:others"}
    assert TookPart.objects.get().department == "others"


def test_engagement_is_not_shown_where_taking_it_from_a_department_would_tell_one_person(cast):
    asked = staff("审核部", 6, full_time=False) + staff("审核部", 1) + staff("市场部", 6)
    number = opened(cast)
    for one in asked:
        answer_staff_survey(number, answers=marks(1 if one.full_time else 5), on=DAY, by=one)
    close_staff_survey(number, on=AFTER, by=cast["union"])
    survey = StaffSurvey.objects.get()
    assert [one.name for one in apart(survey, DEPARTMENT)] == ["审核部", "市场部"]
    assert apart(survey, ENGAGED) == []


def test_once_closed_no_marks_are_kept_of_fewer_than_five(cast):
    asked = staff("审核部", 6) + staff("综合部", 7) + staff("市场部", 5, full_time=False)[:1]
    number = opened(cast)
    for one in asked:
        answer_staff_survey(number, answers=marks(5 if one.full_time else 1), on=DAY, by=one)
    assert MarkGiven.objects.get(cut="department:市场部", question="pay", mark=1).n == 1
    close_staff_survey(number, on=AFTER, by=cast["union"])
    took = {cut: 0 for cut in MarkGiven.objects.values_list("cut", flat=True)}
    for row in MarkGiven.objects.filter(question="pay"):
        took[row.cut] += row.n
    assert took == {"all:": 14, "department:综合部": 7, "department:others": 7}
    survey = StaffSurvey.objects.get()
    assert set(TookPart.objects.values_list("department", flat=True)) == {"综合部", "others"}
    assert [(one.name, one.took) for one in apart(survey, DEPARTMENT)] == [("综合部", 7), ("others", 7)]
    assert sum(one.asked for one in apart(survey, DEPARTMENT)) == survey.staff
    assert apart(survey, ENGAGED) == [] and survey.cuts == ["department:综合部"]


def test_an_answer_writes_every_row_of_its_groups(cast):
    number = opened(cast)
    with CaptureQueriesContext(connection) as asked:
        answer_staff_survey(number, answers=marks(), on=DAY, by=cast["auditor"])
    written = [one["sql"] for one in asked if one["sql"].startswith("UPDATE") and "markgiven" in one["sql"]]
    assert len(written) == 1 and "question" not in written[0].rpartition(" WHERE ")[2]


def test_who_came_after_the_last_day_was_not_asked(cast):
    number = opened(cast)
    new = staff("审核部", 1)[0]
    Employment.objects.create(person=new, first_day=AFTER, full_time=True)
    told = close_staff_survey(number, on=AFTER, by=cast["union"])
    assert told.staff == Person.objects.count() - 1


def test_of_fewer_than_five_nothing_is_shown(cast):
    number = opened(cast)
    for one in staff("审核部", 4):
        answer_staff_survey(number, answers=marks(), on=DAY, by=one)
    close_staff_survey(number, on=AFTER, by=cast["union"])
    assert whole_of(StaffSurvey.objects.get()) is None and figure("staff-marks")["value"] == 0
    assert not MarkGiven.objects.exists() and not check_the_books()
    with pytest.raises(Refused, match="staff-survey.closed"):
        close_staff_survey(number, on=AFTER, by=cast["union"])


def test_a_suggestion_is_made_with_a_name_or_without_one_and_answered_by_somebody_else(cast):
    named = make_suggestion("增设会议室", on=DAY, by=cast["general_office"]).number
    unnamed = make_suggestion("错峰用餐", on=DAY, by=Outsider("suggestion-box")).number
    assert set(Event.objects.filter(subject=f"suggestion:{unnamed}").values_list("by", flat=True)) == {
        "outsider:suggestion-box"
    }
    assert Suggestion.objects.get(number=unnamed).person is None
    assert waits("suggestions", cast["general_office"]) == [unnamed]
    assert waits("suggestions", cast["director"]) == [named, unnamed]
    told = {"adopted": True, "on": DAY, "by": cast["general_office"]}
    with pytest.raises(Refused, match="suggestion.own"):
        answer_suggestion(named, answer="好", **told)
    with pytest.raises(Refused, match="suggestion.text-missing"):
        answer_suggestion(unnamed, answer=" ", **told)
    answer_suggestion(unnamed, answer="自下月起错峰", **told)
    with pytest.raises(Refused, match="suggestion.answered"):
        answer_suggestion(unnamed, answer="再答", **told)
    assert (figure("suggestions")["value"], figure("suggestions-answered")["value"]) == (2, 1)


@pytest.mark.broken_books
def test_marks_nobody_gave_are_found(cast):
    answer_staff_survey(opened(cast), answers=marks(), on=DAY, by=cast["auditor"])
    MarkGiven.objects.filter(cut="all:", question="pay", mark=3).update(n=1)
    assert any("staff survey" in law for law in check_the_books())
