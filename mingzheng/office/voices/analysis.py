"""What the surveys of a year say: n of N, how often each mark was given, and cuts large enough to be shown."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery

from mingzheng.office.people.queries import names_of
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.questionnaires import Tally, tally

from .queries import surveys_sent


class Sheet(NamedTuple):
    """One survey as the analysis needs it."""

    sent: int
    kind: str
    leader: str
    answers: dict[str, int] | None  # None: not answered


def sheets(year: int) -> list[Sheet]:
    """The surveys sent in a calendar year."""
    leader = Assignment.objects.filter(visit=OuterRef("visit"), role="leader").values("person__login")
    rows = surveys_sent(year).values_list("pk", "visit__kind", Subquery(leader[:1]), "answers", "answered_on")
    return [Sheet(pk, kind, led or "", answers if day else None) for pk, kind, led, answers, day in rows]


def tally_of(found: list[Sheet]) -> Tally:
    return tally(len(found), [sheet.answers for sheet in found if sheet.answers is not None])


def cut(found: list[Sheet], by: Callable[[Sheet], str]) -> dict[str, Tally]:
    """The tally of each group; those too small to be shown are left out by whoever shows them."""
    groups: dict[str, list[Sheet]] = {}
    for sheet in found:
        groups.setdefault(by(sheet), []).append(sheet)
    return {name: tally_of(group) for name, group in sorted(groups.items())}


def by_leader(found: list[Sheet]) -> dict[str, Tally]:
    """By the leader of the team, under the name people know."""
    names = names_of(sheet.leader for sheet in found)
    return cut(found, lambda sheet: names.get(sheet.leader, "--"))


def by_standard(year: int, found: list[Sheet]) -> dict[str, Tally]:
    """By standard; a combined visit counts in each of its standards."""
    standards: dict[int, list[str]] = {}
    rows: Any = surveys_sent(year).values_list("pk", "visit__parts__certification__standard")
    for pk, standard in rows:
        standards.setdefault(pk, []).append(standard)
    groups: dict[str, list[Sheet]] = {}
    for sheet in found:
        for standard in standards.get(sheet.sent, []):
            groups.setdefault(standard, []).append(sheet)
    return {name: tally_of(group) for name, group in sorted(groups.items())}
