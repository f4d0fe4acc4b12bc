"""Laws of the books about the workplace."""

from collections.abc import Iterator

from django.db.models import Sum

from mingzheng.office.record.books import book
from mingzheng.rulebook.day_fees import Held
from mingzheng.rulebook.questionnaires import SMALLEST_CUT

from .models import Activity, MarkGiven, Settlement, StaffSurvey, TookPart
from .queries import drives


@book("what a drive handed over is what was given")
def _receipts() -> Iterator[str]:
    for drive in drives().exclude(closed_on=None):
        if drive.given != drive.handed_over:
            yield f"{drive.number} handed over {drive.handed_over}, {drive.given} were given"


@book("everybody at an activity is counted once")
def _participants() -> Iterator[str]:
    for activity in Activity.objects.prefetch_related("participants"):
        if activity.n != len(activity.participants.all()):
            yield f"{activity.number} counts {activity.n}"


@book("a settlement is the sum of the half-days agreed, and nothing else in it is paid")
def _day_fees() -> Iterator[str]:
    for row in Settlement.objects.exclude(checked_on=None).prefetch_related("halves"):
        owed = [(one.held == Held.AGREED, one.amount) for one in row.halves.all()]
        if sum(amount for _, amount in owed) != row.amount or any(
            amount and not agreed for agreed, amount in owed
        ):
            yield f"{row.number} is {row.amount}, its half-days say otherwise"


@book("of everybody who answered a staff survey one mark is counted for each question, and of nobody else")
def _staff_surveys() -> Iterator[str]:
    """Of one closed that fewer answered than may be shown, none is kept."""
    for survey in StaffSurvey.objects.all():
        took = TookPart.objects.filter(survey=survey).count()
        marks = MarkGiven.objects.filter(survey=survey, cut="all:").aggregate(n=Sum("n"))["n"] or 0
        few = survey.closed_on is not None and took < SMALLEST_CUT
        if (survey.took, marks) != (took, 0 if few else took * len(survey.questions)):
            yield f"{survey.number}: {took} took part, {marks} marks are counted"
