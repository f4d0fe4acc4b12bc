"""员工满意度与建议箱: reading surveys of the staff, what may be shown of them, and suggestions."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.people.queries import people_on
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.questionnaires import SCALE, SMALLEST_CUT
from mingzheng.rulebook.staff_survey import OTHERS, Group, shown_apart, standing_alone

from .models import MarkGiven, StaffSurvey, Suggestion, TookPart
from .queries import staff

ALL, DEPARTMENT, ENGAGED = "all", "department", "engaged"


def cuts_to_count() -> list[str]:
    """The groups of those who work here now that are large enough to be counted: a group of one would be his answers."""
    people = list(staff().values_list("department", "full_time"))
    alone = standing_alone(Counter(department for department, _ in people))
    engaged = Counter("full" if full else "part" for _, full in people)
    large = len(engaged) > 1 and min(engaged.values()) >= SMALLEST_CUT
    return [f"{DEPARTMENT}:{one}" for one in alone] + [f"{ENGAGED}:{one}" for one in engaged if large]


def department_of(survey: StaffSurvey, department: str) -> str:
    """The group of departments somebody is counted in: his own if it is large enough, else all the others."""
    return department if f"{DEPARTMENT}:{department}" in survey.cuts else OTHERS


def cuts_of(survey: StaffSurvey, department: str, *, full_time: bool) -> list[str]:
    """The groups somebody's marks are counted in, each by itself; `department` as department_of says."""
    engaged = f"{ENGAGED}:{'full' if full_time else 'part'}"
    return [f"{ALL}:", f"{DEPARTMENT}:{department}", *([engaged] if engaged in survey.cuts else [])]


def staff_surveys_seen_by(by: Actor) -> QuerySet[Any]:
    """Every survey; `mine`: this person took part."""
    own = TookPart.objects.filter(survey=OuterRef("pk"), person__login=by.login)
    return StaffSurvey.objects.annotate(mine=Exists(own))


def asked_in(survey: StaffSurvey) -> Counter[str]:
    """How many were asked, by cut: who belonged to the body on the last day and everybody who took part, as he was then."""
    took = TookPart.objects.filter(survey=survey)
    rows: Iterable[tuple[str, bool]] = [
        *took.values_list("department", "full_time"),
        *(
            (department_of(survey, department), full)
            for department, full in people_on(survey.ends_on)
            .exclude(pk__in=took.values("person"))
            .values_list("department", "full_time")
        ),
    ]
    return Counter(cut for department, full in rows for cut in cuts_of(survey, department, full_time=full))


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
    """The groups of a family that may be shown. Those of engagement only where no department shown has so few of one kind that
    taking one group from another would tell them."""
    if not whole_of(survey):
        return []
    departments = shown_apart(groups_of(survey, DEPARTMENT))
    if family == DEPARTMENT:
        return departments
    shown = {one.name for one in departments}
    took = TookPart.objects.filter(survey=survey).values_list("department", "full_time")
    crossed = Counter((department if department in shown else OTHERS, full) for department, full in took)
    return shown_apart(groups_of(survey, family)) if min(crossed.values()) >= SMALLEST_CUT else []


def keep_what_may_be_shown(survey: StaffSurvey) -> None:
    """Of a survey that is over: groups too small to be shown are put together with others, and their own marks are deleted;
    everybody's too if so few answered."""
    whole = whole_of(survey)
    groups = {family: apart(survey, family) if whole else [] for family in (DEPARTMENT, ENGAGED)}
    kept = {f"{family}:{one.name}": one for family, found in groups.items() for one in found}
    marks = MarkGiven.objects.filter(survey=survey)
    (marks.exclude(cut=f"{ALL}:") if whole else marks).delete()
    MarkGiven.objects.bulk_create(
        MarkGiven(survey=survey, cut=cut, question=question, mark=mark, n=n)
        for cut, group in kept.items()
        for question, times in group.marks.items()
        for mark, n in zip(SCALE, times, strict=True)
    )
    alone = [one.name for one in groups[DEPARTMENT]]
    TookPart.objects.filter(survey=survey).exclude(department__in=alone).update(department=OTHERS)
    survey.cuts = [cut for cut in survey.cuts if cut in kept]
    survey.asked = {f"{ALL}:": survey.staff, **{cut: group.asked for cut, group in kept.items()}}


def suggestions_seen_by(by: Actor) -> QuerySet[Suggestion]:
    """Everybody sees them all, and what was answered."""
    return Suggestion.objects.select_related("person")
