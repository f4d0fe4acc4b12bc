"""Answer the survey of the staff 填写员工满意度调查 (own procedure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Q, When

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.questionnaires import SCALE
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.staff_survey import objections_to_taking_part
from mingzheng.rulebook.verdict import refuse_if

from ..models import MarkGiven, StaffSurvey, TookPart
from ..staff_voice import cuts_of, department_of


@dataclass(frozen=True)
class StaffSurveyTaken(Happened, kind="staff-survey.taken"):
    """That somebody took part, which everybody may know; what he answered stands nowhere."""

    number: str


@action(*HELD_BY_PERSONS, clause="own procedure")
def answer_staff_survey(number: str, *, answers: Mapping[str, int], on: date, by: Actor) -> StaffSurveyTaken:
    """His marks are added to those of everybody; no row is written that is his."""
    row = StaffSurvey.objects.select_for_update().get(number=number)
    own = TookPart.objects.filter(survey=row, person=OuterRef("pk"))
    person = Person.objects.annotate(took_part=Exists(own)).get(login=by.login)
    codes = [question["code"] for question in row.questions]
    closed = row.closed_on is not None or on > row.ends_on
    refuse_if(objections_to_taking_part(codes, answers, closed=closed, taken=person.took_part))
    department = department_of(row, person.department)
    TookPart.objects.create(survey=row, person=person, department=department, full_time=person.full_time)
    cuts = cuts_of(row, department, full_time=person.full_time)
    places = [(cut, code, mark) for cut in cuts for code in codes for mark in SCALE]
    MarkGiven.objects.bulk_create(
        (MarkGiven(survey=row, cut=cut, question=code, mark=mark) for cut, code, mark in places),
        ignore_conflicts=True,
    )
    his = Q(*(Q(question=code, mark=mark) for code, mark in answers.items()), _connector=Q.OR)
    # Every row of his groups is written, so that no version of a row tells which marks were his.
    more = Case(When(his, then=1), default=0)
    MarkGiven.objects.filter(survey=row, cut__in=cuts).update(n=F("n") + more)
    StaffSurvey.objects.filter(pk=row.pk).update(took=F("took") + 1)
    return StaffSurveyTaken(number)
