"""From which visits a draw of call-backs is made, and in which stratum each stands."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, Subquery

from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.random_draw import Unit

from .models import CallBack


class Stratum(StrEnum):
    """What a frame may be stratified by."""

    STANDARD = "standard"  # the standards of the visit together
    REGION = "region"  # the client's province
    AUDITOR = "auditor"  # the leader of the team


def frame(first: date, last: date, strata: Collection[Stratum]) -> tuple[list[Unit], dict[str, int]]:
    """Visits held from `first` to `last` and never drawn before, and the row of each."""
    leader = Assignment.objects.filter(visit=OuterRef("visit"), role="leader").values("person__login")
    parts = (
        VisitPart.objects.filter(visit__held_on__range=(first, last))
        .exclude(Exists(CallBack.objects.filter(visit=OuterRef("visit"))))
        .order_by("visit__number", "certification__standard")
        .values_list(
            "visit__number",
            "visit",
            "certification__standard",
            "visit__client__district",
            Subquery(leader[:1]),
        )
    )
    standards: dict[str, list[str]] = {}
    about: dict[str, tuple[int, str, str]] = {}
    for number, row, standard, district, led_by in parts:
        standards.setdefault(number, []).append(standard)
        about[number] = (row, district[:2], led_by or "")
    found = [
        Unit(
            number,
            "/".join(
                {
                    Stratum.STANDARD: "+".join(standards[number]),
                    Stratum.REGION: region or "--",
                    Stratum.AUDITOR: led_by,
                }[s]
                for s in strata
            ),
        )
        for number, (_, region, led_by) in about.items()
    ]
    return found, {number: row for number, (row, _, _) in about.items()}
