"""员工满意度与建议箱: reading surveys of the staff, what may be shown of them, and suggestions."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.questionnaires import SCALE
from mingzheng.rulebook.staff_survey import Group, shown_apart

from .models import MarkGiven, StaffSurvey, Suggestion, TookPart
from .queries import staff

ALL, DEPARTMENT, ENGAGED = "all", "department", "engaged"


def cuts_of(department: str, *, full_time: bool) -> list[str]:
    """The groups somebody's marks are counted in; each by itself, so that none can be crossed with another."""
    return [f"{ALL}:", f"{DEPARTMENT}:{department}", f"{ENGAGED}:{'full' if full_time else 'part'}"]


def staff_surveys_seen_by(by: Actor) -> QuerySet[Any]:
    """Every survey; `mine`: this person took part."""
    own = TookPart.objects.filter(survey=OuterRef("pk"), person__login=by.login)
    return StaffSurvey.objects.annotate(mine=Exists(own))


def asked_in(survey: StaffSurvey) -> Counter[str]:
    """How many were asked, by cut: who works here now and everybody who took part, as he was then."""
    took = TookPart.objects.filter(survey=survey)
    rows: Iterable[tuple[str, bool]] = [
        *took.values_list("department", "full_time"),
        *staff().exclude(pk__in=took.values("person")).values_list("department", "full_time"),
    ]
    return Counter(cut for department, full in rows for cut in cuts_of(department, full_time=full))


def groups_of(survey: StaffSurvey, family: str) -> list[Group]:
    """Every group of a family of cuts, with its marks."""
    marks: dict[str, dict[str, list[int]]] = {}
    for row in MarkGiven.objects.filter(survey=survey, cut__startswith=f"{family}:"):
        marks.setdefault(row.cut, {}).setdefault(row.question, [0] * len(SCALE))[row.mark - 1] = row.n
    found = []
    for cut, asked in survey.asked.items():
        if cut.startswith(f"{family}:"):
            times = {question: tuple(given) for question, given in marks.get(cut, {}).items()}
            took = sum(next(iter(times.values()), ()))
            found.append(Group(cut.partition(":")[2], took, asked, times))
    return found


def whole_of(survey: StaffSurvey) -> Group | None:
    """Everybody's marks; None before the survey is closed, when it is not known yet who was asked, and when so few answered
    that they could be told apart."""
    found = next(iter(groups_of(survey, ALL)), None)
    return found if found and found.may_be_shown else None


def apart(survey: StaffSurvey, family: str) -> list[Group]:
    """The groups of a family that may be shown."""
    return shown_apart(groups_of(survey, family)) if whole_of(survey) else []


def suggestions_seen_by(by: Actor) -> QuerySet[Suggestion]:
    """Everybody sees them all, and what was answered."""
    return Suggestion.objects.select_related("person")
